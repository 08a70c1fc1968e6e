import type { uiLanguages } from '../src/strings/index.ts';

type Words = (typeof uiLanguages)['da' | 'en']['settings'];

/** What whoever manages a server reads of its settings, as title and text. */
export function settingScreens(words: Words): readonly (readonly [string, string])[] {
  const { unasked, language, threshold, articles, show, permissions, welcome } = words;
  const lacking = [permissions.send, permissions.history];
  const levels = [0, 25, 50, 75, 100] as const;
  const month = levels.map((level, index) =>
    threshold.row(threshold.levels[level], 80 - index * 12, level === 50),
  );
  const shown = [
    unasked.where(['#spørgsmål', '#hjælp']),
    unasked.contentRefused,
    language.asServer('dansk'),
    threshold.is(threshold.levels[50]),
    articles.some(['**klub**'], 12, 40),
    show.reload('for 2 timer siden', 2),
    show.unreadable,
    show.held,
    show.content,
    show.contentOff,
    show.allowed,
    show.missing(lacking),
  ];
  return [
    ['a new server', `${welcome.text}\n${welcome.managers}\n${welcome.example}\n[Hvad er netværk?]`],
    ['a new server without articles', `${welcome.text}\n${welcome.managers}`],
    ['channel', `${unasked.on('#hjælp')}\n${unasked.missing(lacking)}\n[${words.undo}]`],
    ['channel, switched off', `${unasked.off('#hjælp')}\n[${words.undo}]`],
    ['channel, without the intent', unasked.contentOff],
    ['channels, too many', unasked.tooMany(50)],
    ['language', `${language.set('engelsk')}\n[${words.undo}]`],
    ['threshold', [threshold.is(threshold.levels[50]), threshold.month(412), ...month].join('\n')],
    ['threshold, nobody asked', threshold.month(0)],
    [
      'articles',
      [articles.all(40), articles.none, articles.unknown('**x**', ['**klub**', '**spil**'])].join('\n'),
    ],
    ['articles without folders', articles.unknown('**x**', [])],
    ['show', shown.map((line) => `- ${line}`).join('\n')],
    ['undone', `${words.undone}\n${words.tooLate}`],
  ];
}
