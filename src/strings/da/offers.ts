import type { offers as english } from '../en/offers.ts';

const day = new Intl.DateTimeFormat('da-DK', { day: 'numeric', month: 'short', year: 'numeric' });
const quoted = (text: string): string => `»${text}«`;

/** What moderators are offered, in Danish. */
export const offers = {
  title: (count) => `Forslag til jer: ${count}`,
  button: (count) => `Forslag: ${count}`,
  empty: 'Jeg har ingen forslag lige nu.',
  picked: (number, count, question, others, answer) =>
    `**${number}** ${quoted(question)}${others === 0 ? '' : ` og ${others === 1 ? '1 anden formulering' : `${others} andre formuleringer`}`}: ${answer} er valgt ${count} gange. Skal det være det faste svar?`,
  instead: (number, count, question, answer) =>
    `**${number}** ${quoted(question)} blev besvaret, men ${count} gange hjalp det ikke; nogle valgte ${answer} i stedet. Skal det være det faste svar?`,
  downvoted: (number, count, question) =>
    `**${number}** ${quoted(question)} blev besvaret, men ${count} gange hjalp det ikke. Hvad er det rigtige svar?`,
  unused: (number, question, since) =>
    `**${number}** Det faste svar på ${quoted(question)} er ikke brugt siden ${day.format(since)}. Skal det fjernes?`,
  covered: (number, question) =>
    `**${number}** Artiklerne svarer nu selv på ${quoted(question)}. Skal det faste svar trækkes tilbage?`,
  accept: {
    picked: (number) => `📌 ${number}`,
    downvoted: (number) => `📌 ${number}`,
    unused: (number) => `Fjern ${number}`,
    covered: (number) => `Træk ${number} tilbage`,
  },
  decline: 'Nej tak til …',
  declined: (question) => `Jeg foreslår det ikke igen for ${quoted(question)}.`,
  restored: (question) => `${quoted(question)} er blandt forslagene igen.`,
  undo: 'Fortryd',
  toList: 'Tilbage til listen',
  gone: 'Det forslag er ikke aktuelt længere.',
  unread: 'Jeg kan ikke få fat i forslagene lige nu: databasen svarer ikke. Prøv igen om lidt.',
  page: (page, of) => `Side ${page} af ${of}`,
  previous: 'Forrige',
  next: 'Næste',
} satisfies typeof english;
