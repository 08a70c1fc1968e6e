import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { publicPost, suggestionLines } from '../src/discord/looks.ts';
import type { Post } from '../src/discord/post.ts';
import { severalPost } from '../src/discord/several.ts';
import { articlePost, readable, topicsPost } from '../src/discord/topics.ts';
import { wholePosts } from '../src/discord/whole.ts';
import { uiLanguages } from '../src/strings/index.ts';
import { answerText } from '../src/terminal/answer.ts';
import { greeting, topicsText } from '../src/terminal/chat.ts';
import { whyText } from '../src/terminal/why.ts';
import { styleFor } from '../src/terminal/style.ts';

/** Every screen of the bot in every UI language, printed for reading: `npm run screens`. */
const packageRoot = join(dirname(fileURLToPath(import.meta.url)), '..');
const app = await openApp(readConfig({ LOG_LEVEL: 'silent' }, packageRoot), { watches: false });
const asker = '100000000000000101';

const print = (title: string, text: string): void => {
  process.stdout.write(`\n━━ ${title}\n${text}\n`);
};

/** A post as text, its buttons and menus below it. */
function postText({ content, components }: Post): string {
  const rows = components.map((row) =>
    row
      .toJSON()
      .components.map((part) => {
        if ('options' in part)
          return `[▾ ${part.placeholder ?? ''}: ${part.options.map(({ label }) => label).join(' | ')}]`;
        return 'label' in part && part.label !== undefined
          ? `[${part.label}]`
          : `[${'emoji' in part ? (part.emoji?.name ?? '') : ''}]`;
      })
      .join(' '),
  );
  return [content, ...rows].join('\n');
}

const questions = {
  found: 'hvordan netværker man bedst',
  corrected: 'hvad er linkdin',
  unsure: 'mit firma og netværk i udlandet',
  unknown: 'hvordan bager man rugbrød',
} as const;

for (const [tag, strings] of Object.entries(uiLanguages)) {
  const words = strings.discord;
  const setting = { asker, words, quoted: null, ping: null };
  for (const [kind, question] of Object.entries(questions)) {
    const answer = await app.answers.ask({ text: question, server: null });
    print(
      `${tag} · /ask · ${kind}`,
      postText(publicPost(answer, app.answers, { ...setting, quoted: question })),
    );
    if (kind === 'found')
      print(
        `${tag} · direct message`,
        wholePosts(answer, app.answers, setting).map(postText).join('\n---\n'),
      );
    if (kind === 'unsure')
      print(
        `${tag} · other matches`,
        `${words.panel.others}\n${suggestionLines(answer.ranking.slice(1, 4))}`,
      );
    const screen = { answers: app.answers, strings: strings.terminal, style: styleFor(false), width: 100 };
    print(`${tag} · terminal · ${kind}`, `${answerText(answer, screen)}\n\n${whyText(answer, screen)}`);
  }
  const both = await Promise.all(
    ['hvad er netværk', 'hvorfor er netværk nyttigt'].map(async (question) => ({
      question,
      answer: await app.answers.ask({ text: question, server: null }),
    })),
  );
  print(`${tag} · several questions`, postText(severalPost(both, app.answers, setting)));
  const articles = readable(app.answers.content());
  print(`${tag} · /topics`, postText(topicsPost(articles, 0, words)));
  const [article] = articles;
  if (article !== undefined) print(`${tag} · /topics article`, postText(articlePost(article, 0, words)));
  print(
    `${tag} · /help`,
    [
      words.replies.help(app.answers.examples(2)),
      words.help.asking,
      words.help.buttons,
      words.help.privacy,
    ].join('\n'),
  );
  print(
    `${tag} · sentences`,
    Object.entries(words.replies)
      .flatMap(([name, text]) => (typeof text === 'string' ? [`${name}: ${text}`] : []))
      .concat(Object.entries(words.replies.courtesy).map(([said, text]) => `${said}: ${text}`))
      .join('\n'),
  );
  const screen = { answers: app.answers, strings: strings.terminal, style: styleFor(false), width: 100 };
  print(`${tag} · terminal · start`, greeting(screen));
  print(`${tag} · terminal · /topics`, topicsText(screen));
}
await app.close();
