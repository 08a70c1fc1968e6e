import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startDiscord, type LoopbackDiscord } from '../discord-server/discord.ts';
import { ids, rights } from '../discord-server/world.ts';
import { startBot, type RunningBot } from './bot.ts';
import { labelsOf, marked, moderating, prefilled } from './moderating.ts';

const club = `# Klubben

## Hvornår er der træning?

Seniorerne træner mandag kl. 19.

## Hvad koster det at være medlem?

Det koster 200 kr. om året.

## Hvornår er hallen åben?

Hallen er åben fra 15 til 22.
`;

let discord: LoopbackDiscord;
let bot: RunningBot;
let folder: string;
const settings = (): Record<string, string> => ({
  DATABASE_URL: `sqlite:${join(folder, 'data', 'svar.db')}`,
  CONTENT_DIR: join(folder, 'content'),
});
const m = moderating(() => discord);

async function writeClub(text: string): Promise<void> {
  await writeFile(join(folder, 'content', 'klubben.md'), text);
}
async function restart(): Promise<void> {
  await bot.stop();
  bot = await startBot(discord, settings());
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'svar-form-'));
  await mkdir(join(folder, 'content'));
  await writeClub(club);
  discord = await startDiscord();
  bot = await startBot(discord, settings());
});
afterEach(async () => {
  const refusals = await discord.refusals();
  await bot.stop();
  await discord.close();
  await rm(folder, { recursive: true });
  if (refusals.length > 0) throw new Error(refusals.join('\n'));
});

const add = async (question: string, text: string): Promise<void> => {
  expect((await m.first(await m.pins('add', { question, text }))).content).toContain('Gemt.');
};

describe('the form of an answer', () => {
  it('that was unsure marks nothing, and a typed text is what is pinned', async () => {
    const unsure = await m.ask('noget med hallen og træning for medlemmer');
    const form = await m.pinAnswer(unsure.id);
    expect(marked(form, 'target')).toBeNull();
    expect(form.inputs.get('target')?.required).toBe(false);
    expect(form.inputs.get('target')?.options?.at(-1)).toMatchObject({ value: 'own' });
    await m.submit(form, { question: 'Hvem passer boldene?', text: 'Det gør Mette.' });
    expect((await m.ask('hvem passer boldene')).content).toContain('Det gør Mette.');
  });

  it('that was found marks the passage shown, and asks back when a text is typed as well', async () => {
    const found = await m.ask('hvornår er der træning');
    const form = await m.pinAnswer(found.id);
    const shown = form.inputs
      .get('target')
      ?.options?.find(({ label }) => label === 'Hvornår er der træning?');
    expect(marked(form, 'target')).toBe(shown?.value);
    const asked = await m.submit(form, { text: 'Kun onsdag i denne uge.' });
    expect(asked.content).toContain('Hvad skal være svaret?');
    expect(labelsOf(asked)).toEqual(['Min tekst', 'Afsnittet', 'Åbn formularen igen']);
    expect((await m.ask('hvornår er der træning')).content).not.toContain('📌');
    await m.press(asked, 'Min tekst');
    await m.changed(asked, 'Gemt.');
    expect((await m.ask('hvornår er der træning')).content).toContain('Kun onsdag i denne uge.');
  });

  it('that is pinned already opens that pin, as it is', async () => {
    await add('Hvor er nøglen?', 'I boksen.');
    const answer = await m.ask('hvor er nøglen');
    const form = await m.pinAnswer(answer.id);
    expect(form.inputs.has('channel')).toBe(false);
    expect([prefilled(form, 'question'), prefilled(form, 'text'), marked(form, 'target')]).toEqual([
      'Hvor er nøglen?',
      'I boksen.',
      'own',
    ]);
    const passage = form.inputs.get('target')?.options?.[0]?.value ?? 'own';
    // The text was left as it stood: the passage is meant.
    expect((await m.submit(form, { target: passage })).content).toContain('nu det nye svar');
    expect((await m.ask('hvor er nøglen')).content).not.toContain('I boksen.');
  });

  it('that stands with others in one post is the one that the moderator chooses', async () => {
    const both = await m.ask('Hvornår er der træning? Hvornår er hallen åben?');
    const which = await m.first(
      await discord.act('messageCommand', {
        channel: ids.channel,
        user: ids.moderator,
        name: 'Pin answer',
        message: both.id,
      }),
    );
    expect(which.content).toBe(
      'Den besked svarer på flere spørgsmål. Hvilket af dem skal have et fast svar?\n**1** Hvornår er der træning?\n**2** Hvornår er hallen åben?',
    );
    expect(labelsOf(which)).toEqual(['1', '2']);
    const form = await m.form(await m.press(which, '2'));
    expect(prefilled(form, 'question')).toBe('Hvornår er hallen åben?');
    await m.submit(form, { target: null, text: 'Hallen er lukket i juli.' });
    const { content } = await m.changed(both, 'Hallen er lukket i juli.');
    expect(content).toContain('Seniorerne træner mandag kl. 19.');
    expect(content).not.toContain('fra 15 til 22');
  });

  it('tells equal headings apart by what they stand below', async () => {
    await writeClub(
      '# Klubben\n\n## Senior\n\n### Priser\n\nDet koster 800 kr.\n\n## Ungdom\n\n### Priser\n\nDet koster 400 kr.\n',
    );
    await restart();
    const form = await m.pinAnswer((await m.ask('priser')).id);
    const [one, other] = form.inputs.get('target')?.options ?? [];
    const places = [one, other].map((option) => option?.description);
    expect(new Set(places)).toEqual(new Set(['Klubben › Senior', 'Klubben › Ungdom']));
  });

  it('that is set right stays the asker’s own', async () => {
    const wrong = await m.ask('hvornår er der træning');
    await m.submit(await m.pinAnswer(wrong.id), { target: null, text: 'Kun onsdag.' });
    const corrected = await m.changed(wrong, 'Kun onsdag.');
    const panel = await m.first(await m.press(corrected, '⋯', ids.other));
    expect(labelsOf(panel)).toContain('Fjern');
    await m.press(panel, 'Fjern', ids.other);
    await discord.until(({ messages }) => messages.every(({ id }) => id !== wrong.id));
  });
});

