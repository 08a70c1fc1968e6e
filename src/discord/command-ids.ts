import { commands } from './commands/index.ts';
import type { CommandLinks } from './front.ts';

/** Every name of our commands, in each language, with the one that Discord knows them by. */
const names: readonly (readonly [shown: string, name: string])[] = commands.flatMap(({ data }) =>
  [data.name, ...Object.values(data.name_localizations ?? {})].flatMap((shown) =>
    typeof shown === 'string' ? [[shown, data.name] as const] : [],
  ),
);

/** The ids that Discord gave our commands, known once they are registered: with them a command named in a text can be clicked. */
export class CommandIds implements CommandLinks {
  readonly #ids = new Map<string, string>();

  /** Notes what Discord says of our commands. */
  note(registered: unknown): void {
    for (const one of Array.isArray(registered) ? registered : []) {
      const { id, name }: { id?: unknown; name?: unknown } = Object(one);
      if (typeof id === 'string' && typeof name === 'string') this.#ids.set(name, id);
    }
  }

  /** A text of ours with `/command` as `</command:id>` wherever the id is known; code text stays where it is not. */
  linked(text: string): string {
    return names.reduce((told, [shown, name]) => {
      const id = this.#ids.get(name);
      return id === undefined ? told : told.replaceAll(`\`/${shown}\``, `</${name}:${id}>`);
    }, text);
  }
}
