import { Client, Events } from 'discord.js';
import { afterEach, expect, it } from 'vitest';
import { startServer, type LoopbackServer } from './server.ts';
import { ids, sampleWorld } from './world.ts';

let server: LoopbackServer;
let client: Client;

afterEach(async () => {
  await client.destroy();
  await server.close();
});

const world = sampleWorld();

async function open(intents: number): Promise<Client> {
  server = await startServer(world);
  client = new Client({ intents, rest: { api: server.api } });
  return client;
}

it('lets a real client log in', async () => {
  const opened = await open(1);
  const ready = new Promise<string>((resolve) => opened.once(Events.ClientReady, (c) => resolve(c.user.id)));
  await opened.login(world.token);
  expect(await ready).toBe(ids.bot);
  expect(opened.guilds.cache.get(ids.guild)?.name).toBe('Foreningen');
});

it('refuses a wrong token', async () => {
  await expect((await open(1)).login('wrong')).rejects.toThrow(/token/i);
});

it('refuses a privileged intent that is not enabled', async () => {
  await expect((await open(1 << 15)).login(world.token)).rejects.toThrow(/disallowed intents/i);
});
