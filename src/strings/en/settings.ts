/** What whoever manages a server reads about its settings, in English. */
export const settings = {
  undo: 'Undo',
  undone: 'Taken back.',
  tooLate: 'That has been changed again since. `/settings show` says how things stand.',
  unasked: {
    on: (channel: string): string =>
      `In ${channel} I now also answer questions that nobody asked me, when I am sure: once a question, and never where people are talking to each other.`,
    off: (channel: string): string => `In ${channel} I only answer when somebody asks me.`,
    where: (channels: readonly string[]): string =>
      channels.length === 0
        ? 'I only answer when somebody asks me.'
        : `I also answer questions that nobody asked me in ${channels.join(', ')}.`,
    contentOff:
      '⚠️ I cannot read messages that do not mention me: MESSAGE_CONTENT is off. Whoever runs me has to set MESSAGE_CONTENT=on and switch on “Message Content Intent” in the Developer Portal.',
    contentRefused:
      '⚠️ Discord does not let me read messages that do not mention me. Whoever runs me has to switch on “Message Content Intent” in the Developer Portal (Bot) and start me again.',
    missing: (permissions: readonly string[]): string => `⚠️ There I lack ${permissions.join(', ')}.`,
    tooMany: (most: number): string => `${String(most)} channels are as many as I can keep an eye on.`,
  },
  language: {
    set: (name: string): string => `Where a message does not tell its language, I answer in ${name}.`,
    asServer: (name: string): string =>
      `Where a message does not tell its language, I answer in that of the server: ${name}.`,
    automatic: "The server's own",
  },
  threshold: {
    levels: {
      0: 'Answer much more',
      25: 'Answer more',
      50: 'Normal',
      75: 'Answer less',
      100: 'Only when I am sure',
    },
    is: (level: string): string => `How sure I must be: ${level}.`,
    month: (asked: number): string =>
      asked === 0
        ? 'Nobody has asked anything in the last 30 days.'
        : `Of the ${String(asked)} questions of the last 30 days I would have answered:`,
    row: (level: string, share: number, isChosen: boolean): string =>
      `${isChosen ? '▸' : '·'} ${level}: about ${String(share)} %`,
  },
  articles: {
    all: (articles: number): string => `I read all the articles: ${String(articles)}.`,
    some: (folders: readonly string[], articles: number, of: number): string =>
      `I read ${String(articles)} of ${String(of)} articles, those in ${folders.join(', ')}.`,
    none: '⚠️ There are no articles there any more, so I find nothing.',
    unknown: (folder: string, known: readonly string[]): string =>
      known.length === 0
        ? 'All the articles stand in one place: there are no folders to choose among.'
        : `There is no folder called ${folder}. There are: ${known.join(', ')}.`,
  },
  show: {
    reload: (time: string, problems: number): string =>
      problems === 0
        ? `The articles were last read ${time}, without problems.`
        : `The articles were last read ${time}; ${problems === 1 ? '1 problem' : `${String(problems)} problems`}:`,
    unreadable: '⚠️ The articles could not be read the last time; the old ones still answer.',
    held: '⚠️ Most of the articles were gone the last time; the old ones answer for a minute more.',
    more: (count: number): string => `and ${String(count)} more`,
    allowed: 'In this channel I may do everything I need.',
    missing: (permissions: readonly string[]): string =>
      `⚠️ In this channel I lack ${permissions.join(', ')}.`,
    content: 'I can read every message in the channels I may see.',
    contentOff: 'I can read only messages that mention me or reply to me (MESSAGE_CONTENT is off).',
  },
  permissions: {
    view: '“View Channel”',
    send: '“Send Messages”',
    sendInThreads: '“Send Messages in Threads”',
    history: '“Read Message History”',
    react: '“Add Reactions”',
  },
  welcome: {
    text: [
      "Hello! I am Svar. I look questions up in this community's articles and answer in their own words; I never make anything up.",
      'Ask with `/ask`, or mention me in a message. `/topics` shows what the articles are about, and `/help` the rest.',
    ].join('\n'),
    example: 'For example:',
    managers: '-# Moderators can give questions fixed answers with `/pins`, and set me up with `/settings`.',
  },
  commands: {
    channel: { name: 'channel', description: 'Let me answer questions in a channel that nobody asked me' },
    channelWhich: { name: 'channel', description: 'The channel or forum; this one if you leave it out' },
    channelAnswers: { name: 'answers', description: 'Whether I answer there; yes if you leave it out' },
    language: { name: 'language', description: 'Choose the language I answer in where a message tells none' },
    languageWhich: { name: 'language', description: 'The language' },
    threshold: { name: 'threshold', description: 'Choose how sure I must be before I answer' },
    thresholdLevel: { name: 'level', description: 'More answers, or fewer mistakes' },
    articles: { name: 'articles', description: 'Choose which folders of the articles I read here' },
    articlesFolders: { name: 'folders', description: 'Separated by commas; leave it out for all of them' },
  },
};