describe('what was typed', () => {
  const long = `Pris\n${'x'.repeat(301)}`;

  it('is kept by every fault, and opened again as it was by whoever typed it', async () => {
    const form = await m.form(await m.pins('add', { question: 'Hvad koster kaffen?' }));
    const told = await m.submit(form, { phrasings: long, text: 'Ti kroner.', channel: 'yes' });
    expect(told.content).toContain('er for lang');
    expect(told.content).toContain('ligger klar i en time');
    const stranger = await m.first(await m.press(told, 'Åbn formularen igen', ids.owner));
    expect(stranger.content).toContain('er her ikke længere');
    const again = await m.form(await m.press(told, 'Åbn formularen igen'));
    expect([prefilled(again, 'question'), prefilled(again, 'phrasings'), prefilled(again, 'text')]).toEqual([
      'Hvad koster kaffen?',
      long,
      'Ti kroner.',
    ]);
    expect([marked(again, 'target'), marked(again, 'channel')]).toEqual(['own', 'yes']);
    expect((await m.submit(again, { phrasings: 'Pris', channel: 'no' })).content).toContain('Gemt.');
  });

  it.each([
    ['nothing chosen and nothing typed', { text: '' }, 'Vælg et afsnit'],
    ['a question without a word', { question: '?!', text: 'Ja.' }, 'skal have et spørgsmål'],
  ])('is kept with %s', async (_, filled, sentence) => {
    const form = await m.form(await m.pins('add', { question: 'Hvad koster kaffen?' }));
    const told = await m.submit(form, filled);
    expect(told.content).toContain(sentence);
    expect(labelsOf(told)).toEqual(['Åbn formularen igen']);
  });

  it('of /pins add is kept, too, where a passage and a text are given', async () => {
    const form = await m.form(await m.pins('add', { question: 'medlem' }));
    const passage = form.inputs.get('target')?.options?.find(({ label }) => label.includes('medlem'));
    const told = await m.first(
      await m.pins('add', { question: 'Pris?', passage: `~${passage?.value ?? ''}`, text: 'Gratis.' }),
    );
    expect(told.content).toContain('Hvad skal være svaret?');
    await m.press(told, 'Afsnittet');
    await m.changed(told, 'Gemt.');
    expect((await m.ask('pris')).content).toContain('200 kr.');
  });

  it('can take the place of the answer that another pin has', async () => {
    await add('Hvad koster kaffen?', 'Ti kroner.');
    const told = await m.first(
      await m.pins('add', { question: 'Kaffepris?', text: 'Tolv kroner.', phrasings: 'hvad koster kaffen' }),
    );
    expect(told.content).toContain(
      '»hvad koster kaffen« har allerede et fast svar: det på »Hvad koster kaffen?«',
    );
    const again = await m.form(await m.press(told, 'Åbn formularen igen'));
    expect(prefilled(again, 'text')).toBe('Tolv kroner.');
    await m.press(told, 'Brug mit svar i stedet');
    await m.changed(told, 'nu det nye svar');
    expect((await m.ask('hvad koster kaffen')).content).toContain('Tolv kroner.');
    expect((await m.ask('kaffepris')).content).toContain('### Hvad koster kaffen?');
  });

  it('in an old form is shown beside what somebody else has stored meanwhile', async () => {
    await add('Hvad koster kaffen?', 'Ti kroner.');
    const edit = (user: string): Promise<string> => m.pins('edit', { pin: 'hvad koster kaffen' }, user);
    const mine = await m.form(await edit(ids.moderator));
    const theirs = await m.form(await edit(ids.owner));
    const stored = await m.submit(theirs, { text: 'Elleve kroner.' }, ids.owner);
    const told = await m.submit(mine, { text: 'Tolv kroner.' });
    expect(told.content).toContain('En anden har rettet');
    expect(told.content).toContain('**Nu:** »Elleve kroner.«\n**Dit:** Tolv kroner.');
    expect((await m.ask('hvad koster kaffen')).content).toContain('Elleve kroner.');
    const again = await m.form(await m.press(told, 'Åbn formularen igen'));
    expect((await m.submit(again, {})).content).toContain('nu det nye svar');
    expect((await m.ask('hvad koster kaffen')).content).toContain('Tolv kroner.');
    // An undo is of one's own change only.
    const undone = await m.first(await m.press(stored, 'Fortryd', ids.owner));
    expect(undone.content).toContain('En anden har rettet');
    expect((await m.ask('hvad koster kaffen')).content).toContain('Tolv kroner.');
  });

  it('is kept when the right to it was taken away meanwhile', async () => {
    const form = await m.form(await m.pins('add', { question: 'Hvad koster kaffen?' }));
    await discord.act('setRoles', { guild: ids.guild, user: ids.moderator, roles: [] });
    const told = await m.submit(form, { text: 'Ti kroner.' });
    expect(told.content).toContain('Det kan kun moderatorer');
    expect(labelsOf(told)).toEqual(['Åbn formularen igen']);
  });

  it('is kept when the store is down, which is said', async () => {
    const form = await m.form(await m.pins('add', { question: 'Hvad koster kaffen?' }));
    await add('Hvor er nøglen?', 'I boksen.');
    const answer = await m.ask('hvor er nøglen');
    await bot.app.close();
    const told = await m.submit(form, { text: 'Ti kroner.' });
    expect(told.content).toContain('Intet er gemt');
    expect(prefilled(await m.form(await m.press(told, 'Åbn formularen igen')), 'text')).toBe('Ti kroner.');
    const down = 'Jeg kan ikke få fat i de faste svar lige nu';
    for (const subcommand of ['list', 'export'])
      expect((await m.first(await m.pins(subcommand, {}))).content).toContain(down);
    for (const subcommand of ['edit', 'remove'])
      expect((await m.first(await m.pins(subcommand, { pin: 'nøglen' }))).content).toContain(down);
    const message = await discord.act('messageCommand', {
      channel: ids.channel,
      user: ids.moderator,
      name: 'Pin answer',
      message: answer.id,
    });
    expect((await m.first(message)).content).toContain(down);
    // Whoever may be a moderator by a role cannot be told no.
    expect((await m.first(await m.pins('list', {}, ids.other))).content).toContain(down);
  });
});

