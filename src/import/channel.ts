import { z } from 'zod';
import { joined, readingOf, type Reading } from './entry.ts';
import { plainDiscord, unknownMentions, type Names } from './discord-text.ts';
import type { Remark } from './remark.ts';

const person = z.object({ id: z.string(), name: z.string().nullish(), nickname: z.string().nullish() });
const embed = z.object({ title: z.string().nullish(), description: z.string().nullish() });
const message = z.object({
  id: z.string(),
  type: z.string().nullish(),
  content: z.string().nullish(),
  author: z.object({ id: z.string() }).nullish(),
  attachments: z.array(z.object({ fileName: z.string().nullish(), url: z.string().nullish() })).nullish(),
  embeds: z.array(embed).nullish(),
  mentions: z.array(person).nullish(),
});
const channelExport = z.object({
  channel: z.object({
    id: z.string().nullish(),
    name: z.string(),
    type: z.string().nullish(),
    category: z.string().nullish(),
  }),
  messages: z.array(z.unknown()),
});
type Channel = z.infer<typeof channelExport>['channel'];
type Message = z.infer<typeof message>;

/** What people wrote, rather than what Discord says of joining or pinning. */
const written = new Set(['Default', 'Reply', 'ThreadStarterMessage', 'ChatInputCommand', '0', '19']);

/** The messages of a channel that DiscordChatExporter wrote as JSON; null where a value is none. */
export function readChannel(file: string, value: unknown): Reading | null {
  const read = channelExport.safeParse(value);
  if (!read.success) return null;
  const { channel, messages } = read.data;
  const context = { file, channel, names: namesOf(channel, messages) };
  const readings: Reading[] = [];
  let open: Draft | null = null;
  for (const [index, each] of messages.entries()) {
    const result = readMessage(each, `messages[${index}]`, open, context);
    readings.push({ entries: [], remarks: result.remarks });
    for (const draft of result.closed) readings.push(finished(draft, context));
    open = result.open;
  }
  return joined([...readings, ...(open === null ? [] : [finished(open, context)])]);
}

interface Context {
  readonly file: string;
  readonly channel: Channel;
  readonly names: Names;
}

/** A question whose answer may go on in the next message. */
interface Draft {
  readonly place: string;
  readonly author: string;
  readonly question: string;
  readonly answer: string;
}

interface Step {
  readonly closed: readonly Draft[];
  readonly open: Draft | null;
  readonly remarks: readonly Remark[];
}

function namesOf(channel: Channel, messages: readonly unknown[]): Names {
  const people = new Map<string, string>();
  for (const each of messages) {
    const read = message.safeParse(each);
    for (const { id, name, nickname } of read.data?.mentions ?? []) people.set(id, nickname ?? name ?? '…');
  }
  return { people, channels: new Map(channel.id ? [[channel.id, channel.name]] : []) };
}

function readMessage(value: unknown, place: string, open: Draft | null, context: Context): Step {
  const { file, names } = context;
  const read = message.safeParse(value);
  const keep = (remark: Remark): Step => ({ closed: [], open, remarks: [remark] });
  if (!read.success) {
    const text = (JSON.stringify(value) ?? '').slice(0, 60);
    return keep({ code: 'no-entry', file, place, parameters: { text } });
  }
  const { type } = read.data;
  if (type !== undefined && type !== null && !written.has(type))
    return keep({ code: 'message-system', file, place, parameters: { kind: type } });
  const text = textOf(read.data);
  const remarks = [...unknownMentions(file, place, text, names), ...attachmentsOf(read.data, context, place)];
  const step = cut(plainDiscord(text, names), place, read.data.author?.id ?? '', open, context);
  return { ...step, remarks: [...step.remarks, ...remarks] };
}

/** An embed reads as a question with its answer, as bots post them. */
function textOf({ content, embeds }: Message): string {
  const boxes = (embeds ?? []).map(({ title, description }) =>
    title && description ? `**${title.replaceAll('*', '')}**\n${description}` : (description ?? ''),
  );
  return [content ?? '', ...boxes].filter((part) => part.trim() !== '').join('\n\n');
}

