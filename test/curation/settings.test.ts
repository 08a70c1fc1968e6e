import { expect, it } from 'vitest';
import { serverSettings } from '../../src/curation/settings.ts';
import type { Json, SettingStore } from '../../src/store/store.ts';
import { server } from '../store/pin.ts';

it('keeps the role of a server, and gives rights from nothing else', async () => {
  const kept = new Map<string, Json>();
  const store: SettingStore = {
    read: () => Promise.resolve({ ok: true, value: new Map(kept) }),
    write: (_, name, value) => {
      kept.set(name, value);
      return Promise.resolve({ ok: true, value: null });
    },
    holders: () => Promise.resolve({ ok: true, value: [] }),
    clear: () => Promise.resolve({ ok: true, value: null }),
  };
  const settings = serverSettings(store);
  expect(await settings.curatorRole(server)).toEqual({ ok: true, value: null });
  await settings.setCuratorRole(server, '1');
  expect(Array.from(kept)).toEqual([['curator-role', '1']]);
  expect(await settings.curatorRole(server)).toEqual({ ok: true, value: '1' });
  kept.set('curator-role', 1);
  expect(await settings.curatorRole(server)).toEqual({ ok: true, value: null });
});

it('says that the store is down', async () => {
  const down = { ok: false, problem: { kind: 'locked', detail: '' } } as const;
  const settings = serverSettings({
    read: () => Promise.resolve(down),
    write: () => Promise.resolve(down),
    holders: () => Promise.resolve(down),
    clear: () => Promise.resolve(down),
  });
  expect(await settings.curatorRole(server)).toEqual(down);
  expect(await settings.setCuratorRole(server, null)).toEqual(down);
});
