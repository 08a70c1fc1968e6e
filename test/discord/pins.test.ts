import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verbs } from '../../src/discord/custom-id.ts';
import { startDiscord, type LoopbackDiscord } from '../discord-server/discord.ts';
import type { Json, StoredMessage } from '../discord-server/state.ts';
import { ids, rights } from '../discord-server/world.ts';
import { mounts } from '../store/mounts.ts';
import { startBot, type RunningBot } from './bot.ts';

let discord: LoopbackDiscord;
let bot: RunningBot;
let folder: string;
const database = (): Record<string, string> => ({ DATABASE_URL: `sqlite:${join(folder, 'svar.db')}` });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'svar-pins-'));
  discord = await startDiscord();
  bot = await startBot(discord, database());
});
afterEach(async () => {
  await bot.stop();
  await discord.close();
  await rm(folder, { recursive: true });
});

/** Within Discord's limits, and without a ping. */
const expectNoRefusals = async (): Promise<void> => {
  expect(await discord.refusals()).toEqual([]);
};
const choicesOf = (result: Json | null): readonly { readonly name: string; readonly value: string }[] =>
  (result?.['choices'] ?? []) as { name: string; value: string }[];

const here = { channel: ids.channel };
const isPrivate = ({ flags }: StoredMessage): boolean => (Number(flags) & 64) !== 0;

async function first(interaction: string): Promise<StoredMessage> {
  const { messages } = await discord.response(interaction);
  const [message] = messages;
  if (message === undefined) throw new Error('nothing was answered');
  return message;
}

async function ask(
  question: string,
  user: string = ids.other,
  channel: string = ids.channel,
): Promise<StoredMessage> {
  const options = [{ name: 'question', type: 3, value: question }];
  return first(await discord.act('slash', { user, channel, name: 'ask', options }));
}

const pinAnswer = (message: string, user: string = ids.moderator): Promise<string> =>
  discord.act('messageCommand', { ...here, user, name: 'Pin answer', message });

interface ModalPart {
  readonly custom_id: string;
  readonly value?: string;
  readonly options?: readonly {
    readonly value: string;
    readonly label: string;
    readonly default?: boolean;
  }[];
}

/** The inputs of a form that was opened, by their ids. */
function inputsOf(form: Json | null): ReadonlyMap<string, ModalPart> {
  const labels = (form?.['components'] ?? []) as { component: ModalPart }[];
  return new Map(labels.map(({ component }) => [component.custom_id, component]));
}

/** What the form sends back when this is filled in. */
const filled = (values: {
  question: string;
  phrasings?: string;
  /** Null: nothing is chosen. */
  target: string | null;
  text?: string;
  channel?: string;
}): Json[] => [
  { type: 18, id: 1, component: { type: 4, id: 2, custom_id: 'question', value: values.question } },
  { type: 18, id: 3, component: { type: 4, id: 4, custom_id: 'phrasings', value: values.phrasings ?? '' } },
  {
    type: 18,
    id: 5,
    component: { type: 3, id: 6, custom_id: 'target', values: values.target === null ? [] : [values.target] },
  },
  { type: 18, id: 7, component: { type: 4, id: 8, custom_id: 'text', value: values.text ?? '' } },
  { type: 18, id: 9, component: { type: 3, id: 10, custom_id: 'channel', values: [values.channel ?? 'no'] } },
];

const submit = (customId: string, components: Json[], user: string = ids.moderator): Promise<string> =>
  discord.act('submit', { ...here, user, customId, components });

const add = (options: Record<string, string>, user: string = ids.moderator): Promise<string> =>
  discord.act('subcommand', {
    ...here,
    user,
    name: 'pins',
    subcommand: 'add',
    options: Object.entries(options).map(([name, value]) => ({ name, type: 3, value })),
  });