const attachmentsOf = ({ attachments }: Message, { file }: Context, place: string): Remark[] =>
  (attachments ?? []).map(({ fileName, url }) => ({
    code: 'file-attached',
    file,
    place,
    parameters: { name: fileName ?? url ?? '…' },
  }));

/** A message as the rest of the open answer and the questions that it asks itself. */
function cut(text: string, place: string, author: string, open: Draft | null, context: Context): Step {
  const { before, asked } = questionsIn(text, context.channel);
  const last = asked.at(-1);
  const drafts = asked.map(({ question, answer }) => ({ place, author, question, answer }));
  const isMore = open !== null && open.author === author;
  const goesOn = isMore && before !== '' ? { ...open, answer: `${open.answer}\n\n${before}` } : open;
  const isFirstOfThread = open === null && last === undefined && isThread(context.channel);
  if (isFirstOfThread) return startThread(before, place, author, context);
  const parameters = { text: before.slice(0, 60) };
  const loose: Remark[] =
    before === '' || isMore ? [] : [{ code: 'message-loose', file: context.file, place, parameters }];
  if (last === undefined) return { closed: [], open: goesOn, remarks: loose };
  return {
    closed: [...(goesOn === null ? [] : [goesOn]), ...drafts.slice(0, -1)],
    open: drafts.at(-1) ?? null,
    remarks: loose,
  };
}

const isThread = ({ type }: Channel): boolean => /thread/iu.test(type ?? '');

/** A post of a forum: its title asks, its first message answers. */
function startThread(text: string, place: string, author: string, { channel }: Context): Step {
  const open = text === '' ? null : { place, author, question: channel.name, answer: text };
  return { closed: [], open, remarks: [] };
}

interface Asked {
  readonly question: string;
  readonly answer: string;
}

/** A line that is bold, underlined or a heading throughout, or that begins as a question. */
const wholly = /^(?:>\s*)?(?:#{1,3}\s+)?(?:\*\*|__){1,2}(?!\s)([^*]+?)(?:\*\*|__){1,2}\s*[:：]?\s*$/u;
const heading = /^#{1,3}\s+(\S.*)$/u;
const labelled = /^(?:\*\*|__)?(?:Q|Spm|Spørgsmål|Question|F|Frage)\s*\d*\s*[:.](?:\*\*|__)?\s*(\S.*)$/iu;

/** Longer lines are text, whatever they begin with. */
const longestQuestion = 300;

const questionOf = (line: string): string | null => {
  if (line.length > longestQuestion) return null;
  const found = wholly.exec(line) ?? heading.exec(line) ?? labelled.exec(line);
  return (
    found?.[1]
      ?.replaceAll(/\*\*|__/gu, '')
      .replace(/^(?:Q|Spm|Spørgsmål|Question)\s*\d*\s*[:.]\s*/iu, '')
      .trim() ?? null
  );
};

function questionsIn(text: string, channel: Channel): { before: string; asked: readonly Asked[] } {
  const lines = text.trim().split('\n');
  const before: string[] = [];
  const asked: { question: string; lines: string[] }[] = [];
  for (const [place, line] of lines.entries()) {
    const isFirstAsked = place === 0 && lines.length > 1 && line.trim().endsWith('?') && !isThread(channel);
    const question = questionOf(line.trim()) ?? (isFirstAsked ? line.trim() : null);
    if (question !== null) asked.push({ question, lines: [] });
    else (asked.at(-1)?.lines ?? before).push(line);
  }
  const answers = asked.map(({ question, lines: rows }) => ({ question, answer: answerOf(rows) }));
  return { before: before.join('\n').trim(), asked: answers };
}

const answerOf = (lines: readonly string[]): string =>
  lines
    .join('\n')
    .trim()
    .replace(/^(?:\*\*)?(?:A|Svar|Answer|Antwort)\s*[:.](?:\*\*)?\s*/iu, '');

function finished({ place, question, answer }: Draft, { file, channel }: Context): Reading {
  const group = isThread(channel) ? (channel.category ?? channel.name) : channel.name;
  return readingOf({ file, place, question, answer, group: [group.replaceAll(/[-_]+/gu, ' ').trim()] });
}
