import { setTimeout as pause } from 'node:timers/promises';
import type { Message } from 'discord.js';
import type { ServerId } from '../../answers/answer.ts';
import type { Desk } from '../../curation/desks.ts';
import { deskWordsFor, serverOf, type DeskWords, type Front } from '../front.ts';
import type { Post } from '../post.ts';
import { quoteLine } from '../quote.ts';
import type { Answered } from '../several.ts';
import { localeOf, sendToDesk } from './send.ts';

/** An answer does not wait longer for the store to say whether a person may be asked. Milliseconds. */
const patience = 500;

/** Whether a member of this server can ask the moderators; not where the store cannot tell in time. */
export async function hasDesk(guildId: string | null, { app }: Front): Promise<boolean> {
  const server = serverOf(guildId);
  if (server === null || app.desks === null) return false;
  const desk = await Promise.race([app.desks.of(server), pause(patience, null, { ref: false })]);
  return desk?.ok === true && desk.value !== null;
}

/** As `hasDesk`, and looked up only where an answer leaves somebody with nothing sure. */
export const mayAskPerson = (
  answered: readonly Answered[],
  guildId: string | null,
  front: Front,
): Promise<boolean> =>
  answered.some(({ answer: { kind } }) => kind === 'unsure' || kind === 'unknown')
    ? hasDesk(guildId, front)
    : Promise.resolve(false);

/** What a member asks the moderators. */
export interface Call {
  /** Id of the member. */
  readonly person: string;
  readonly question: string;
  /** Our answer; others may not see it where it is private. */
  readonly answer: Message;
  readonly isPrivate: boolean;
  /** Which answer of the message. */
  readonly part: string;
}

/** Hands a question to the moderators, once. @returns what became of it */
export async function callPerson(
  server: ServerId,
  call: Call,
  front: Front,
): Promise<'asked' | 'already' | 'not-set' | 'not-reached'> {
  const { desks, once } = front.app;
  const desk = await desks?.of(server);
  if (desk?.ok !== true || once === null) return 'not-reached';
  if (desk.value === null) return 'not-set';
  const deed = `person ${questionIdOf(call)}`;
  const first = await once.first(server, deed);
  if (!first.ok) return 'not-reached';
  if (!first.value) return 'already';
  const words = deskWordsFor(localeOf(server, front));
  const post = callPost(call, desk.value, words);
  if (await sendToDesk(server, desk.value, post, front, desk.value.notify)) return 'asked';
  await once.notDone(server, deed);
  return 'not-reached';
}

/** A message's question is the same whichever answer to it is pressed. */
const questionIdOf = ({ answer, part }: Call): string =>
  `${answer.reference?.messageId ?? answer.id}:${part}`;

/** Who asks what, and where; nobody is notified but the role that is set. */
export function callPost(
  {
    person,
    question,
    answer,
    isPrivate,
  }: Pick<Call, 'person' | 'question' | 'isPrivate'> & {
    readonly answer: Pick<Message, 'url'>;
  },
  { notify }: Desk,
  words: DeskWords,
): Post {
  const called = notify === null ? '' : `<@&${notify}> `;
  const where = isPrivate ? words.inPrivate : answer.url;
  const content = [`${called}${words.call(`<@${person}>`)}`, quoteLine(question), `-# ${where}`].join('\n');
  return { content, components: [], ping: null };
}
