import type { desk as english } from '../en/desk.ts';

const day = new Intl.DateTimeFormat('da-DK', { day: 'numeric', month: 'short', year: 'numeric' });

/** What moderators are written in their channel, and what members read who ask for a person, in Danish. */
export const desk = {
  call: (mention) => `🙋 ${mention} vil gerne have svar fra et menneske:`,
  inPrivate: 'Spurgt privat, så der er ingen besked at linke til.',
  questionGone: 'Jeg kan ikke længere læse spørgsmålet. Stil det igen, og tryk så på knappen.',
  told: {
    asked: 'Moderatorerne har fået dit spørgsmål. Du får svar her.',
    already: 'Moderatorerne har allerede fået det spørgsmål.',
    'not-set': 'Moderatorerne kan ikke længere nås gennem mig her. Skriv til en af dem.',
    'not-reached': 'Jeg kunne ikke få fat i moderatorerne lige nu. Skriv til en af dem.',
  },
  settings: {
    desk: (channel) =>
      `Jeg skriver til moderatorerne i ${channel}: når et medlem spørger et menneske, et overblik hver mandag morgen, og når en artikel ikke kan læses.`,
    noDesk:
      'Jeg skriver ikke til moderatorerne. Vælg en kanal med `/svar-indstillinger moderatorer kanal:`, så kan medlemmer spørge et menneske.',
    notify: (role) => `Når et medlem spørger et menneske, får ${role} besked.`,
    noNotify: 'Ingen får besked, når et medlem spørger et menneske.',
    notMentionable: (role) =>
      `⚠️ ${role} kan ikke nævnes af alle, så ingen får besked. Slå det til i rollens egne indstillinger.`,
    cannotWrite: (channel) =>
      `⚠️ Jeg må ikke skrive i ${channel}: der mangler jeg »Se kanal« og »Send beskeder«.`,
    notifyAlone: 'Vælg først en kanal: det er der, rollen får besked.',
  },
  digest: {
    title: 'Ugens spørgsmål',
    asked: (count) => `${count} spørgsmål`,
    answered: (percent) => `${percent} % besvaret uden hjælp`,
    changed: (before, percent) => `besvaret uden hjælp: ${before} → ${percent} %`,
    votes: (percent, count) => `👍 ${percent} % af ${count === 1 ? '1 stemme' : `${count} stemmer`}`,
    gaps: (count) => `Ubesvaret: ${count === 1 ? '1 emne' : `${count} emner`}`,
    offers: (count) => `${count} forslag til jer`,
    stale: 'Skal ses igennem igen',
    staleLine: (title, date) => `${title} · senest ${day.format(date)}`,
    more: (count) => `og ${count} til`,
    allGaps: 'Alle ubesvarede',
    allOffers: 'Alle forslag',
  },
  reload: {
    kept: 'En artikel kan ikke læses, som den er nu. Jeg svarer fortsat ud fra den sidste udgave, der kunne læses.',
    keptMany: (count) =>
      `${count} artikler kan ikke læses, som de er nu. Jeg svarer fortsat ud fra de sidste udgaver, der kunne læses.`,
    file: (name, line) => (line === null ? name : `${name}, linje ${line}`),
    unreadable: 'Artiklerne kan ikke læses. Jeg svarer fortsat ud fra dem, jeg havde.',
    held: (gone, of) =>
      `${gone} af ${of} artikler er væk på én gang. Jeg svarer ud fra dem et minut endnu, hvis det nu er en fejl.`,
    unwatched: 'Ændringer i artiklerne bliver ikke opdaget længere. Den, der driver mig, bør genstarte mig.',
  },
} satisfies typeof english;
