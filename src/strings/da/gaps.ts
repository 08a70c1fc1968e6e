import type { gaps as english } from '../en/gaps.ts';

const day = new Intl.DateTimeFormat('da-DK', { day: 'numeric', month: 'short', year: 'numeric' });
const quoted = (text: string): string => `»${text}«`;

/** What moderators read about questions that nothing answers well, in Danish. */
export const gaps = {
  title: (count) => `Ubesvaret: ${count === 1 ? '1 emne' : `${count} emner`}`,
  empty: 'Der er ingen ubesvarede spørgsmål.',
  line: (number, question, count, last) =>
    `**${number}** ${question} · ${count === 1 ? 'spurgt 1 gang' : `spurgt ${count} gange`}, senest ${day.format(last)}`,
  also: (texts) => `Også: ${texts.map(quoted).join(' · ')}`,
  nearest: (heading, source) => `Nærmest: ${heading} · ${source}`,
  edit: 'ret artiklen',
  pin: (number) => `📌 ${number}`,
  ignore: 'Udelad et emne …',
  erase: 'Slet et spørgsmål for altid …',
  ignored: (count) => `Udeladt: ${count}`,
  nothingIgnored: 'Intet er udeladt.',
  back: (number) => `Tag ${number} med igen`,
  dropped: (question) => `${quoted(question)} er fra nu af udeladt af listen.`,
  restored: (question) => `${quoted(question)} er på listen igen.`,
  undo: 'Fortryd',
  toList: 'Tilbage til listen',
  eraseWhich: (question) => `Hvilken formulering af ${quoted(question)} skal slettes for altid?`,
  eraseOne: 'Vælg en formulering …',
  erased: (count) =>
    count === 1 ? '1 spørgsmål er slettet for altid.' : `${count} spørgsmål er slettet for altid.`,
  notErased: 'Databasen er optaget eller svarer ikke. Måske er det ikke slettet endnu; prøv igen om lidt.',
  gone: 'Det spørgsmål er ikke på listen længere: det er besvaret, slettet eller blevet for gammelt.',
  unread: 'Jeg kan ikke få fat i spørgsmålene lige nu: databasen svarer ikke. Prøv igen om lidt.',
  slow: 'Jeg er ikke færdig med at gå spørgsmålene igennem. Tryk igen om et øjeblik.',
  page: (page, of) => `Side ${page} af ${of}`,
  previous: 'Forrige',
  next: 'Næste',
} satisfies typeof english;
