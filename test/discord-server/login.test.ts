import { Client, Events } from 'discord.js';
import { afterEach, expect, it } from 'vitest';
import { startServer, type LoopbackServer } from './server.ts';

const token = 'MTAw.loopback.token';
const bot = { id: '100', username: 'Svar', discriminator: '0000', bot: true } as const;
let server: LoopbackServer;
let client: Client;

afterEach(async () => {
  await client.destroy();
  await server.close();
});

const guild = {
  id: '200',
  name: 'Foreningen',
  channels: [],
  members: [],
  roles: [],
  emojis: [],
  owner_id: '101',
};

async function open(intents: number): Promise<Client> {
  server = await startServer({ token, bot, enabledIntents: 0, guilds: [guild] });
  client = new Client({ intents, rest: { api: server.api } });
  return client;
}

it('lets a real client log in', async () => {
  const opened = await open(1);
  const ready = new Promise<string>((resolve) => opened.once(Events.ClientReady, (c) => resolve(c.user.id)));
  await opened.login(token);
  expect(await ready).toBe('100');
  expect(opened.guilds.cache.get('200')?.name).toBe('Foreningen');
});

it('refuses a wrong token', async () => {
  await expect((await open(1)).login('wrong')).rejects.toThrow(/token/i);
});

it('refuses a privileged intent that is not enabled', async () => {
  await expect((await open(1 << 15)).login(token)).rejects.toThrow(/disallowed intents/i);
});
