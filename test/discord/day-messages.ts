import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What somebody writes on the scripted day. */
export interface Written {
  readonly kind: 'addressed' | 'unasked' | 'post' | 'chatter' | 'reply' | 'bot';
  readonly text: string;
  /** Ids of the passages that answer it; none where the articles do not say. Null: nobody is to answer. */
  readonly relevant: readonly string[] | null;
}

interface Query {
  readonly question: string;
  readonly relevant: readonly string[];
}

/** The questions of a set with known answers. */
function queriesOf(sets: string, name: string): readonly Query[] {
  const lines = readFileSync(join(sets, name, 'queries.jsonl'), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as Query);
}

/** What people say to each other, in two languages. */
const chatter = [
  'Godmorgen alle sammen',
  'haha ja præcis',
  'Det var en fed kamp i går!',
  'Jeg er 10 minutter forsinket',
  'tak for i aftes, det var hyggeligt',
  'Nogen der har set min blå trøje',
  'god weekend',
  'Vi ses i hallen',
  'jeg glæder mig til på lørdag',
  'Tillykke med fødselsdagen Mette 🎉',
  'det regner igen',
  'så fik vi endelig sol',
  'Jeg har bagt kage til i aften',
  'ok, det siger vi',
  'Skal vi ikke bare mødes kl 7?',
  'Er du sød at tage bolde med?',
  'Hvem vandt?',
  'hvad så der?',
  'Er I vågne?',
  'morning everyone',
  'lol same',
  'what a game last night',
  'anyone up for lunch?',
  'I am running late, sorry',
  'that was hilarious 😂',
  'see you tomorrow then',
  'who took my mug?',
  'brb',
  'thanks for the ride yesterday',
  'my train is stuck again',
  'congrats on the new job!',
  'Det tror jeg heller ikke på',
  'jeg spiste frokost i parken',
  'Den film var for lang',
  'nå, tilbage til arbejdet',
];

/** So many of a list, spread over all of it, in its order; more than there are repeat some. */
const spread = <Item>(items: readonly Item[], count: number): readonly Item[] =>
  Array.from({ length: count }, (_, index) => items[Math.floor((index * items.length) / count)]).flatMap(
    (item) => (item === undefined ? [] : [item]),
  );

/** Items of several lists in turn, so that no two of a kind stand together where it can be helped. */
function shuffled<Item>(lists: readonly (readonly Item[])[]): readonly Item[] {
  const placed = lists.flatMap((list) =>
    list.map((item, index) => ({ item, at: (index + 0.5) / list.length })),
  );
  return placed.toSorted((a, b) => a.at - b.at).map(({ item }) => item);
}

/** The day: 300 messages, half of the questions about things that the articles do not hold. */
export function dayMessages(sets: string, names: readonly string[], foreign: string): readonly Written[] {
  const known = names.map((name) => queriesOf(sets, name).filter(({ relevant }) => relevant.length > 0));
  const own = shuffled(known);
  const unknown = [
    ...names.flatMap((name) => queriesOf(sets, name).filter(({ relevant }) => relevant.length === 0)),
    ...queriesOf(sets, foreign),
  ];
  const [held, other] = [spread(own, 130), spread(unknown, 110)];
  const asked = (kind: Written['kind'], from: number, to: number): readonly Written[] =>
    shuffled([
      held.slice(from, to).map(({ question, relevant }) => ({ kind, text: question, relevant })),
      other.slice(from, to).map(({ question }) => ({ kind, text: question, relevant: [] })),
    ]);
  const silent = (kind: Written['kind'], texts: readonly string[]): readonly Written[] =>
    texts.map((text) => ({ kind, text, relevant: null }));
  return shuffled([
    asked('addressed', 0, 20),
    asked('unasked', 20, 95),
    asked('post', 95, 110),
    silent('chatter', spread(chatter, 50)),
    silent(
      'reply',
      held.slice(110, 120).map(({ question }) => question),
    ),
    silent(
      'bot',
      held.slice(120, 130).map(({ question }) => question),
    ),
  ]);
}