function buttonsOf(message: StoredMessage): ReadonlyMap<string, string> {
  const rows = message['components'] as {
    components: { label?: string; emoji?: { name: string }; custom_id: string }[];
  }[];
  return new Map(
    rows.flatMap(({ components }) =>
      components.map((one) => [one.label ?? one.emoji?.name ?? '', one.custom_id] as const),
    ),
  );
}
const press = (message: StoredMessage, label: string, user: string = ids.moderator): Promise<string> =>
  discord.act('press', {
    ...here,
    user,
    message: message.id,
    customId: buttonsOf(message).get(label) ?? label,
  });

/** Pins the passage "Højdepunkter" from a wrong answer, as a moderator does on a phone. */
async function pinFromWrongAnswer(): Promise<{ wrong: StoredMessage; told: StoredMessage }> {
  const wrong = await ask('hvad er det korte af det lange om netværk');
  const { result } = await discord.response(await pinAnswer(wrong.id));
  const inputs = inputsOf(result);
  const highlights = inputs.get('target')?.options?.find(({ label }) => label === 'Højdepunkter');
  expect(inputs.get('question')?.value).toBe('hvad er det korte af det lange om netværk');
  const told = await first(
    await submit(
      String(result?.['custom_id']),
      filled({
        question: 'hvad er det korte af det lange om netværk',
        phrasings: 'giv mig essensen\nnetværk i få ord',
        target: highlights?.value ?? 'own',
      }),
    ),
  );
  return { wrong, told };
}

describe('a wrong answer', () => {
  it('is pinned to another passage, and everyone in that server gets it from then on, after a restart too', async () => {
    const { wrong, told } = await pinFromWrongAnswer();
    expect(isPrivate(told)).toBe(true);
    expect(told.content).toContain('Gemt.');
    const wordings = [
      'Hvad er det korte af det lange om netværk?',
      'hej, giv mig essensen!',
      'NETVÆRK I FÅ ORD',
    ];
    for (const wording of wordings) {
      const answer = await ask(wording);
      expect(answer.content).toContain('📌 Fast svar fra moderatorerne');
      expect(answer.content).toContain('Mange gymnasier');
    }
    expect((await ask('giv mig essensen', ids.other, ids.secondChannel)).content).not.toContain('📌');
    await discord.until(({ messages }) =>
      messages.some(({ id, content }) => id === wrong.id && content.includes('📌')),
    );
    await bot.stop();
    bot = await startBot(discord, database());
    expect((await ask('giv mig essensen')).content).toContain('📌');
    expect((await ask('giv mig essensen', ids.other, ids.secondChannel)).content).not.toContain('📌');
    await expectNoRefusals();
  });

  it('is completed first while somebody types', async () => {
    await pinFromWrongAnswer();
    const options = [{ name: 'question', type: 3, value: 'det korte', focused: true }];
    const { result } = await discord.response(
      await discord.act('slash', { ...here, user: ids.other, name: 'ask', options, autocomplete: true }),
    );
    expect(choicesOf(result)[0]?.name).toContain('📌');
  });
});

describe('any other message', () => {
  it('becomes the answer itself, and is pinned in the channel where both may', async () => {
    await discord.act('setRolePermissions', {
      guild: ids.guild,
      role: ids.botRole,
      permissions: String(rights.pinMessages),
    });
    const said = await discord.act('say', {
      ...here,
      user: ids.owner,
      content: 'Mødet er **første tirsdag** kl. 19.',
    });
    const { result } = await discord.response(await pinAnswer(said));
    expect(inputsOf(result).get('text')?.value).toBe('Mødet er **første tirsdag** kl. 19.');
    const told = await first(
      await submit(
        String(result?.['custom_id']),
        filled({
          question: 'Hvornår er mødet?',
          target: 'own',
          text: 'Mødet er **første tirsdag** kl. 19.',
          channel: 'yes',
        }),
      ),
    );
    expect(told.content).toContain('fastgjort i kanalen');
    expect((await discord.seen()).pins).toHaveLength(1);
    const answer = await ask('hvornår er mødet');
    expect(answer.content).toContain('Mødet er **første tirsdag** kl. 19.');
    await expectNoRefusals();
  });
  it('says so where the right to pin messages is missing', async () => {
    const said = await discord.act('say', { ...here, user: ids.owner, content: 'Kaffen koster 10 kr.' });
    const { result } = await discord.response(await pinAnswer(said));
    const told = await first(
      await submit(
        String(result?.['custom_id']),
        filled({
          question: 'Hvad koster kaffen?',
          target: 'own',
          text: 'Kaffen koster 10 kr.',
          channel: 'yes',
        }),
      ),
    );
    expect(told.content).toContain('Gemt.');
    expect(told.content).toContain('retten til at fastgøre');
  });
});