describe('a confirmation', () => {
  it('of a new pin takes it back, and back again', async () => {
    const told = await m.first(await m.pins('add', { question: 'Hvad koster kaffen?', text: 'Ti kroner.' }));
    await m.press(told, 'Fortryd');
    const removed = await m.changed(told, 'er ikke længere et fast svar');
    expect((await m.ask('hvad koster kaffen')).content).not.toContain('Ti kroner.');
    await m.press(removed, 'Fortryd');
    await m.changed(told, 'som det var før');
    expect((await m.ask('hvad koster kaffen')).content).toContain('Ti kroner.');
  });
});

const allow = (role: string): Promise<string> =>
  discord.act('setRolePermissions', { guild: ids.guild, role, permissions: String(rights.pinMessages) });
const pinned = async (): Promise<readonly string[]> => (await discord.seen()).pins;

describe('the pin in the channel', () => {
  it('takes the right to pin messages on both sides', async () => {
    const ofUser = { question: 'A?', text: 'a', pin_in_channel: true };
    await discord.act('setRolePermissions', {
      guild: ids.guild,
      role: ids.moderatorRole,
      permissions: String(rights.manageMessages),
    });
    await allow(ids.botRole);
    expect((await m.first(await m.pins('add', ofUser))).content).toContain('kræver retten til at fastgøre');
    expect(await pinned()).toEqual([]);
  });

  it('lives with its pin: edited, removed and brought back', async () => {
    await allow(ids.botRole);
    const told = await m.first(
      await m.pins(
        'add',
        { question: 'Hvad koster kaffen?', text: 'Ti kroner.', pin_in_channel: true },
        ids.owner,
      ),
    );
    expect(told.content).toContain('fastgjort i kanalen');
    const [message] = await pinned();
    const text = async (): Promise<string> =>
      (await discord.seen()).messages.find(({ id }) => id === message)?.content ?? '';
    expect(await text()).toContain('Ti kroner.');
    const form = await m.form(await m.pins('edit', { pin: 'kaffen' }, ids.owner));
    const edited = await m.submit(form, { text: 'Tolv kroner.' }, ids.owner);
    expect(await text()).toContain('Tolv kroner.');
    await m.press(edited, 'Fortryd', ids.owner);
    const restored = await m.changed(edited, 'som det var før');
    expect(await text()).toContain('Ti kroner.');
    const confirm = await m.first(await m.pins('remove', { pin: 'Hvad koster kaffen?' }, ids.owner));
    await m.press(confirm, 'Fjern', ids.owner);
    const removed = await m.changed(confirm, 'ikke længere et fast svar');
    expect(await pinned()).toEqual([]);
    await m.press(removed, 'Fortryd', ids.owner);
    await m.changed(confirm, 'som det var før');
    expect(await pinned()).toEqual([message]);
    expect(labelsOf(restored)).toEqual(['Fortryd']);
  });
});

