import type { ServerId } from '../../answers/answer.ts';
import type { Change, SettingName, ServerSettings } from '../../curation/settings.ts';
import { button, row } from '../controls.ts';
import { formatCustomId } from '../custom-id.ts';
import { pinWordsFor, settingWordsFor, type Front } from '../front.ts';
import { textPost, type Post } from '../post.ts';

/** Changes a setting; says how things stand then, with a button that takes it back, or why it could not be done. */
export async function changed(
  { server, locale }: { readonly server: ServerId; readonly locale: string },
  name: SettingName,
  value: Parameters<ServerSettings['change']>[2],
  { app }: Front,
  told: () => readonly string[] | Promise<readonly string[]>,
): Promise<Post> {
  const { fault, settings } = pinWordsFor(locale);
  const change = await app.answers.settings?.change(server, name, value);
  if (change === undefined) return textPost(settings.unread);
  return change.ok ? changedPost(change.value, locale, await told()) : textPost(fault[change.problem.kind]);
}

/** What is told of a change, and the button that takes it back. */
export const changedPost = ({ id }: Change, locale: string, lines: readonly string[]): Post => ({
  ...textPost(lines.join('\n')),
  components: row([button(formatCustomId({ verb: 'setback', change: id }), settingWordsFor(locale).undo)]),
});