describe('/pins', () => {
  it('adds, lists, removes and brings back', async () => {
    await first(await add({ question: 'Hvad koster kaffen?', text: '10 kr.' }));
    expect((await ask('hvad koster kaffen')).content).toContain('10 kr.');
    const list = await first(
      await discord.act('subcommand', { ...here, user: ids.moderator, name: 'pins', subcommand: 'list' }),
    );
    expect(list.content).toContain('Hvad koster kaffen?');
    expect(list.content).toContain('brugt 1 gang');
    const { result } = await discord.response(
      await discord.act('subcommand', {
        ...here,
        user: ids.moderator,
        name: 'pins',
        subcommand: 'remove',
        options: [{ name: 'pin', type: 3, value: 'kaffe', focused: true }],
        autocomplete: true,
      }),
    );
    const [choice] = choicesOf(result);
    const confirm = await first(
      await discord.act('subcommand', {
        ...here,
        user: ids.moderator,
        name: 'pins',
        subcommand: 'remove',
        options: [{ name: 'pin', type: 3, value: choice?.value ?? '' }],
      }),
    );
    await press(confirm, 'Fjern');
    const removed = await discord.until(({ messages }) =>
      messages.find(({ id, content }) => id === confirm.id && content.includes('ikke længere')),
    );
    expect((await ask('hvad koster kaffen')).content).not.toContain('10 kr.');
    await press(removed, 'Fortryd');
    await discord.until(({ messages }) =>
      messages.some(({ id, content }) => id === confirm.id && content.includes('som det var før')),
    );
    expect((await ask('hvad koster kaffen')).content).toContain('10 kr.');
  });

  it('tells the second moderator that the question has an answer already, and opens it for change', async () => {
    await first(await add({ question: 'Hvad koster kaffen?', text: '10 kr.' }));
    const told = await first(await add({ question: 'hvad koster kaffen', text: '12 kr.' }, ids.owner));
    expect(told.content).toContain('har allerede et fast svar');
    const { result } = await discord.response(await press(told, 'Erstat det', ids.owner));
    expect(inputsOf(result).get('text')?.value).toBe('10 kr.');
    await first(
      await submit(
        String(result?.['custom_id']),
        filled({ question: 'Hvad koster kaffen?', target: 'own', text: '12 kr.' }),
        ids.owner,
      ),
    );
    expect((await ask('hvad koster kaffen')).content).toContain('12 kr.');
  });

  it('gives all of them as an article', async () => {
    await first(await add({ question: 'Hvad koster kaffen?', text: '10 kr.' }));
    const file = await first(
      await discord.act('subcommand', { ...here, user: ids.moderator, name: 'pins', subcommand: 'export' }),
    );
    expect(isPrivate(file)).toBe(true);
    await expectNoRefusals();
  });

  it.each([
    ['faq.md', 'Kladde: 1 afsnit'],
    ['FAQ.MD', 'Kladde: 1 afsnit'],
    ['faq.markdown', 'Kladde: 1 afsnit'],
    ['faq.mdx', 'Kladde: 1 afsnit'],
    ['faq.txt', 'Vedhæft en Markdown-fil'],
    ['md', 'Vedhæft en Markdown-fil'],
  ])('shows how the file %s would look as an article', async (filename, shown) => {
    const text = '## Hvem kan være med?\n\nAlle fra kvarteret.\n';
    const url = `data:text/markdown;charset=utf-8,${encodeURIComponent(text)}`;
    const token = await discord.act('subcommand', {
      ...here,
      user: ids.moderator,
      name: 'pins',
      subcommand: 'preview',
      file: { filename, url, size: text.length },
    });
    const { content } = await first(token);
    expect(content).toContain(shown);
  });

  it('holds in the direct messages of members of the home server only', async () => {
    await bot.stop();
    bot = await startBot(discord, { ...database(), HOME_SERVER: ids.guild });
    await first(await add({ question: 'Hvad koster kaffen?', text: '10 kr.' }));
    const dm = await discord.act('openDm', { user: ids.other });
    const asked = await discord.act('say', { user: ids.other, channel: dm, content: 'hvad koster kaffen' });
    expect((await discord.replyTo(asked)).content).toContain('10 kr.');
    await discord.act('leave', { guild: ids.guild, user: ids.other });
    const again = await discord.act('say', { user: ids.other, channel: dm, content: 'hvad koster kaffen' });
    expect((await discord.replyTo(again)).content).not.toContain('10 kr.');
  });

  it.each([
    ['a text that is too long', { question: 'x', text: 'x'.repeat(4001) }, 'for lang'],
    ['no question', { question: '   ', text: 'x' }, 'skal have et spørgsmål'],
    ['a passage that is gone', { question: 'x', passage: '~000000000000' }, 'ikke længere i artiklerne'],
  ])('refuses %s in a sentence', async (_, options, sentence) => {
    expect((await first(await add(options))).content).toContain(sentence);
  });
});

