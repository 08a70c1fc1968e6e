import type { Client, Guild } from 'discord.js';
import type { ServerId } from '../answers/answer.ts';
import type { Answers } from '../answers/service.ts';
import { button, row, type Buttons } from './controls.ts';
import { formatCustomId } from './custom-id.ts';
import { faultOf } from './fault.ts';
import { readerTags, serverOf, settingWordsFor, type Front } from './front.ts';
import { publicBody } from './post.ts';
import { voiceIn } from './speak.ts';

/** Whoever was invited while it was not running is greeted when it runs again, if that is not too long ago. Milliseconds. */
const stillNew = 24 * 60 * 60 * 1000;
const deed = 'welcome';

type Host = Pick<Front, 'app' | 'commandIds'>;

/** Greets the servers that Svar came to while it was not running. Never throws. */
export async function welcomeMissed({ guilds }: Client<true>, host: Host): Promise<void> {
  for (const guild of guilds.cache.values())
    if (Date.now() - guild.joinedTimestamp < stillNew) await welcome(guild, host);
}

/** Says in a server's system channel, where that is allowed, what Svar does; once a server. Never throws. */
export async function welcome(guild: Guild, { app, commandIds }: Host): Promise<void> {
  const server = serverOf(guild.id);
  const channel = guild.systemChannel;
  if (server === null || channel === null || app.once === null || !voiceIn(channel).canSend) return;
  try {
    const first = await app.once.first(server, deed);
    if (!first.ok || !first.value) return;
    const locale = guild.preferredLocale;
    const { welcome: words } = settingWordsFor(locale);
    const example = await exampleRow(await app.answers.within(server), server, locale);
    // The button stands below everything that is written.
    const lines = [words.text, words.managers, ...(example.length > 0 ? [words.example] : [])];
    const content = commandIds.linked(lines.join('\n'));
    await channel
      .send(publicBody({ content, components: example, ping: null }))
      .catch(async (error: unknown) => {
        await app.once?.notDone(server, deed);
        throw error;
      });
  } catch (error) {
    app.log.warn(faultOf(error), 'a new server could not be greeted');
  }
}

/** A question that the articles answer, as a button; none where they hold none. */
async function exampleRow(answers: Answers, server: ServerId, locale: string): Promise<Buttons[]> {
  const [question] = answers.examples(1, readerTags(locale));
  if (question === undefined) return [];
  const answer = await answers.ask({ text: question, server, isTrial: true });
  if (answer.kind !== 'found') return [];
  return row([button(formatCustomId({ verb: 'example', target: answer.match.passage.hash }), question)]);
}
