import type { discord as english } from '../en/discord.ts';

const day = new Intl.DateTimeFormat('da-DK', { day: 'numeric', month: 'short', year: 'numeric' });

export const discord = {
  answer: {
    pinned: (date) => `📌 Fast svar fra moderatorerne · ${day.format(date)}`,
    from: (article) => `Fra ${article}`,
    readAs: (words) => `læst som ${words.map((word) => `»${word}«`).join(', ')}`,
    section: (heading) => `Under »${heading}« står:`,
    unsure: 'Mener du en af disse?',
    unsureOne: 'Mener du det her?',
    unknown: 'Det står ikke i artiklerne.',
    nearest: (heading) => `Nærmest: ${heading}`,
    rest: 'Læs resten',
    number: (number) => `Svar ${number}`,
    leftOut: (questions) =>
      `Jeg svarer på tre spørgsmål ad gangen. Stil dette igen for sig: ${questions.map((text) => `»${text}«`).join(' · ')}`,
    readOn: 'Læs videre',
    none: 'Ingen af dem',
    person: 'Spørg et menneske',
    topics: 'Se emner',
    askedFor: (mention) => `Til ${mention}`,
  },
  panel: {
    title: 'Mere om svaret',
    why: 'Hvorfor dette svar?',
    other: 'Andre steder',
    remove: 'Fjern',
    edit: 'Ret artiklen',
    open: 'Åbn artiklen',
    whyMet: ({ met, missed, confidence }) =>
      [
        met.length > 0
          ? `Disse ord i spørgsmålet passede: ${met.join(', ')}.`
          : 'Intet enkelt ord afgjorde det; det gjorde spørgsmålet som helhed.',
        missed.length > 0 ? `Står ikke her: ${missed.join(', ')}.` : '',
        confidence === null
          ? 'Det blev valgt blandt flere forslag.'
          : `Jeg var ${Math.round(confidence * 100)} % sikker.`,
      ]
        .filter((line) => line !== '')
        .join(' '),
    whyPicked: 'Det afsnit er valgt af en person.',
    whyPinned: 'Moderatorerne på denne server har bestemt, at spørgsmålet får dette svar.',
    others: 'Disse steder passer også. Hvilket vil du se?',
    noOthers: 'Der er ikke andet i artiklerne, der passer.',
    runnerUp: (heading, score) => `Nummer to: ${heading} (${score})`,
    fields: {
      heading: 'overskrift',
      phrasing: 'formulering',
      parents: 'overskriften over',
      title: 'titel',
      keywords: 'nøgleord',
      body: 'tekst',
    },
    questionGone: 'Jeg kan ikke længere læse spørgsmålet, så jeg kan ikke slå det op igen.',
  },
  replies: {
    thanksUp: 'Tak, det er godt at vide.',
    voteLost: 'Tak. Din tommel kunne ikke gemmes lige nu; prøv igen om lidt.',
    thanksDown: 'Tak. Passer et af disse bedre?',
    thanksDownAlone: 'Tak. Der er ikke andet i artiklerne, der passer bedre.',
    removed: 'Fjernet.',
    answerGone: 'Svaret findes ikke længere.',
    cannotRemove: 'Kun den, der spurgte, og moderatorer kan fjerne svaret.',
    cannotDelete: 'Det lykkedes ikke at fjerne det. Måske mangler jeg adgang til kanalen.',
    notYours: 'Det kan kun den, der spurgte, og moderatorer.',
    gone: 'Det sted findes ikke længere i artiklerne.',
    outdatedButton: 'Knappen er fra en ældre udgave af mig og virker ikke mere. Spørg igen.',
    wait: (seconds) =>
      `Det går lidt stærkt. Jeg lytter igen om ${seconds === 1 ? 'et sekund' : `${seconds} sekunder`}.`,
    failed: 'Noget gik galt hos mig. Prøv igen om lidt.',
    faultId: (id) => `Fejl ${id}`,
    ownPost: 'Den besked er mit eget svar. Brug knapperne under den.',
    noQuestion: 'Der er ikke noget spørgsmål i den besked.',
    whichToPost: 'Jeg er ikke sikker. Hvilket af disse afsnit skal jeg svare med?',
    cannotPost: 'Jeg må ikke skrive i den kanal.',
    nothingToRead: 'Der er ingen tekst i beskeden, som jeg kan slå op.',
    hidden:
      'Jeg kan ikke se, hvad du skrev: Discord viser mig kun beskeder, der nævner mig. Nævn mig med @Svar i beskeden, eller brug `/spørg`.',
    hiddenAbove:
      'Jeg kan ikke se teksten i den besked. Højreklik (eller hold) på den, og vælg Apps → »Slå op i artiklerne«.',
    courtesy: {
      greeting: 'Hej! Spørg mig om noget, så slår jeg det op i artiklerne.',
      goodbye: 'Hav det godt!',
      thanks: 'Selv tak!',
      'about-bot':
        'Jeg er en bot. Stil mig et spørgsmål, så slår jeg det op i artiklerne og svarer med deres egne ord; jeg finder aldrig på noget selv.',
    },
    answered: (link) => `Svaret står her: ${link}`,
    help: (examples) =>
      examples.length === 0
        ? 'Stil mig et spørgsmål, så slår jeg det op i artiklerne. `/emner` viser, hvad de handler om.'
        : `Stil mig et spørgsmål, så slår jeg det op i artiklerne. For eksempel: ${examples.map((text) => `»${text}«`).join(' eller ')}. \`/emner\` viser resten.`,
  },
  topics: {
    title: 'Det handler artiklerne om',
    empty: 'Der er ingen artikler endnu.',
    choose: 'Vælg en artikel',
    all: 'Alle artikler',
    chooseHeading: 'Vælg et afsnit',
    passages: (count) => (count === 1 ? '1 afsnit' : `${count} afsnit`),
    page: (page, of) => `Side ${page} af ${of}`,
    previous: 'Forrige',
    next: 'Næste',
    unknown: 'Jeg kender ingen artikel med det navn. Her er dem alle.',
  },
  help: {
    asking: [
      '### Sådan spørger du',
      '- `/spørg` og dit spørgsmål; der kommer forslag, mens du skriver. `privat` viser kun svaret til dig.',
      '- Nævn mig i en besked, svar på et af mine svar, eller skriv direkte til mig.',
      '- Højreklik (eller hold) på en besked, og vælg Apps → »Slå op i artiklerne«.',
      'Jeg svarer med artiklernes egne ord, aldrig med tekst, jeg selv finder på.',
    ].join('\n'),
    buttons: [
      '### Knapperne',
      '- 👍 og 👎 fortæller, om svaret hjalp.',
      '- »Læs resten« viser dig hele afsnittet.',
      '- »Spørg et menneske« er der, hvor moderatorerne vil have det: det giver dem dit spørgsmål med dit navn på.',
      '- ⋯ viser, hvorfor jeg valgte svaret, og hvad der ellers passer, og lader den, der spurgte, og moderatorer fjerne det.',
    ].join('\n'),
    privacy: [
      '### Det gemmes',
      'Jeg læser beskeder, der nævner mig, svarer mig eller er skrevet til mig. I kanaler, som serveren har valgt til det, læser jeg også de andre beskeder for at se, om jeg kan svare; dem gemmer jeg intet af. ' +
        'Spørgsmålets tekst bruges til at finde svaret. Hverken navne eller id’er gemmes sammen med spørgsmål.',
      'Får et spørgsmål på en server ikke et godt svar, gemmes teksten i en begrænset tid, så moderatorerne kan se, hvad der mangler. Omtaler, adresser og lange numre bliver fjernet først, og moderatorerne kan slette den. Det, du skriver direkte til mig, bliver kun talt.',
      'En tommel og et valg mellem forslag bliver talt, uden at det gemmes, hvis de var.',
      'Et fast svar husker id’et på den moderator, der skrev det. Den, der driver botten, fjerner på opfordring det, der er gemt om dig.',
    ].join('\n'),
  },
  commands: {
    ask: { name: 'spørg', description: 'Slå et spørgsmål op i artiklerne' },
    askQuestion: { name: 'spørgsmål', description: 'Hvad vil du vide?' },
    askPrivate: { name: 'privat', description: 'Vis kun svaret til dig selv' },
    askFor: { name: 'til', description: 'Hvem svaret er til; de får besked' },
    topics: { name: 'emner', description: 'Se, hvad artiklerne handler om' },
    topicsArticle: { name: 'artikel', description: 'Gå direkte til en artikel' },
    help: { name: 'hjælp', description: 'Sådan spørger du, og hvad der gemmes om dig' },
    helpTopic: { name: 'emne', description: 'Hvad vil du vide noget om?' },
    helpAsking: { name: 'Sådan spørger du', description: '' },
    helpButtons: { name: 'Knapperne', description: '' },
    helpPrivacy: { name: 'Hvad gemmes der om mig', description: '' },
    answerThis: { name: 'Slå op i artiklerne', description: '' },
  },
  start: {
    ready: (name, servers) =>
      `${name} er forbundet og på ${servers === 1 ? '1 server' : `${servers} servere`}.`,
    invite: (url) => `Invitationslink: ${url}`,
    missing: (permission, servers) =>
      `Rettigheden »${permission}« mangler på ${servers === 1 ? '1 server' : `${servers} servere`}.`,
    noToken: 'DISCORD_TOKEN er ikke sat.',
    badToken:
      'Discord afviste DISCORD_TOKEN. Kopiér tokenet igen fra Developer Portal (Bot → Reset Token) til .env.',
    badIntents:
      'Discord afviste intents. Slå »Message Content Intent« til i Developer Portal (Bot), eller sæt MESSAGE_CONTENT=off.',
    noContent:
      'Discord afviste Message Content Intent, så jeg kører uden. Det virker: kommandoer, »Slå op i artiklerne«, knapper, omtaler, svar der nævner mig, og direkte beskeder. Det virker ikke: at svare uopfordret i valgte kanaler, og svar der ikke nævner mig. Slå »Message Content Intent« til i Developer Portal (Bot), og start mig igen.',
    badShards: 'Discord afviste shards. Se på SHARD_COUNT og SHARDS.',
    outdated:
      'Discord tager ikke længere imod den API-version, som denne Svar taler. Opdater Svar, og se på DISCORD_API_URL.',
    fallen: 'Noget uventet gik galt; loggen siger hvor. Svar stopper for at blive startet igen.',
    stuck: (shard, seconds) =>
      `Shard ${shard} har ikke haft en virksom forbindelse til Discord i ${seconds} sekunder. Svar stopper for at blive startet igen.`,
    foreign:
      'En anden maskine bruger den samme SQLite-fil. Flere maskiner kræver PostgreSQL (README: “Several machines”).',
    noNetwork: (detail) => `Discord kan ikke nås (${detail}). Se på netværket og DISCORD_API_URL.`,
    lost: (code) => `Discord afsluttede forbindelsen for altid (lukkekode ${code}).`,
  },
} satisfies typeof english;