/** Every way to a moderator's deed. A new one without a row fails the test of the table. */
const entrances: readonly (readonly [string, (user: string, pin: string) => Promise<string>])[] = [
  ['/pins add', (user) => add({ question: 'Indbrud?', text: 'Ja.' }, user)],
  ['/pins list', (user) => discord.act('subcommand', { ...here, user, name: 'pins', subcommand: 'list' })],
  [
    '/pins edit',
    (user, pin) =>
      discord.act('subcommand', {
        ...here,
        user,
        name: 'pins',
        subcommand: 'edit',
        options: [{ name: 'pin', type: 3, value: pin }],
      }),
  ],
  [
    '/pins remove',
    (user, pin) =>
      discord.act('subcommand', {
        ...here,
        user,
        name: 'pins',
        subcommand: 'remove',
        options: [{ name: 'pin', type: 3, value: pin }],
      }),
  ],
  [
    '/pins export',
    (user) => discord.act('subcommand', { ...here, user, name: 'pins', subcommand: 'export' }),
  ],
  [
    '/pins preview',
    (user) => discord.act('subcommand', { ...here, user, name: 'pins', subcommand: 'preview' }),
  ],
  [
    '/questions unanswered',
    (user) => discord.act('subcommand', { ...here, user, name: 'questions', subcommand: 'unanswered' }),
  ],
  [
    '/questions stats',
    (user) => discord.act('subcommand', { ...here, user, name: 'questions', subcommand: 'stats' }),
  ],
  ['Pin answer', async (user) => pinAnswer((await ask('hvad er netværk')).id, user)],
  [
    'a forged form',
    (user) => submit('svar:form:n0', filled({ question: 'Indbrud?', target: 'own', text: 'Ja.' }), user),
  ],
  [
    'a forged edit form',
    (user, pin) =>
      submit(`svar:form:e${pin}:1`, filled({ question: 'Indbrud?', target: 'own', text: 'Ja.' }), user),
  ],
  ...['unpin', 'undopin', 'keeppin', 'retirepin', 'renewpin', 'pinedit'].map(
    (verb) =>
      [
        `a forged ${verb}`,
        async (user: string, pin: string) => {
          const message = await ask('hvad er netværk');
          return discord.act('press', {
            ...here,
            user,
            message: message.id,
            customId: `svar:${verb}:${pin}${['undopin', 'renewpin'].includes(verb) ? ':1' : ''}`,
          });
        },
      ] as const,
  ),
  [
    'a forged gappin',
    async (user) => {
      const message = await ask('hvad er netværk');
      return discord.act('press', {
        ...here,
        user,
        message: message.id,
        customId: 'svar:gappin:0123456789ab',
      });
    },
  ],
  [
    'a forged pin',
    async (user) => {
      const message = await ask('hvad er netværk');
      return discord.act('press', {
        ...here,
        user,
        message: message.id,
        customId: `svar:pin:0:${message.id}`,
      });
    },
  ],
  ...['pindraft', 'pinown', 'pinpassage', 'pinmine'].map(
    (verb) =>
      [
        `a forged ${verb}`,
        async (user: string, pin: string) => {
          const message = await ask('hvad er netværk');
          const customId = `svar:${verb}:0123456789ab${verb === 'pinmine' ? `:${pin}:1` : ''}`;
          return discord.act('press', { ...here, user, message: message.id, customId });
        },
      ] as const,
  ),
  ...['pinchange', 'pindrop'].map(
    (verb) =>
      [
        `a forged ${verb}`,
        async (user: string, pin: string) => {
          const message = await ask('hvad er netværk');
          const customId = `svar:${verb}:0`;
          return discord.act('press', { ...here, user, message: message.id, customId, values: [pin] });
        },
      ] as const,
  ),
  [
    'a forged pinpage',
    async (user) => {
      const message = await ask('hvad er netværk');
      return discord.act('press', { ...here, user, message: message.id, customId: 'svar:pinpage:0' });
    },
  ],
];

