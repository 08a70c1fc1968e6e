import type { settings as english } from '../en/settings.ts';

/** What whoever manages a server reads about its settings, in Danish. */
export const settings = {
  undo: 'Fortryd',
  undone: 'Fortrudt.',
  tooLate: 'Det er ændret igen siden. `/svar-indstillinger vis` viser, hvordan det står til.',
  unasked: {
    on: (channel) =>
      `I ${channel} svarer jeg nu også på spørgsmål, som ingen har stillet mig, når jeg er sikker: én gang pr. spørgsmål, og aldrig midt i en samtale.`,
    off: (channel) => `I ${channel} svarer jeg kun, når nogen spørger mig.`,
    where: (channels) =>
      channels.length === 0
        ? 'Jeg svarer kun, når nogen spørger mig.'
        : `Jeg svarer også på spørgsmål, som ingen har stillet mig, i ${channels.join(', ')}.`,
    contentOff:
      '⚠️ Jeg kan ikke læse beskeder, der ikke nævner mig: MESSAGE_CONTENT er slået fra. Den, der driver mig, skal sætte MESSAGE_CONTENT=on og slå »Message Content Intent« til i Developer Portal.',
    contentRefused:
      '⚠️ Discord lader mig ikke læse beskeder, der ikke nævner mig. Den, der driver mig, skal slå »Message Content Intent« til i Developer Portal (Bot) og starte mig igen.',
    missing: (permissions) => `⚠️ Der mangler jeg ${permissions.join(', ')}.`,
    tooMany: (most) => `Jeg kan ikke holde øje med mere end ${most} kanaler.`,
  },
  language: {
    set: (name) => `Når en besked ikke viser sit sprog, svarer jeg på ${name}.`,
    asServer: (name) => `Når en besked ikke viser sit sprog, svarer jeg på serverens: ${name}.`,
    automatic: 'Serverens eget',
  },
  threshold: {
    levels: {
      0: 'Svar meget oftere',
      25: 'Svar oftere',
      50: 'Normalt',
      75: 'Svar sjældnere',
      100: 'Kun når jeg er sikker',
    },
    is: (level) => `Så sikker skal jeg være: ${level}.`,
    month: (asked) =>
      asked === 0
        ? 'Ingen har spurgt om noget de seneste 30 dage.'
        : `Af de seneste 30 dages ${asked} spørgsmål ville jeg have svaret på:`,
    row: (level, share, isChosen) => `${isChosen ? '▸' : '·'} ${level}: omkring ${share} %`,
  },
  articles: {
    all: (articles) => `Jeg læser alle artiklerne: ${articles}.`,
    some: (folders, articles, of) =>
      `Jeg læser ${articles} af ${of} artikler, nemlig dem i ${folders.join(', ')}.`,
    none: '⚠️ Der er ikke længere nogen artikler der, så jeg finder intet.',
    unknown: (folder, known) =>
      known.length === 0
        ? 'Alle artikler ligger samme sted: der er ingen mapper at vælge imellem.'
        : `Der er ingen mappe, der hedder ${folder}. Der er: ${known.join(', ')}.`,
  },
  show: {
    reload: (time, problems) =>
      problems === 0
        ? `Artiklerne blev sidst læst ${time}, uden problemer.`
        : `Artiklerne blev sidst læst ${time}; ${problems === 1 ? '1 problem' : `${problems} problemer`}:`,
    unreadable: '⚠️ Artiklerne kunne ikke læses sidste gang; de gamle svarer fortsat.',
    held: '⚠️ De fleste artikler var væk sidste gang; de gamle svarer et minut endnu.',
    more: (count) => `og ${count} til`,
    allowed: 'I denne kanal må jeg alt det, jeg har brug for.',
    missing: (permissions) => `⚠️ I denne kanal mangler jeg ${permissions.join(', ')}.`,
    content: 'Jeg kan læse alle beskeder i de kanaler, jeg må se.',
    contentOff: 'Jeg kan kun læse beskeder, der nævner mig eller svarer mig (MESSAGE_CONTENT er slået fra).',
  },
  permissions: {
    view: '»Se kanal«',
    send: '»Send beskeder«',
    sendInThreads: '»Send beskeder i tråde«',
    history: '»Læs beskedhistorik«',
    react: '»Tilføj reaktioner«',
  },
  welcome: {
    text: [
      'Hej! Jeg er Svar. Jeg slår spørgsmål op i fællesskabets artikler og svarer med deres egne ord; jeg finder aldrig på noget selv.',
      'Spørg med `/spørg`, eller nævn mig i en besked. `/emner` viser, hvad artiklerne handler om, og `/hjælp` resten.',
    ].join('\n'),
    example: 'For eksempel:',
    managers:
      '-# Moderatorer kan give spørgsmål faste svar med `/faste-svar` og indstille mig med `/svar-indstillinger`.',
  },
  commands: {
    channel: { name: 'kanal', description: 'Lad mig svare i en kanal, også når ingen har spurgt mig' },
    channelWhich: { name: 'kanal', description: 'Kanalen eller forummet; denne, hvis du udelader det' },
    channelAnswers: { name: 'svar', description: 'Om jeg svarer der; ja, hvis du udelader det' },
    language: { name: 'sprog', description: 'Vælg det sprog, jeg svarer på, når en besked ikke viser sit' },
    languageWhich: { name: 'sprog', description: 'Sproget' },
    threshold: { name: 'tærskel', description: 'Vælg, hvor sikker jeg skal være, før jeg svarer' },
    thresholdLevel: { name: 'niveau', description: 'Flere svar eller færre fejl' },
    articles: { name: 'artikler', description: 'Vælg, hvilke mapper med artikler jeg læser her' },
    articlesFolders: { name: 'mapper', description: 'Adskilt af komma; udelad det for dem alle' },
  },
} satisfies typeof english;