describe('/pins list', () => {
  it('shows how texts begin, and edits and removes from there', async () => {
    await add('Hvad koster kaffen?', '**Ti** kroner.\n\nSpørg i baren.');
    const list = await m.first(await m.pins('list', {}));
    expect(list.content).toContain('**Hvad koster kaffen?** → »');
    expect(list.content).toContain('Spørg i baren.');
    expect(labelsOf(list)).toEqual(['Ret et fast svar …', 'Fjern et fast svar …']);
    const rows = list['components'] as { components: { options?: { value: string }[] }[] }[];
    const id = rows[0]?.components[0]?.options?.[0]?.value ?? '';
    const form = await m.form(await m.choose(list, 'Ret et fast svar …', id));
    expect(prefilled(form, 'text')).toBe('**Ti** kroner.\n\nSpørg i baren.');
    const confirm = await m.first(await m.choose(list, 'Fjern et fast svar …', id));
    await m.press(confirm, 'Fjern');
    await m.changed(confirm, 'er ikke længere et fast svar');
    const gone = await m.first(await m.choose(list, 'Ret et fast svar …', id));
    expect(gone.content).toContain('findes ikke længere');
  });

  it('offers the new text of a passage that has changed, and retires what the articles answer', async () => {
    const form = await m.form(await m.pins('add', { question: 'Årlig pris?' }));
    const passage = form.inputs.get('target')?.options?.find(({ label }) => label.includes('medlem'));
    await m.first(await m.pins('add', { question: 'Årlig pris?', passage: `~${passage?.value ?? ''}` }));
    await add('Må man have hund med?', 'Ja.');
    await writeClub(`${club.replace('200 kr.', '250 kr.')}\n## Må man have hund med?\n\nJa, i snor.\n`);
    await restart();
    expect((await m.ask('årlig pris')).content).toContain('200 kr.');
    const list = await m.first(await m.pins('list', {}));
    expect(list.content).toContain('⚠️ artiklen er ændret siden');
    expect(list.content).toContain('⚠️ står nu i artiklen');
    const told = await m.press(list, 'Brug den nye tekst: Årlig pris?');
    await m.changed(list, 'som den står i artiklen');
    expect((await m.ask('årlig pris')).content).toContain('250 kr.');
    expect(told).not.toBe('');
    const again = await m.first(await m.pins('list', {}));
    await m.press(again, 'Træk tilbage: Må man have hund med?');
    await m.changed(again, 'trukket tilbage');
    expect((await m.ask('må man have hund med')).content).toContain('Ja, i snor.');
  });

  it('keeps the answer of a passage that is gone when only the question is edited', async () => {
    const form = await m.form(await m.pins('add', { question: 'Årlig pris?' }));
    const passage = form.inputs.get('target')?.options?.find(({ label }) => label.includes('medlem'));
    await m.first(await m.pins('add', { question: 'Årlig pris?', passage: `~${passage?.value ?? ''}` }));
    await writeClub(club.replace(/## Hvad koster[^]*?(?=## Hvornår er hallen)/u, ''));
    await restart();
    const edit = await m.form(await m.pins('edit', { pin: 'årlig pris' }));
    expect(edit.inputs.get('target')?.placeholder).toBe('Behold svaret, som det er');
    expect((await m.submit(edit, { phrasings: 'medlemspris' })).content).toContain('Gemt.');
    expect((await m.ask('medlemspris')).content).toContain('200 kr.');
  });
});

describe('/settings', () => {
  it('says what a curator role needs besides', async () => {
    const told = await m.first(
      await discord.act('subcommand', {
        channel: ids.channel,
        user: ids.owner,
        name: 'settings',
        subcommand: 'moderators',
        options: [{ name: 'role', type: 8, value: ids.curatorRole }],
      }),
    );
    expect(told.content).toContain('Serverindstillinger → Integrationer');
  });
});
