import type { App } from '../src/app.ts';
import { figuresOf } from '../src/curation/figures/figures.ts';
import type { Gap } from '../src/curation/gaps/gap.ts';
import type { Offer } from '../src/curation/offers/offer.ts';
import type { ListedPin } from '../src/curation/pins/pin.ts';
import { digestPost } from '../src/discord/desk/digest.ts';
import { callPost } from '../src/discord/desk/person.ts';
import { reloadPost } from '../src/discord/desk/reload.ts';
import { figuresPost } from '../src/discord/figures.ts';
import { gapsPost, ignoredPost, wordingsPost } from '../src/discord/gaps/list.ts';
import { offersButton, offersPost } from '../src/discord/offers/list.ts';
import type { Post } from '../src/discord/post.ts';
import type { Strings } from '../src/strings/index.ts';

const at = new Date('2026-11-24T12:00:00Z');

const pin: ListedPin = {
  id: '000000000001',
  question: 'Hvornår er der medlemsmøde?',
  phrasings: [],
  target: null,
  passageId: null,
  markdown: 'Første tirsdag i måneden kl. 19.',
  state: 'own',
  createdAt: at,
  updatedAt: at,
  by: null,
  revision: 1,
  isLive: true,
  uses: 14,
  lastUsedAt: at,
  channelPin: null,
};

const named = (id: string) => ({ id, ids: [id] });

/** What moderators read about questions, figures and offers, and what members read who ask for a person. */
export async function deskScreens(
  app: App,
  tag: string,
  { gaps: gapWords, figures: figureWords, offers: offerWords, desk }: Strings,
  postText: (post: Post) => string,
): Promise<ReadonlyMap<string, string>> {
  const [first] = (await app.answers.ask({ text: 'hvad er netværk', server: null })).ranking;
  if (first === undefined) throw new Error('the sample article answers nothing');
  const gap = (id: string, texts: readonly string[], down: readonly string[]): Gap => ({
    id,
    question: texts[0] ?? '',
    wordings: texts.map((text, place) => ({ text, ids: [`00000000010${String(place)}`] })),
    count: texts.length + 1,
    down,
    last: at,
    nearest: first,
    isOffered: false,
  });
  const bikes = gap('000000000010', ['Hvor er cykelkælderen?', 'er der en cykelkælder'], []);
  const plants = gap('000000000020', ['hvem vander planterne'], ['a', 'b', 'c']);
  const passage = { kind: 'passage', located: first } as const;
  const offers: readonly Offer[] = [
    {
      ...named('00000000000a'),
      kind: 'picked',
      question: 'hvordan møder man folk',
      phrasings: ['folk at møde?'],
      answer: passage,
      count: 5,
    },
    { ...named('00000000000b'), kind: 'downvoted', gap: plants, count: 3, instead: passage },
    { ...named('00000000000c'), kind: 'downvoted', gap: plants, count: 3, instead: null },
    { ...named('00000000000d'), kind: 'unused', pin, since: new Date('2026-08-12') },
    { ...named('00000000000e'), kind: 'covered', pin: { ...pin, question: 'Er der parkering?' } },
  ];
  const day = '2026-11-24';
  const figures = {
    ...figuresOf(
      30,
      [
        { day, kind: 'found', target: 'a', count: 120 },
        { day, kind: 'pinned', target: 'p1', count: 28 },
        { day, kind: 'unsure', target: '', count: 31 },
        { day, kind: 'unknown', target: '', count: 21 },
      ],
      [{ day, up: 38, down: 4 }],
    ),
    before: { asked: 180, answered: 110 },
    passages: 60,
    neverAsked: [first],
  };
  const week = {
    figures,
    gaps: [bikes, plants],
    offers,
    stale: [{ title: 'Priser', by: new Date('2026-11-01') }],
  };
  const names = [
    { name: 'Hvordan kan jeg netværke effektivt? · Netværk', count: 40 },
    { name: '📌 Hvornår er der medlemsmøde?', count: 28 },
  ];
  const { content } = { content: app.answers.content() };
  const problem = {
    code: 'front-matter-syntax',
    severity: 'error',
    file: 'priser.md',
    line: 2,
    parameters: { detail: '' },
  } as const;
  const call = {
    person: '100000000000000101',
    question: 'Hvordan bager man rugbrød?',
    answer: { url: 'https://discord.com/channels/1/2/3' },
  };
  const more = [offersButton(offerWords.button(offers.length))];
  const list = { open: [bikes, plants], ignored: [plants] };
  return new Map([
    ['/questions unanswered', postText(gapsPost(list, 0, gapWords, null, more))],
    ['/questions unanswered · nothing', postText(gapsPost({ open: [], ignored: [] }, 0, gapWords, null))],
    ['left out', postText(ignoredPost(list, 0, gapWords))],
    ['delete a wording', postText(wordingsPost(bikes, gapWords))],
    ['/questions stats', postText(figuresPost(figures, names, figureWords))],
    ['/questions stats · nobody asked', postText(figuresPost(figuresOf(1, [], []), [], figureWords))],
    ['suggestions', postText(offersPost(offers, 0, offerWords))],
    ['suggestions · none', postText(offersPost([], 0, offerWords))],
    ['summary of the week', postText(digestPost(week, tag))],
    [
      'a person is asked',
      postText(callPost({ ...call, isPrivate: false }, { channel: '1', notify: '2' }, desk)),
    ],
    [
      'a person is asked privately',
      postText(callPost({ ...call, isPrivate: true }, { channel: '1', notify: null }, desk)),
    ],
    [
      'articles that cannot be read',
      [
        { kind: 'live', content, kept: [problem], synonyms: null } as const,
        { kind: 'live', content, kept: [problem, { ...problem, file: 'mad.md' }], synonyms: null } as const,
        { kind: 'held', gone: 7, of: 9, seconds: 60 } as const,
        { kind: 'unreadable', reason: '' } as const,
        { kind: 'unwatched', reason: '' } as const,
      ]
        .map((event) => reloadPost(event, desk)?.content ?? '')
        .join('\n'),
    ],
    ['told to members', Object.values(desk.told).concat(desk.questionGone).join('\n')],
    [
      '/settings moderators',
      [
        desk.settings.noDesk,
        desk.settings.desk('<#1>'),
        desk.settings.notify('<@&2>'),
        desk.settings.noNotify,
        desk.settings.notMentionable('<@&2>'),
        desk.settings.cannotWrite('<#1>'),
        desk.settings.notifyAlone,
      ].join('\n'),
    ],
    [
      'sentences',
      [...Object.values(gapWords), ...Object.values(offerWords)]
        .filter((text) => typeof text === 'string')
        .join('\n'),
    ],
  ]);
}
