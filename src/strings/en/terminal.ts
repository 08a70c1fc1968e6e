/** What is wrong with a setting; `given` is null where the value is a secret. */
export interface FaultySetting {
  readonly setting: string;
  readonly code: keyof typeof settingFaults;
  readonly given: string | null;
  readonly expected: string;
}

/** Means over several sets, as they are shown. */
export type MeanFigures = Readonly<
  Record<'top1' | 'recall' | 'auroc' | 'precision' | 'right' | 'near' | 'bothered' | 'accuracy', string>
>;

/** A question that was not answered as it should have been. */
export interface FailedQuestion {
  readonly question: string;
  readonly wanted: string | null;
  readonly got: string | null;
  readonly kind: string;
  readonly percent: number;
}

const settingFaults = {
  token: "is not a bot token; copy it anew from Discord's developer portal, page Bot.",
  address: 'must be an address that begins with http:// or https://.',
  'edit-address': 'must be an address that holds {article}, such as https://example.org/edit/{article}.',
  database: 'must be sqlite:FILE or postgres://….',
  choice: 'must be one of',
  number: 'must be a whole number in the range',
  shards: 'must list shard numbers such as 0-3,7.',
  'shards-alone': 'needs SHARD_COUNT beside it.',
  'shard-beyond': 'names a shard outside',
  generation: 'must be a short name of letters, digits, dots and dashes.',
  'mentions-off': 'needs MENTIONS=on.',
  server: "must be a server's id: 17 to 20 digits.",
  unreadable: 'cannot be read:',
};

