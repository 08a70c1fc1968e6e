import type { FaultySetting, terminal as english } from '../en/terminal.ts';

const settingFaults: Readonly<Record<FaultySetting['code'], string>> = {
  token: 'er ikke et bot-token; kopiér det igen fra Discords udviklerportal, siden Bot.',
  address: 'skal være en adresse, der begynder med http:// eller https://.',
  'edit-address': 'skal være en adresse med {article}, for eksempel https://example.org/edit/{article}.',
  database: 'skal være sqlite:FIL eller postgres://….',
  choice: 'skal være en af',
  number: 'skal være et helt tal i området',
  shards: 'skal være shard-numre som 0-3,7.',
  'shards-alone': 'kræver også SHARD_COUNT.',
  'shard-beyond': 'nævner en shard uden for',
  server: 'skal være en servers id: 17 til 20 cifre.',
  unreadable: 'kan ikke læses:',
};

/** What the terminal says, in Danish. */
export const terminal = {
  /** Tag of the language of this table. */
  language: 'da',
  courtesy: {
    greeting: 'Hej! Stil et spørgsmål, så slår jeg det op i artiklerne.',
    goodbye: 'Hav det godt!',
    thanks: 'Selv tak!',
    'about-bot':
      'Jeg er en bot. Stil et spørgsmål, så slår jeg det op i artiklerne og svarer med deres egne ord; jeg finder aldrig på noget selv.',
  },
  chat: {
    noToken: 'DISCORD_TOKEN er ikke sat, så her er en chat i terminalen (README: "Connect to Discord").',
    knows: (articles, passages) =>
      `Svar kender ${passages} afsnit fra ${articles} ${articles === 1 ? 'artikel' : 'artikler'}.`,
    problems: (count) =>
      `${count} ${count === 1 ? 'problem' : 'problemer'} i artiklerne: kør "npm run check".`,
    try: 'Prøv for eksempel:',
    commands: 'Kommandoer: /topics (emner), /why (hvorfor det svar), /help (hjælp), /quit (slut).',
    prompt: 'Spørg: ',
    bye: 'Farvel.',
    unknownCommand: (command) => `${command} findes ikke her.`,
    choose: 'Skriv et tal for at læse det.',
    noSuchNumber: (most) => `Skriv et tal fra 1 til ${most}, eller et nyt spørgsmål.`,
    whyNothing: 'Stil først et spørgsmål; så forklarer /why svaret.',
    topicsEmpty: 'Der er ingen artikler endnu.',
  },
  answer: {
    from: (article) => `Fra ${article}`,
    pinned: 'Fast svar fra moderatorerne',
    readAs: (words) => `læst som ${words.map((word) => `»${word}«`).join(', ')}`,
    section: (heading) => `Under »${heading}« står:`,
    unsure: 'Mener du en af disse?',
    unsureOne: 'Mener du det her?',
    unknown: 'Det står ikke i artiklerne.',
    nearest: (heading) => `Nærmest: ${heading}`,
  },
  why: {
    confidence: (percent) => `Sikkerhed: ${percent} %`,
    score: (score) => `point ${score}`,
    runnerUp: (heading) => `Nummer to: ${heading}`,
    columns: ['ord', 'læst som', 'hvor', 'andel', 'point'],
    notMet: 'ikke fundet',
    parts: 'Pointene er sat sammen af:',
    reading: {
      exact: 'ordet selv',
      inflection: 'en anden form',
      derivation: 'beslægtet ord',
      compound: 'del af et sammensat ord',
      spelling: 'stavefejl',
      synonym: 'synonym',
      translation: 'oversættelse',
      prefix: 'begyndelsen af et ord',
    },
    field: {
      heading: 'overskrift',
      phrasing: 'formulering',
      parents: 'overskriften over',
      title: 'titel',
      keywords: 'nøgleord',
      body: 'tekst',
    },
  },
  evaluate: {
    columns: [
      '',
      'n',
      'top1',
      'R@5',
      'MRR@5',
      'AUROC',
      'præcision',
      'rigtige',
      'nær',
      'forstyrret',
      'tavs',
      'forkert',
      'acc',
      'sikker: præcision',
      'rigtige',
    ],
    all: 'alle',
    mean: ({ top1, recall, auroc, precision, right, near, bothered, accuracy }) =>
      `Gennemsnit over sættene: top1 ${top1}, R@5 ${recall}, AUROC ${auroc}, præcision ${precision}, rigtige ${right}, nær ${near}, forstyrret ${bothered}, acc ${accuracy}`,
    missing: (id) => `Findes ikke i artiklerne, men er nævnt som rigtigt svar: ${id}`,
    failure: ({ question, wanted, got, kind, percent }) =>
      `  »${question}«\n    ønsket: ${wanted ?? 'intet svar'}\n    sagt:   ${got ?? 'intet'} (${kind}, ${percent} %)`,
    changes: (count) => `${count} spørgsmål fik et andet svar:`,
    change: (question, before, now) => `  »${question}«\n    før: ${before}\n    nu:  ${now}`,
    below: (set, figure, actual, least) =>
      `${set}: ${figure} er ${Number(actual.toFixed(3))}, under ${least}.`,
    above: (set, figure, actual, most) => `${set}: ${figure} er ${Number(actual.toFixed(3))}, over ${most}.`,
    moved: (figure, before, now) => `${figure}: ${before} → ${now}`,
    nothing: 'Intet at måle: brug --set MAPPE, eller --questions FIL med --content MAPPE.',
    unknownPart: (name, known) => `Matcheren har ingen del, der hedder ${name}. Dele: ${known.join(', ')}.`,
    badFloors: (text, known) =>
      `--fail-under skal være mindstemål som top1=70,auroc=0.95, ikke "${text}". Tal: ${known.join(', ')}.`,
    badCompare: (file) => `${file} er ikke et resultat, som "evaluate --json" har skrevet.`,
  },
  pinsCli: {
    fileMissing: 'import kræver en fil: npm run pins -- import --server ID --file pins.md',
    unreadable: (file, reason) => `${file} kan ikke læses (${reason}).`,
    refused: (question, reason) => `»${question}«: ${reason}`,
    imported: (count, refused) => `${count} importeret, ${refused} afvist.`,
    applied: (article, heading, questions) =>
      `${article}, »${heading}«: ${questions.map((question) => `»${question}«`).join(', ')}`,
    notApplied: (article, heading) =>
      `${article}, »${heading}«: ikke skrevet; skriv selv spørgsmålene i kommentaren.`,
    nothingToApply: 'Alt det spørger artiklerne allerede om.',
  },
  cli: {
    pins: 'moderatorernes faste svar: export, import, apply (skriv dem ind i artiklerne)',
    importing:
      'artikler ud af det, andre værktøjer har: QnA Maker, Language Studio, CSV, JSON, YAML, TOML, tags',
    importFiles: 'filer eller mapper med dem',
    out: 'mappen som artiklerne skrives i (ellers CONTENT_DIR)',
    dryRun: 'sig hvad der ville blive skrevet, og skriv intet',
    file: 'filen der skrives til eller læses fra',
    ownServer: 'serverens id',
    description: 'Besvarer et fællesskabs gentagne spørgsmål ud fra Markdown-artikler.',
    start: 'Discord-botten, eller uden token en chat i terminalen',
    ask: 'stil ét spørgsmål, eller ét pr. linje på standard input',
    check:
      'gå artiklerne igennem: problemer, formuleringer der stjæler, prøver der rammer forkert, døde links',
    evaluate: 'tal for rigtigt og forkert over spørgsmål med kendte svar',
    questions: 'filer med spørgsmål, ét JSON-objekt pr. linje',
    set: 'mapper med content/ og queries.jsonl',
    failures: 'vis så mange forkerte svar med det der blev sagt i stedet',
    failUnder: 'mindstemål som top1=70,auroc=0.95: slutstatus 1 derunder',
    compare: 'et tidligere --json-resultat: hvilke spørgsmål fik et andet svar',
    without: 'slå dele af matcheren fra',
    content: 'mappen med artiklerne (ellers CONTENT_DIR)',
    json: 'ét JSON-objekt pr. linje',
    top: 'hvor mange afsnit af rangeringen der vises',
    why: 'forklar hvert svar',
    server: 'brug denne servers faste svar',
    question: 'spørgsmålet; uden det læses linjer fra standard input',
    version: 'vis versionen',
    help: 'vis denne hjælp',
    badTop: (value) => `--top skal være et helt tal fra 1 til 50, ikke "${value}".`,
    badFailures: (value: string) => `--failures tager et helt tal fra 1, ikke "${value}".`,
    badServer: (value) => `--server skal være en servers id (15 til 21 cifre), ikke "${value}".`,
  },
  fault: {
    contentFolder: (dir, reason) =>
      `Mappen med artikler, ${dir}, kan ikke læses (${reason}). Sæt CONTENT_DIR i .env, eller brug --content.`,
    store: (reason) => `${reason}. Se efter DATABASE_URL, og om der kan skrives i mappen.`,
    noInput:
      'Der er hverken et DISCORD_TOKEN eller et spørgsmål på standard input, så der er intet at gøre. Skriv tokenet i .env (README: "Connect to Discord"), eller start Svar i en terminal.',
    settings: 'Disse indstillinger skal rettes (se .env.example):',
    setting: ({ setting, code, given, expected }) =>
      `${setting} ${settingFaults[code]}${expected === '' ? '' : ` ${expected}`}${given === null ? '' : ` (nu: ${given})`}`,
    unexpected: (reason) => `Svar måtte stoppe: ${reason}`,
    stopping: 'Stopper …',
  },
} satisfies typeof english;
