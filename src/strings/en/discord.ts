const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** Where the words of a question were met, for the sentence of "why". */
interface WhyParts {
  readonly met: readonly string[];
  readonly missed: readonly string[];
  /** Null where a person picked the passage. */
  readonly confidence: number | null;
}

export const discord = {
  answer: {
    pinned: (date: Date): string => `📌 Fixed answer from the moderators · ${day.format(date)}`,
    from: (article: string): string => `From ${article}`,
    readAs: (words: readonly string[]): string => `read as ${words.map((word) => `“${word}”`).join(', ')}`,
    section: (heading: string): string => `Below “${heading}”:`,
    unsure: 'Do you mean one of these?',
    unsureOne: 'Do you mean this?',
    unknown: 'The articles do not say.',
    nearest: (heading: string): string => `Nearest: ${heading}`,
    rest: 'Read the rest',
    number: (number: number): string => `Answer ${number}`,
    leftOut: (questions: readonly string[]): string =>
      `I answer three questions at a time. Please ask this one again on its own: ${questions.map((text) => `“${text}”`).join(' · ')}`,
    readOn: 'Read on',
    none: 'None of these',
    person: 'Ask a person',
    topics: 'See topics',
    askedFor: (mention: string): string => `For ${mention}`,
  },
  panel: {
    title: 'More about this answer',
    why: 'Why this answer?',
    other: 'Other matches',
    remove: 'Remove',
    edit: 'Edit the article',
    open: 'Open the article',
    whyMet: ({ met, missed, confidence }: WhyParts): string =>
      [
        met.length > 0
          ? `These words of the question matched: ${met.join(', ')}.`
          : 'No single word decided it; the question as a whole did.',
        missed.length > 0 ? `Not found here: ${missed.join(', ')}.` : '',
        confidence === null
          ? 'It was picked from several suggestions.'
          : `I was ${Math.round(confidence * 100)}% sure.`,
      ]
        .filter((line) => line !== '')
        .join(' '),
    whyPicked: 'This passage was picked by a person.',
    whyPinned: 'The moderators of this server decided that this question gets this answer.',
    others: 'These passages match as well. Which one would you like to see?',
    noOthers: 'Nothing else in the articles matches.',
    runnerUp: (heading: string, score: string): string => `Runner-up: ${heading} (${score})`,
    fields: {
      heading: 'heading',
      phrasing: 'phrasing',
      parents: 'heading above',
      title: 'title',
      keywords: 'keywords',
      body: 'text',
    },
    questionGone: 'I can no longer read the question, so I cannot look that up again.',
  },
  replies: {
    thanksUp: 'Thank you, good to know.',
    voteLost: 'Thank you. Your vote could not be stored just now; please try again in a moment.',
    thanksDown: 'Thank you. Does one of these fit better?',
    thanksDownAlone: 'Thank you. Nothing else in the articles fits better.',
    removed: 'Removed.',
    answerGone: 'That answer is no longer there.',
    cannotRemove: 'Only the person who asked and moderators can remove this answer.',
    cannotDelete: 'I could not remove it. I may not have access to this channel.',
    notYours: 'Only the person who asked and moderators can do that.',
    gone: 'That passage is no longer in the articles.',
    outdatedButton: 'This button is from an older version of me and no longer works. Please ask again.',
    /** Seconds. */
    wait: (seconds: number): string =>
      `That is a lot of questions at once. I will listen again in ${seconds === 1 ? 'a second' : `${String(seconds)} seconds`}.`,
    failed: 'Something went wrong on my side. Please try again in a moment.',
    /** What the operator finds the fault by. */
    faultId: (id: string): string => `Error ${id}`,
    ownPost: 'That message is my own answer. Use the buttons below it.',
    noQuestion: 'There is no question in that message.',
    whichToPost: 'I am not sure. Which of these passages should I answer with?',
    cannotPost: 'I am not allowed to write in that channel.',
    nothingToRead: 'There is no text in that message that I can look up.',
    hidden:
      'I cannot see what you wrote: Discord shows me only messages that mention me. Mention me with @Svar in the message, or use `/ask`.',
    hiddenAbove:
      'I cannot see the text of that message. Right-click (or hold) it, then Apps → “Answer this”.',
    courtesy: {
      greeting: 'Hello! Ask me something, and I will look it up in the articles.',
      goodbye: 'Take care!',
      thanks: 'You’re welcome!',
      'about-bot':
        'I am a bot. Ask me a question, and I look it up in the articles and answer in their own words; I never make anything up.',
    },
    answered: (link: string): string => `Answered here: ${link}`,
    help: (examples: readonly string[]): string =>
      examples.length === 0
        ? 'Ask me a question, and I look it up in the articles. `/topics` shows what they are about.'
        : `Ask me a question, and I look it up in the articles. For example: ${examples.map((text) => `“${text}”`).join(' or ')}. \`/topics\` shows the rest.`,
  },
  topics: {
    title: 'What the articles are about',
    empty: 'There are no articles yet.',
    choose: 'Choose an article',
    all: 'All articles',
    chooseHeading: 'Choose a passage',
    passages: (count: number): string => (count === 1 ? '1 passage' : `${count} passages`),
    page: (page: number, of: number): string => `Page ${page} of ${of}`,
    previous: 'Previous',
    next: 'Next',
    unknown: 'I know no article of that name. Here are all of them.',
  },
  help: {
    asking: [
      '### Asking',
      '- `/ask` with your question; suggestions appear while you type. `private` shows the answer to you alone.',
      '- Mention me in a message, reply to one of my answers, or write to me directly.',
      '- Right-click (or hold) a message, then Apps → “Answer this”.',
      'I answer with the words of the articles, never with text made up on the spot.',
    ].join('\n'),
    buttons: [
      '### The buttons',
      '- 👍 and 👎 say whether the answer helped.',
      '- “Read the rest” shows you the whole passage.',
      '- “Ask a person” is there where the moderators want it: it hands them your question, with your name.',
      '- ⋯ shows why I chose this answer, what else matches, and lets the person who asked and moderators remove it.',
    ].join('\n'),
    privacy: [
      '### What is kept',
      'I read messages that mention me, that reply to me or that are written to me. In channels that the server has chosen I also read the others, to see whether I can answer; I keep nothing of those. ' +
        'The text of a question is used to find the answer. No names and no ids are kept with questions.',
      'Where a question in a server gets no good answer, its text is kept for a limited time so that moderators can see what is missing. Mentions, addresses and long numbers are removed first, and moderators can delete it. What you write to me directly is only counted.',
      'Votes and choices between suggestions are counted, without a record of whose they were.',
      'A fixed answer keeps the id of the moderator who wrote it. Whoever runs this bot removes on request what is kept about you.',
    ].join('\n'),
  },
  commands: {
    ask: { name: 'ask', description: 'Look a question up in the articles' },
    askQuestion: { name: 'question', description: 'What do you want to know?' },
    askPrivate: { name: 'private', description: 'Show the answer to you alone' },
    askFor: { name: 'for', description: 'Who the answer is for; they are notified' },
    topics: { name: 'topics', description: 'See what the articles are about' },
    topicsArticle: { name: 'article', description: 'Go straight to one article' },
    help: { name: 'help', description: 'How to ask, and what is kept about you' },
    helpTopic: { name: 'topic', description: 'What do you want to know about?' },
    helpAsking: { name: 'Asking', description: '' },
    helpButtons: { name: 'The buttons', description: '' },
    helpPrivacy: { name: 'What is kept about me', description: '' },
    answerThis: { name: 'Answer this', description: '' },
  },
  start: {
    ready: (name: string, servers: number): string =>
      `${name} is connected and in ${servers === 1 ? '1 server' : `${servers} servers`}.`,
    invite: (url: string): string => `Invite link: ${url}`,
    missing: (permission: string, servers: number): string =>
      `The permission “${permission}” is missing in ${servers === 1 ? '1 server' : `${servers} servers`}.`,
    noToken: 'DISCORD_TOKEN is not set.',
    badToken:
      'Discord refused DISCORD_TOKEN. Copy the token again from the Developer Portal (Bot → Reset Token) into .env.',
    badIntents:
      'Discord refused the intents. Turn on “Message Content Intent” in the Developer Portal (Bot), or set MESSAGE_CONTENT=off.',
    noContent:
      'Discord refused the Message Content Intent, so I run without it. Working: commands, “Answer this”, buttons, mentions, replies that mention me, and direct messages. Not working: answering unasked in chosen channels, and replies that do not mention me. Switch “Message Content Intent” on in the Developer Portal (Bot) and start me again.',
    badShards: 'Discord refused the shards. Check SHARD_COUNT and SHARDS.',
    outdated:
      'Discord no longer accepts the API version that this Svar speaks. Update Svar, and check DISCORD_API_URL.',
    fallen: 'Something unexpected went wrong; the log says where. Svar stops, to be started anew.',
    stuck: (shard: number, seconds: number): string =>
      `Shard ${shard} has had no working connection to Discord for ${seconds} seconds. Svar stops, to be started anew.`,
    foreign:
      'Another machine uses the same SQLite file. Several machines need PostgreSQL (README: “Several machines”).',
    noNetwork: (detail: string): string =>
      `Discord cannot be reached (${detail}). Check the network and DISCORD_API_URL.`,
    lost: (code: number): string => `Discord ended the connection for good (close code ${code}).`,
  },
};