/** What the terminal says, in English. */
export const terminal = {
  /** Tag of the language of this table. */
  language: 'en',
  courtesy: {
    greeting: 'Hello! Ask a question, and I will look it up in the articles.',
    goodbye: 'Take care!',
    thanks: 'You’re welcome!',
    'about-bot':
      'I am a bot. Ask a question, and I look it up in the articles and answer in their own words; I never make anything up.',
  },
  chat: {
    noToken: 'No DISCORD_TOKEN is set, so this is a chat in the terminal (README: "Connect to Discord").',
    knows: (articles: number, passages: number) =>
      `Svar knows ${passages} passages from ${articles} ${articles === 1 ? 'article' : 'articles'}.`,
    problems: (count: number) =>
      `${count} ${count === 1 ? 'problem' : 'problems'} in the articles: run "npm run check".`,
    try: 'Try for example:',
    commands: 'Commands: /topics, /why (for the last answer), /help, /quit.',
    prompt: 'Ask: ',
    bye: 'Goodbye.',
    unknownCommand: (command: string) => `There is no ${command} here.`,
    choose: 'Type a number to read it.',
    noSuchNumber: (most: number) => `Type a number from 1 to ${most}, or another question.`,
    whyNothing: 'Ask something first; /why then explains the answer.',
    topicsEmpty: 'There are no articles yet.',
  },
  answer: {
    from: (article: string) => `From ${article}`,
    pinned: 'Fixed answer from the moderators',
    readAs: (words: readonly string[]) => `read as ${words.map((word) => `"${word}"`).join(', ')}`,
    section: (heading: string) => `Below “${heading}”:`,
    unsure: 'Do you mean one of these?',
    unsureOne: 'Do you mean this?',
    unknown: 'The articles do not say.',
    nearest: (heading: string) => `Nearest: ${heading}`,
  },
  why: {
    confidence: (percent: number) => `Confidence: ${percent} %`,
    score: (score: string) => `score ${score}`,
    runnerUp: (heading: string) => `Runner-up: ${heading}`,
    columns: ['word', 'read as', 'where', 'share', 'score'],
    notMet: 'not met',
    parts: 'Parts of the score:',
    reading: {
      exact: 'the word itself',
      inflection: 'another form',
      derivation: 'related word',
      compound: 'part of a compound',
      spelling: 'misspelt',
      synonym: 'synonym',
      translation: 'translation',
      prefix: 'beginning of a word',
    },
    field: {
      heading: 'heading',
      phrasing: 'phrasing',
      parents: 'heading above',
      title: 'title',
      keywords: 'keywords',
      body: 'text',
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
      'precision',
      'right',
      'near',
      'bothered',
      'quiet',
      'wrong',
      'acc',
      'sure: precision',
      'right',
    ],
    tuneColumns: ['position', 'post from', 'offer from', 'precision', 'right', 'near', 'bothered', 'wrong'],
    ownTests: "the articles' own tests",
    all: 'all',
    mean: ({ top1, recall, auroc, precision, right, near, bothered, accuracy }: MeanFigures) =>
      `Mean over the sets: top1 ${top1}, R@5 ${recall}, AUROC ${auroc}, precision ${precision}, right ${right}, near ${near}, bothered ${bothered}, acc ${accuracy}`,
    missing: (id: string) => `Not in the articles, though named as a right answer: ${id}`,
    failure: ({ question, wanted, got, kind, percent }: FailedQuestion) =>
      `  "${question}"\n    wanted: ${wanted ?? 'no answer'}\n    said:   ${got ?? 'nothing'} (${kind}, ${percent} %)`,
    changes: (count: number) => `${count} ${count === 1 ? 'question' : 'questions'} changed answer:`,
    change: (question: string, before: string, now: string) =>
      `  "${question}"\n    before: ${before}\n    now:    ${now}`,
    below: (set: string, figure: string, actual: number, least: number) =>
      `${set}: ${figure} is ${Number(actual.toFixed(3))}, below ${least}.`,
    above: (set: string, figure: string, actual: number, most: number) =>
      `${set}: ${figure} is ${Number(actual.toFixed(3))}, above ${most}.`,
    moved: (figure: string, before: string, now: string) => `${figure}: ${before} → ${now}`,
    nothing: 'Nothing to evaluate: give --set DIR, or --questions FILE with --content DIR.',
    unknownPart: (name: string, known: readonly string[]) =>
      `The matcher has no part called ${name}. Parts: ${known.join(', ')}.`,
    badFloors: (text: string, known: readonly string[]) =>
      `--fail-under takes floors such as top1=70,auroc=0.95, not "${text}". Figures: ${known.join(', ')}.`,
    badCompare: (file: string) => `${file} is not a result that "evaluate --json" wrote.`,
  },
  pinsCli: {
    fileMissing: 'import needs a file: npm run pins -- import --server ID --file pins.md',
    unreadable: (file: string, reason: string) => `${file} cannot be read (${reason}).`,
    refused: (question: string, reason: string) => `"${question}": ${reason}`,
    imported: (count: number, refused: number) => `${count} imported, ${refused} refused.`,
    applied: (article: string, heading: string, questions: readonly string[]) =>
      `${article}, "${heading}": ${questions.map((question) => `"${question}"`).join(', ')}`,
    notApplied: (article: string, heading: string) =>
      `${article}, "${heading}": not written; write the questions into its comment by hand.`,
    nothingToApply: 'The articles ask all of that already.',
  },
  erased: (pins: number, votes: number) =>
    `Removed from ${pins} fixed ${pins === 1 ? 'answer' : 'answers'}, and ${votes} ${votes === 1 ? 'vote' : 'votes'}.`,
  store: {
    badUrl: 'A database is named sqlite:FILE or postgres://….',
    notEmpty: (table: string) => `The other database is not empty (${table}). Nothing was copied.`,
    failed: (detail: string) => `Nothing was copied: ${detail}`,
    table: (table: string, rows: number) => `${table}: ${rows}`,
    same: 'Every row was compared: both hold the same.',
  },
  cli: {
    store: 'copy everything that is kept to another, empty database',
    storeFrom: 'where it is: sqlite:FILE or postgres://…',
    storeTo: 'the empty one',
    csv: 'figures day by day instead, as CSV',
    days: 'how many days the figures cover',
    badDays: (value: string) => `--days takes a whole number from 1 to 366, not "${value}".`,
    gaps: 'what no article answers, as headings for authors to write below (Markdown)',
    erase: 'remove what is stored about one person: their id on fixed answers, their votes',
    eraseUser: "the person's id in Discord",
    badUser: (value: string) => `--user takes a person's id (15 to 21 digits), not "${value}".`,
    pins: "the moderators' fixed answers: export, import, apply (write them into the articles)",
    importing: 'articles from what other tools hold: QnA Maker, Language Studio, CSV, JSON, YAML, TOML, tags',
    importFiles: 'files, or folders of them',
    out: 'folder that the articles are written to (default: CONTENT_DIR)',
    dryRun: 'say what would be written, and write nothing',
    file: 'the file to write to or read from',
    ownServer: "the server's id",
    description: "Answers a community's repeated questions from Markdown articles.",
    start: 'the Discord bot, or without a token a chat in the terminal',
    ask: 'ask one question, or one per line on standard input',
    check: 'check the articles: problems, stolen phrasings, missed tests, dead links',
    evaluate: 'right and wrong figures over questions with known answers',
    questions: 'files of questions, one JSON object per line',
    set: 'folders that hold content/ and queries.jsonl',
    failures: 'list so many wrong answers with what was said instead',
    failUnder: 'floors such as top1=70,auroc=0.95: exit status 1 below',
    compare: 'an earlier --json result: which questions changed answer',
    tune: 'what other settings of the two bars would have posted and offered',
    without: 'switch parts of the matcher off',
    content: 'folder with the articles (default: CONTENT_DIR)',
    json: 'one JSON object per line',
    top: 'how many passages of the ranking are listed',
    why: 'explain each answer',
    server: "use this server's fixed answers",
    question: 'the question; without it, lines of standard input are read',
    version: 'print the version',
    help: 'print this help',
    badTop: (value: string) => `--top takes a whole number from 1 to 50, not "${value}".`,
    badFailures: (value: string) => `--failures takes a whole number from 1, not "${value}".`,
    badServer: (value: string) => `--server takes a server's id (15 to 21 digits), not "${value}".`,
  },
  fault: {
    contentFolder: (dir: string, reason: string) =>
      `The content folder ${dir} cannot be read (${reason}). Set CONTENT_DIR in .env, or give --content.`,
    store: (reason: string) => `${reason}. Check DATABASE_URL, and that its folder can be written.`,
    port: (reason: string) =>
      `The port for health and figures cannot be opened (${reason}). Check HTTP_PORT; perhaps another program uses it.`,
    noInput:
      'There is no DISCORD_TOKEN and no question on standard input, so there is nothing to do. Put the token into .env (README: "Connect to Discord"), or start Svar in a terminal.',
    settings: 'These settings need mending (see .env.example):',
    setting: ({ setting, code, given, expected }: FaultySetting) =>
      `${setting} ${settingFaults[code]}${expected === '' ? '' : ` ${expected}`}${given === null ? '' : ` (now: ${given})`}`,
    unexpected: (reason: string) => `Svar had to stop: ${reason}`,
    stopping: 'Stopping …',
  },
};
