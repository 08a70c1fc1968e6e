import { expect, it } from 'vitest';
import { fatalReason } from '../../src/discord/close-code.ts';

/** Every close code of Discord's gateway, and some of the web's own. */
it.each([
  [4000, null],
  [4001, null],
  [4002, null],
  [4003, null],
  [4004, 'badToken'],
  [4005, null],
  [4007, null],
  [4008, null],
  [4009, null],
  [4010, 'badShards'],
  [4011, 'badShards'],
  [4012, 'outdated'],
  [4013, 'badIntents'],
  [4014, 'badIntents'],
  [1000, null],
  [1001, null],
  [1006, null],
  [4015, null],
])('the gateway closing with %i is %s', (code, reason) => {
  expect(fatalReason(code)).toBe(reason);
});
