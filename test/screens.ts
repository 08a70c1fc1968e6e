import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openApp, type App } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { askEach, postsOf } from '../src/discord/answering.ts';
import { publicPost, suggestionLines } from '../src/discord/looks.ts';
import type { Post } from '../src/discord/post.ts';
import { severalPost } from '../src/discord/several.ts';
import { articlePost, readable, topicsPost } from '../src/discord/topics.ts';
import { wholePosts } from '../src/discord/whole.ts';
import { uiLanguages } from '../src/strings/index.ts';
import { answerText } from '../src/terminal/answer.ts';
import { deskScreens } from './desk-screens.ts';
import { pinScreens } from './pin-screens.ts';
import { settingScreens } from './setting-screens.ts';
import { greeting, topicsText } from '../src/terminal/chat.ts';
import { whyText } from '../src/terminal/why.ts';
import { styleFor } from '../src/terminal/style.ts';

/** Every screen of the bot in every UI language, printed for reading: `npm run screens`. */
const packageRoot = join(dirname(fileURLToPath(import.meta.url)), '..');
const app = await openApp(readConfig({ LOG_LEVEL: 'silent' }, packageRoot), { watches: false });

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
  unsure: 'netværk online eller fysisk',
  unknown: 'hvordan bager man rugbrød',
} as const;

/** What the sample article does not hold: equal headings, a heading without text, a long list and table, an image. */
const club = `---
lang: da
---

# Klubben

## Senior

### Priser

Det koster 800 kr. om året.

## Ungdom

### Priser

Det koster 400 kr. om året.

## Ugen dag for dag

### Mandag

Træning for alle.

### Tirsdag

Kamp mod gæster.

## Hvad sker der, hvis man bryder reglerne?

Moderatorerne følger altid denne stige:

${Array.from({ length: 14 }, (_, step) => `${step + 1}. Trin ${step + 1}: en advarsel eller en pause, alt efter hvor groft det er.`).join('\n')}

Opfører en moderator sig dårligt, så skriv til ejeren af serveren.

## Varer i kiosken

| Vare | Pris |
|---|---|
${Array.from({ length: 90 }, (_, ware) => `| Vare ${ware} | ${1000 + ware * 7} kr. |`).join('\n')}

## Hvor ligger banen?

Banen ligger ved søen, se [kommunens side](https://eksempel.dk/bane).

![Kort over banen](https://eksempel.dk/kort.png)
`;

const asked = {
  'whose it is': 'priser for ungdom',
  'equal headings': 'priser',
  'a heading without text': 'dag for dag',
  'a long list': 'hvad sker der hvis nogen opfører sig dårligt',
  'a row of a long table': 'hvad koster vare nummer 33 i kiosken',
  'an image': 'hvor ligger banen',
  'several, one unsure, a fourth left out':
    'Hvor ligger banen? Hvad er priserne? Hvad sker der, hvis man bryder reglerne? Hvad sker der på mandag?',
} as const;

async function printClub(own: App): Promise<void> {
  for (const [tag, { discord: words }] of Object.entries(uiLanguages)) {
    for (const [title, question] of Object.entries(asked)) {
      const answered = await askEach(question, null, own.answers);
      const setting = { words, quoted: question, ping: null };
      const posts = postsOf(answered, own.answers, setting, false);
      print(`${tag} · ${title}`, posts.map(postText).join('\n---\n'));
    }
    const [article] = readable(own.answers.content());
    if (article !== undefined)
      print(`${tag} · /topics with equal headings`, postText(articlePost(article, 0, words)));
  }
}

const folder = await mkdtemp(join(tmpdir(), 'svar-screens-'));
await writeFile(join(folder, 'klubben.md'), club);
const clubApp = await openApp(readConfig({ LOG_LEVEL: 'silent', CONTENT_DIR: folder }, packageRoot), {
  watches: false,
});
await printClub(clubApp);
await clubApp.close();
await rm(folder, { recursive: true });

for (const [tag, strings] of Object.entries(uiLanguages)) {
  const words = strings.discord;
  const setting = { words, quoted: null, ping: null };
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
  for (const [title, text] of settingScreens(strings.settings)) print(`${tag} · settings · ${title}`, text);
  for (const [title, text] of await pinScreens(app, strings, postText))
    print(`${tag} · pins · ${title}`, text);
  for (const [title, text] of await deskScreens(app, tag, strings, postText))
    print(`${tag} · moderators · ${title}`, text);
}
await app.close();