describe('the table of entrances', () => {
  it('has a row for every command, subcommand and button of moderators', async () => {
    const { commands } = await discord.seen();
    const rows = new Set(entrances.map(([name]) => name));
    const guarded = commands.filter(
      (command) => Number(command['default_member_permissions']) === Number(rights.manageMessages),
    );
    const names = guarded.flatMap((command) => {
      const options = (command['options'] ?? []) as { name: string; type: number }[];
      const subcommands = options.filter(({ type }) => type === 1);
      return subcommands.length === 0
        ? [String(command['name'])]
        : subcommands.map(({ name }) => `/${String(command['name'])} ${name}`);
    });
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !rows.has(name))).toEqual([]);
    expect(
      verbs.filter((verb) => verb.includes('pin')).filter((verb) => !rows.has(`a forged ${verb}`)),
    ).toEqual([]);
  });
});

describe('a member who is no moderator', () => {
  it('is refused at every entrance, privately and in a sentence', async () => {
    await first(await add({ question: 'Hvad koster kaffen?', text: '10 kr.' }));
    const list = await first(
      await discord.act('subcommand', {
        ...here,
        user: ids.moderator,
        name: 'pins',
        subcommand: 'edit',
        options: [{ name: 'pin', type: 3, value: 'none' }],
      }),
    );
    expect(list.content).toContain('findes ikke længere');
    const { result } = await discord.response(
      await discord.act('subcommand', {
        ...here,
        user: ids.moderator,
        name: 'pins',
        subcommand: 'edit',
        options: [{ name: 'pin', type: 3, value: '', focused: true }],
        autocomplete: true,
      }),
    );
    const pin = choicesOf(result)[0]?.value ?? '';
    for (const [name, enter] of entrances) {
      const told = await first(await enter(ids.other, pin));
      expect([name, told.content]).toEqual([name, expect.stringContaining('Det kan kun moderatorer')]);
      expect([name, isPrivate(told)]).toEqual([name, true]);
    }
    expect((await ask('hvad koster kaffen')).content).toContain('10 kr.');
    expect((await ask('indbrud')).content).not.toContain('Ja.');
    await expectNoRefusals();
  });

  it('is refused with a right that only one channel gives, and after the right was taken away', async () => {
    await discord.act('setOverwrites', {
      channel: ids.channel,
      overwrites: [{ id: ids.other, type: 1, allow: String(rights.manageMessages), deny: '0' }],
    });
    expect((await first(await add({ question: 'x', text: 'y' }, ids.other))).content).toContain(
      'Det kan kun moderatorer',
    );
    const { result } = await discord.response(
      await discord.act('subcommand', {
        ...here,
        user: ids.moderator,
        name: 'pins',
        subcommand: 'add',
        options: [{ name: 'question', type: 3, value: 'Hvad er netværk egentlig?' }],
      }),
    );
    await discord.act('setRoles', { guild: ids.guild, user: ids.moderator, roles: [] });
    const told = await first(
      await submit(String(result?.['custom_id']), filled({ question: 'x', target: 'own', text: 'y' })),
    );
    expect(told.content).toContain('Det kan kun moderatorer');
  });

  it('becomes one by the role that the server sets, and stays none without it', async () => {
    const setRole = (user: string): Promise<string> =>
      discord.act('subcommand', {
        ...here,
        user,
        name: 'settings',
        subcommand: 'moderators',
        options: [{ name: 'role', type: 8, value: ids.curatorRole }],
      });
    expect((await first(await setRole(ids.moderator))).content).toContain('må administrere serveren');
    expect((await first(await setRole(ids.owner))).content).toContain(`<@&${ids.curatorRole}>`);
    expect((await first(await add({ question: 'x', text: 'y' }, ids.other))).content).toContain(
      'Det kan kun moderatorer',
    );
    await discord.act('setRoles', { guild: ids.guild, user: ids.other, roles: [ids.curatorRole] });
    expect((await first(await add({ question: 'x', text: 'y' }, ids.other))).content).toContain('Gemt.');
    await expectNoRefusals();
  });

  it('sees no button for it', async () => {
    const message = await ask('hvad er netværk', ids.other);
    const panel = await first(await press(message, '⋯', ids.other));
    expect(Array.from(buttonsOf(panel).keys())).not.toContain('Gør til fast svar');
    const own = await first(await press(message, '⋯', ids.moderator));
    const { result } = await discord.response(await press(own, 'Gør til fast svar'));
    expect(inputsOf(result).get('question')?.value).toBe('hvad er netværk');
  });
});

