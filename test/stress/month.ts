import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Answer } from '../../src/answers/answer.ts';
import { openApp, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { fittingPhrasings } from '../../src/answers/service.ts';
import type { Gap } from '../../src/curation/gaps/gap.ts';
import type { Offer } from '../../src/curation/offers/offer.ts';
import type { ServerId } from '../../src/store/server.ts';
import { content, needs, numbers, reworded, type Need } from '../questions/month/needs.ts';

/** What a week came to. */
export interface Week {
  readonly asked: number;
  /** Answered rightly by the articles or a fixed answer, without a person's help. */
  readonly right: number;
  /** Answered so, but not rightly. */
  readonly wrong: number;
  readonly unsure: number;
  readonly unknown: number;
  /** What the moderator did after it. */
  readonly clicks: number;
  readonly accepted: number;
  readonly pinned: number;
}

/** How people are: shares of them. */
const people = { up: 0.3, down: 0.4, picksInstead: 0.6, picks: 0.7 } as const;
const weeks = 4;
const clicksAWeek = 10;
/** A gap takes a press on its button and one on the form's; an offer takes one. */
const clicksAGap = 2;

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const server = '200000000000000200' as ServerId;

/** A month of a community that asks `count` questions, with a moderator who looks at it once a week. */
export async function simulateMonth(count: number, seed = 1): Promise<readonly Week[]> {
  const folder = await mkdtemp(join(tmpdir(), 'svar-month-'));
  const env = {
    LOG_LEVEL: 'silent',
    CONTENT_DIR: content,
    DATABASE_URL: `sqlite:${join(folder, 'svar.db')}`,
  };
  const app = await openApp(readConfig(env, root), { watches: false, keepsPins: true });
  try {
    return await weeksOf(app, count, numbers(seed));
  } finally {
    await app.close();
    await rm(folder, { recursive: true });
  }
}

async function weeksOf(app: App, count: number, random: () => number): Promise<readonly Week[]> {
  const known: Known = { needOf: new Map(), ofPin: new Map() };
  const told: Week[] = [];
  for (let week = 0; week < weeks; week++) {
    const asked = await ask(app, Math.floor(count / weeks), random, known);
    const done = await moderate(app, known);
    told.push({ ...asked, ...done });
  }
  return told;
}

/** What only people know: which need a question is for, and what a fixed answer is about. */
interface Known {
  readonly needOf: Map<string, Need>;
  readonly ofPin: Map<string, Need>;
}

type Answers = Pick<Week, 'asked' | 'right' | 'wrong' | 'unsure' | 'unknown'>;

async function ask(app: App, count: number, random: () => number, known: Known): Promise<Answers> {
  const counts = { asked: count, right: 0, wrong: 0, unsure: 0, unknown: 0 };
  for (let number = 0; number < count; number++) {
    const need = needs[Math.floor(random() * needs.length)];
    const wording = need?.asked[Math.floor(random() * need.asked.length)];
    if (need === undefined || wording === undefined) continue;
    const text = reworded(wording, random);
    known.needOf.set(text, need);
    const answer = await app.answers.ask({ text, server });
    app.gaps?.note(server, { text, isDirect: false, kind: answer.kind, target: targetOf(answer) });
    if (answer.kind === 'unsure' || answer.kind === 'unknown') counts[answer.kind]++;
    else counts[isRight(answer, need, known) ? 'right' : 'wrong']++;
    await react(app, { text, answer, need, name: `${String(random())}:0` }, random, known);
  }
  return counts;
}

const targetOf = (answer: Answer): string | null => {
  if (answer.kind === 'pinned') return `p${answer.pin.id}`;
  return answer.kind === 'found' ? answer.match.passage.hash : null;
};

function isRight(answer: Answer, need: Need, { ofPin }: Known): boolean {
  if (answer.kind === 'pinned') return ofPin.get(answer.pin.id) === need;
  return answer.kind === 'found' && need.passages.includes(answer.match.passage.id);
}

/** What somebody does with an answer: a vote, and a pick where the right one is offered. */
async function react(
  app: App,
  {
    text,
    answer,
    need,
    name,
  }: { readonly text: string; readonly answer: Answer; readonly need: Need; readonly name: string },
  random: () => number,
  known: Known,
): Promise<void> {
  const target = targetOf(answer);
  const pick = (
    share: number,
    places: readonly { readonly passage: { readonly id: string; readonly hash: string } }[],
  ): void => {
    const right = places.find(({ passage }) => need.passages.includes(passage.id));
    if (right !== undefined && random() < share)
      app.feedback?.notePick(server, right.passage.hash, { text, isDirect: false });
  };
  if (answer.kind === 'unsure') {
    const own = answer.pins.find(({ id }) => known.ofPin.get(id) === need);
    if (own === undefined) pick(people.picks, answer.suggestions);
    else if (random() < people.picks) app.feedback?.notePick(server, `p${own.id}`, { text, isDirect: false });
  }
  if (target === null) return;
  const value = isRight(answer, need, known) ? 'up' : 'down';
  if (random() >= people[value]) return;
  await app.feedback?.vote(server, { answer: name, person: name, value, target });
  if (value === 'up') return;
  app.gaps?.noteDown(server, { text, isDirect: false, target, answer: name });
  pick(people.picksInstead, answer.ranking.slice(0, 5));
}

/** Something a moderator may do: what it is worth, what it costs, and doing it. */
interface Task {
  readonly count: number;
  readonly clicks: number;
  readonly run: () => Promise<'accepted' | 'pinned' | null>;
}

/** Ten clicks, spent where most questions are settled by each: an offer takes one, a gap two. */
async function moderate(app: App, known: Known): Promise<Pick<Week, 'clicks' | 'accepted' | 'pinned'>> {
  const offers = await app.offers?.list(server);
  const gaps = await app.gaps?.list(server);
  const tasks: readonly Task[] = [
    ...(offers?.ok === true ? offers.value : []).flatMap((offer) => offerTask(app, offer, known)),
    ...(gaps?.ok === true ? gaps.value.open : []).flatMap((gap) => gapTask(app, gap, known)),
  ];
  const done = { clicks: 0, accepted: 0, pinned: 0 };
  for (const task of tasks.toSorted((a, b) => b.count / b.clicks - a.count / a.clicks)) {
    if (done.clicks + task.clicks > clicksAWeek) continue;
    done.clicks += task.clicks;
    const outcome = await task.run();
    if (outcome !== null) done[outcome]++;
  }
  return done;
}

/** A moderator who reads it sees whether it is right, and accepts or declines it. */
function offerTask(app: App, offer: Offer, known: Known): readonly Task[] {
  if (offer.kind === 'unused' || offer.kind === 'covered') return [];
  const need = mostOf(questionsOf(offer), known);
  const answer = offer.kind === 'picked' ? offer.answer : offer.instead;
  if (need === null || answer === null) return [];
  const isGood =
    answer.kind === 'pin'
      ? known.ofPin.get(answer.pin.id) === need
      : need.passages.includes(answer.located.passage.id);
  const accept = async (): Promise<'accepted' | null> => {
    const accepted = await app.offers?.accept(server, offer.id, '100000000000000103');
    if (accepted?.ok !== true) return null;
    known.ofPin.set(accepted.value.id, need);
    return 'accepted';
  };
  const decline = async (): Promise<null> => {
    await app.offers?.decline(server, offer.id);
    return null;
  };
  return [{ count: offer.count, clicks: 1, run: isGood ? accept : decline }];
}

function gapTask(app: App, gap: Gap, known: Known): readonly Task[] {
  const need = mostOf(wordsOf(gap), known);
  if (need === null) return [];
  const run = async (): Promise<'pinned' | null> => ((await pin(app, gap, need, known)) ? 'pinned' : null);
  return [{ count: gap.count, clicks: clicksAGap, run }];
}

const wordsOf = ({ wordings }: Gap): readonly string[] => wordings.map(({ text }) => text);

function questionsOf(offer: Offer): readonly string[] {
  if (offer.kind === 'picked') return [offer.question, ...offer.phrasings];
  return offer.kind === 'downvoted' ? wordsOf(offer.gap) : [];
}

/** The need that most of some questions are for, as a moderator reads them. */
function mostOf(texts: readonly string[], { needOf }: Known): Need | null {
  const counts = new Map<Need, number>();
  for (const text of texts) {
    const need = needOf.get(text);
    if (need !== undefined) counts.set(need, (counts.get(need) ?? 0) + 1);
  }
  return Array.from(counts).toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** The form as it opens, with the right answer chosen: whatever wordings the gap has are taken along. */
async function pin(app: App, gap: Gap, need: Need, known: Known): Promise<boolean> {
  const [question = '', ...others] = wordsOf(gap);
  const passage = need.passages.flatMap((id) => app.answers.findById(id) ?? [])[0]?.passage.hash ?? null;
  const draft = { question, phrasings: fittingPhrasings(others), target: passage, text: need.answer };
  const added = await app.answers.pins?.add(server, draft, null);
  if (added?.ok !== true) return false;
  known.ofPin.set(added.value.id, need);
  return true;
}

/** Right among all asked, and among the answered. */
export const shareOf = ({ right, asked }: Week): number => right / asked;
export const precisionOf = ({ right, wrong }: Week): number => right / Math.max(1, right + wrong);

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** A table of the weeks, and what the month comes to. */
export function monthTable(told: readonly Week[]): string {
  return [
    'week  asked  right without help  precision  unsure  unknown  clicks  accepted  pinned',
    ...told.map((week, place) =>
      [
        String(place + 1).padStart(4),
        String(week.asked).padStart(5),
        percent(shareOf(week)).padStart(18),
        percent(precisionOf(week)).padStart(9),
        String(week.unsure).padStart(6),
        String(week.unknown).padStart(7),
        String(week.clicks).padStart(6),
        String(week.accepted).padStart(8),
        String(week.pinned).padStart(6),
      ].join('  '),
    ),
  ].join('\n');
}

/** Whether the share of right answers rises every week, and precision does not fall below that of the first. */
export const isBetterEachWeek = (told: readonly Week[]): boolean =>
  told.every((week, place) => {
    const before = told[place - 1];
    return before === undefined || shareOf(week) > shareOf(before);
  }) && precisionOf(told.at(-1) ?? told[0] ?? nothing) >= precisionOf(told[0] ?? nothing);

const nothing: Week = {
  asked: 0,
  right: 0,
  wrong: 0,
  unsure: 0,
  unknown: 0,
  clicks: 0,
  accepted: 0,
  pinned: 0,
};

/** `npm run stress -- month`: prints the weeks. @returns whether they are as they should be */
export async function month(count: number, seed: number): Promise<boolean> {
  const told = await simulateMonth(count, seed);
  process.stdout.write(`${monthTable(told)}\n`);
  return isBetterEachWeek(told);
}
