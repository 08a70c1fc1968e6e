const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** What moderators read about fixed answers, in English. */
export const pins = {
  form: {
    title: 'Make a fixed answer',
    editTitle: 'Edit the fixed answer',
    question: 'Question',
    phrasings: 'Other ways to ask it, one per line',
    passage: 'Answer',
    passageHint: 'The passage that answers. Leave it empty if you write your own text below',
    nothing: 'No passage chosen',
    kept: 'Keep the answer as it is',
    own: 'My own text (below)',
    text: 'My own text',
    textHint: 'What you write here is the answer, in place of a passage',
    which: 'That post answers several questions. Which one is to get a fixed answer?',
    channel: 'Pin the answer in this channel as well?',
    yes: 'Yes',
    no: 'No',
  },
  done: {
    added: (question: string): string =>
      `Stored. From now on everyone in this server gets that answer to “${question}”.`,
    edited: (question: string): string => `Stored. “${question}” now has the new answer.`,
    removed: (question: string): string => `“${question}” is no longer a fixed answer.`,
    restored: (question: string): string => `“${question}” is as it was before.`,
    retired: (question: string): string => `“${question}” is retired; the articles answer it.`,
    renewed: (question: string): string => `Stored. “${question}” now has the text as the article has it.`,
    renew: 'Use the new text',
    edit: 'Edit',
    pinnedInChannel: 'The answer is pinned in the channel as well.',
    undo: 'Undo',
    replace: 'Replace it',
    remove: 'Remove',
    retire: 'Retire',
    keep: 'Keep',
    areYouSure: (question: string): string => `Remove the fixed answer to “${question}”?`,
  },
  list: {
    title: (count: number): string => `Fixed answers: ${count}`,
    empty: 'There are no fixed answers yet. Right-click a message, then Apps → “Pin answer”.',
    line: (question: string, answer: string, uses: number, date: Date): string =>
      `**${question}** → ${answer}\n-# ${uses === 1 ? 'used once' : `used ${uses} times`} · ${day.format(date)}`,
    by: (mention: string): string => `by ${mention}`,
    own: (beginning: string): string => `“${beginning}”`,
    change: 'Edit a fixed answer …',
    drop: 'Remove a fixed answer …',
    states: {
      current: '',
      outdated: 'the article has changed since',
      orphaned: 'the passage is gone',
      own: '',
      covered: 'in the article now',
    },
    page: (page: number, of: number): string => `Page ${page} of ${of}`,
    previous: 'Previous',
    next: 'Next',
  },
  fault: {
    notModerator: 'Only moderators can do that: it takes the right to manage messages in the whole server.',
    serverOnly: 'Fixed answers belong to a server. Use this in one.',
    'question-empty': 'A fixed answer needs a question.',
    'question-long': ({ limit }: { limit: number }): string =>
      `The question is too long: at most ${limit} characters.`,
    'phrasing-long': ({ limit }: { limit: number }): string =>
      `One of the other ways to ask is too long: at most ${limit} characters.`,
    'phrasings-long': ({ limit }: { limit: number }): string =>
      `The other ways to ask are too long together: at most ${limit} characters.`,
    'phrasings-many': ({ limit }: { limit: number }): string =>
      `Too many other ways to ask: at most ${limit}.`,
    'text-empty': 'Choose a passage, or write your own text.',
    'text-long': ({ limit }: { limit: number }): string =>
      `Your text is too long: at most ${limit} characters.`,
    'passage-gone': 'That passage is no longer in the articles. Choose another one.',
    duplicate: (asked: string, question: string): string =>
      `“${asked}” has a fixed answer already${asked === question ? '' : `: that to “${question}”`}.`,
    changed: (question: string): string =>
      `Somebody else has changed the fixed answer to “${question}” meanwhile. Nothing was stored.`,
    'two-answers': 'You chose a passage and wrote a text as well. Which one is to be the answer?',
    limit: ({ limit }: { limit: number }): string =>
      `This server has ${limit} fixed answers, and more are not possible. Remove some first.`,
    unread:
      'I cannot get at the fixed answers just now: the database does not answer. Try again in a moment.',
    missing: 'That fixed answer is no longer there.',
    locked: 'The database is busy. Nothing was stored; try again in a moment.',
    full: 'The disk is full. Nothing was stored; tell the one who runs me.',
    gone: 'The database file was moved or deleted. Nothing was stored; I opened it anew, so please try again.',
    unreachable:
      'The database cannot be reached. I cannot say whether that was stored; look at the list before you try again.',
    broken: 'The database cannot be written. Nothing was stored; tell the one who runs me.',
    stillPinned:
      'The message is still pinned in its channel: I have no right to pin messages there any more. Unpin it by hand.',
    notFollowed:
      'The message that is pinned in the channel still says the old: I may not change or pin it any more.',
    noPinRight: 'It is not pinned in the channel: that takes the right to pin messages, mine and yours.',
    pinsFull: 'It is not pinned in the channel: a channel holds at most 250 pinned messages.',
    unreadable: 'There is no text in that message that I can read.',
  },
  draft: {
    kept: 'Your draft is kept for an hour.',
    gone: 'Your draft is no longer here: I keep it for an hour, and lose it when I am restarted.',
    reopen: 'Open the form again',
    useMine: 'Use my answer instead',
    useText: 'My text',
    usePassage: 'The passage',
    theirs: (answer: string): string => `**Now:** ${answer}`,
    mine: (answer: string): string => `**Yours:** ${answer}`,
  },
  preview: {
    title: (count: number): string => `Draft: ${count} ${count === 1 ? 'passage' : 'passages'}`,
    problems: '**To mend:**',
    noProblems: 'Nothing to mend.',
    line: (line: number): string => `Line ${line}: `,
    replaces: (title: string): string => `A new version of the article “${title}”.`,
    deadHeading: (href: string): string => `the link ${href} names a heading that is not there.`,
    repeats: '**Asks what another passage asks already:**',
    repeated: (heading: string, article: string): string => `“${heading}” stands in ${article} already`,
    takes: '**Takes over questions that others answer today:**',
    taken: (question: string, by: string): string => `“${question}” → ${by}`,
    nothingTaken: 'It takes no question over from other passages.',
    notAnArticle: 'Attach a Markdown file (.md, .markdown or .mdx) of at most 1 MB.',
    unreadable: 'The file could not be fetched from Discord. Try again.',
  },
  settings: {
    notManager: 'Only those who may manage the server can do that.',
    curators: (mention: string): string =>
      `Moderators are those who may manage messages in the whole server, and members with the role ${mention}.`,
    noCurators: 'Moderators are those who may manage messages in the whole server. No other role is chosen.',
    integrations:
      'Discord shows the commands to that role only if it is allowed them: Server settings → Integrations → me → /pins and “Pin answer”.',
    unread: 'The settings cannot be read just now: the database does not answer. Try again in a moment.',
  },
  erase: {
    areYouSure:
      '**Delete everything that I keep for this server?** Fixed answers, questions, votes, figures and settings go for good. Your articles stay. (`/pins export` saves the fixed answers first.)',
    all: 'Delete everything',
    done: 'Everything that I kept for this server is deleted.',
    person: (mention: string, found: { readonly pins: number; readonly votes: number }): string =>
      `Nothing that I keep for this server says ${mention} any more: ${found.pins === 1 ? '1 fixed answer' : `${found.pins} fixed answers`} and ${found.votes === 1 ? '1 vote' : `${found.votes} votes`} did.`,
    failed: 'That could not be done: the database is busy or does not respond. Please try again in a moment.',
  },
  commands: {
    pins: { name: 'pins', description: "The moderators' fixed answers" },
    add: { name: 'add', description: 'Give a question a fixed answer' },
    addQuestion: { name: 'question', description: 'The question' },
    addPassage: { name: 'passage', description: 'The passage that answers it' },
    addText: { name: 'text', description: 'Your own text as the answer' },
    addPhrasings: { name: 'phrasings', description: 'Other ways to ask it, separated by |' },
    addChannel: { name: 'pin_in_channel', description: 'Pin the answer in this channel as well' },
    list: { name: 'list', description: 'See all fixed answers' },
    edit: { name: 'edit', description: 'Change a fixed answer' },
    editPin: { name: 'pin', description: 'Which fixed answer' },
    remove: { name: 'remove', description: 'Remove a fixed answer' },
    export: { name: 'export', description: 'Get all fixed answers as an article' },
    preview: { name: 'preview', description: 'See what a draft article would do, privately' },
    previewFile: { name: 'file', description: 'The article as a Markdown file' },
    settings: { name: 'settings', description: 'What this server sets for me' },
    settingsShow: { name: 'show', description: 'See the settings' },
    settingsModerators: {
      name: 'moderators',
      description: 'Who moderates besides, and where I write to them; what you leave out stays',
    },
    settingsRole: { name: 'role', description: 'A role whose members may make fixed answers' },
    moderatorsChannel: {
      name: 'channel',
      description: 'Where I write to the moderators; members can then ask a person',
    },
    moderatorsNotify: {
      name: 'notify',
      description: 'A role that is notified when a member asks for a person',
    },
    moderatorsRemove: { name: 'remove', description: 'What is not to be set any more' },
    moderatorsNoRole: { name: 'the role', description: '' },
    moderatorsNoChannel: { name: 'the channel', description: '' },
    moderatorsNoNotify: { name: 'the notification', description: '' },
    settingsErase: {
      name: 'erase',
      description: 'Delete what I keep: about a person, or everything of this server',
    },
    erasePerson: { name: 'person', description: 'Whom it is about; left out, everything goes' },
    questions: { name: 'questions', description: 'What people ask, and what lacks an answer' },
    questionsUnanswered: {
      name: 'unanswered',
      description: 'See what the articles do not answer, and give it a fixed answer',
    },
    questionsStats: { name: 'stats', description: 'See how much is asked and answered' },
    statsDays: { name: 'days', description: 'How many days; 30 unless you say so' },
    pinAnswer: { name: 'Pin answer', description: '' },
  },
  panel: { pin: 'Make it a fixed answer' },
};
