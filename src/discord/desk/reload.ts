import type { ArticleEvent } from '../../app.ts';
import { escapeLine, shorten } from '../escape.ts';
import type { DeskWords } from '../front.ts';
import { textPost, type Post } from '../post.ts';

const mostNamed = 10;

/** What went wrong when the articles were read again, for moderators; null where nothing did. */
export function reloadPost(event: ArticleEvent, { reload }: DeskWords): Post | null {
  switch (event.kind) {
    case 'live': {
      // One file may have several problems, and one of them a line.
      const lines = new Map<string, number | null>();
      for (const { file, line } of event.kept) lines.set(file, lines.get(file) ?? line);
      const kept = Array.from(lines, ([file, line]) => ({ file, line }));
      if (kept.length === 0) return null;
      const files = kept
        .slice(0, mostNamed)
        .map(({ file, line }) => `- ${reload.file(escapeLine(shorten(file, 100)), line)}`);
      const title = kept.length === 1 ? reload.kept : reload.keptMany(kept.length);
      return textPost([`⚠️ ${title}`, ...files].join('\n'));
    }
    case 'held':
      return textPost(`⚠️ ${reload.held(event.gone, event.of)}`);
    case 'unreadable':
      return textPost(`⚠️ ${reload.unreadable}`);
    case 'unwatched':
      return textPost(`⚠️ ${reload.unwatched}`);
    default:
      return event satisfies never;
  }
}
