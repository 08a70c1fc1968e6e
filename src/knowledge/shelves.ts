import type { Article } from '../content/article.ts';
import type { Snapshot } from './snapshot.ts';

/** The articles of some folders of the content, as if there were no others. */
export interface Shelves {
  /** Folders are paths below the content folder, without a slash at either end; none: everything. */
  within(folders: readonly string[]): Promise<Snapshot>;
}

interface Shelf {
  /** The whole that it is taken from. */
  readonly whole: Snapshot;
  readonly made: Promise<Snapshot>;
  /** What answers now: while a new state is indexed, the one before it; null where there was none. */
  ready: Snapshot | null;
}

/** Sets of folders that are kept ready; the longest unused is made anew when it is needed. */
const mostShelves = 50;

/** Whether an article stands in one of some folders. */
export const isWithin = (folders: readonly string[], id: string): boolean =>
  folders.length === 0 || folders.some((folder) => id.startsWith(`${folder}/`));

/** Every folder that holds articles, with those above it, sorted. */
export function foldersOf(articles: readonly Article[]): readonly string[] {
  const folders = new Set<string>();
  for (const { id } of articles) {
    const names = id.split('/').slice(0, -1);
    for (const depth of names.keys()) folders.add(names.slice(0, depth + 1).join('/'));
  }
  return Array.from(folders).toSorted((a, b) => a.localeCompare(b));
}

/** Shelves over the articles of now. A new state of them is indexed beside the last one, which answers meanwhile. */
export function shelvesOver(current: () => Snapshot): Shelves {
  const shelves = new Map<string, Shelf>();
  return {
    async within(folders) {
      const whole = current();
      if (folders.length === 0) return whole;
      const key = JSON.stringify(folders.toSorted());
      const known = shelves.get(key) ?? null;
      const shelf = known?.whole === whole ? known : begun(whole, folders, known?.ready ?? null);
      shelves.delete(key);
      shelves.set(key, shelf);
      const [oldest] = shelves.keys();
      if (shelves.size > mostShelves && oldest !== undefined) shelves.delete(oldest);
      return shelf.ready ?? shelf.made;
    },
  };
}

function begun(whole: Snapshot, folders: readonly string[], before: Snapshot | null): Shelf {
  const made = whole.restricted(({ id }) => isWithin(folders, id));
  const shelf: Shelf = { whole, made, ready: before };
  void placed(shelf);
  return shelf;
}

async function placed(shelf: Shelf): Promise<void> {
  shelf.ready = await shelf.made;
}