describe('a database file that is deleted under a running bot', () => {
  it('refuses the pin in a sentence, stores the next one, and answers go on', async () => {
    await first(await add({ question: 'Hvad koster kaffen?', text: '10 kr.' }));
    await rm(join(folder, 'svar.db'));
    expect((await first(await add({ question: 'Hvad koster teen?', text: '8 kr.' }))).content).toContain(
      'Intet er gemt',
    );
    expect((await ask('hvad er netværk')).content).toContain('### Hvad er netværk?');
    expect((await first(await add({ question: 'Hvad koster teen?', text: '8 kr.' }))).content).toContain(
      'Gemt.',
    );
    expect((await ask('hvad koster teen')).content).toContain('8 kr.');
  });
});

describe.skipIf(!mounts())('a full disk', () => {
  it('is told in a sentence, nothing is confirmed that is not stored, and answers go on', async () => {
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=700k', 'tmpfs', disk]);
    try {
      await bot.stop();
      bot = await startBot(discord, { DATABASE_URL: `sqlite:${join(disk, 'svar.db')}` });
      const confirmed: string[] = [];
      let refusal = '';
      for (let number = 0; number < 300 && refusal === ''; number++) {
        const question = `Hvad er nummer ${String(number)}?`;
        const told = await first(await add({ question, text: 'x'.repeat(3900) }));
        if (told.content.includes('Gemt.')) confirmed.push(question);
        else refusal = told.content;
      }
      expect(refusal).toContain('Disken er fuld. Intet er gemt');
      expect((await ask('hvad er netværk')).content).toContain('### Hvad er netværk?');
      const list = await first(
        await discord.act('subcommand', { ...here, user: ids.moderator, name: 'pins', subcommand: 'list' }),
      );
      expect(list.content).toContain(`Faste svar: ${String(confirmed.length)}`);
      await bot.stop();
      bot = await startBot(discord, database());
    } finally {
      execFileSync('umount', ['-l', disk]);
    }
  });
});
