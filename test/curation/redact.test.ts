import fc from '../any-input.ts';
import { describe, expect, it } from 'vitest';
import { keptText } from '../../src/curation/kept-text.ts';
import { redacted } from '../../src/curation/redact.ts';

const table: readonly (readonly [typed: string, kept: string])[] = [
  ['<@100000000000000103> hvad koster det?', '… hvad koster det?'],
  ['<@!100000000000000103> og <@&200000000000000200>', '… og …'],
  ['skriv i <#300000000000000300> eller </ask:400000000000000400>', 'skriv i … eller …'],
  ['flot <:smil:500000000000000500> og <a:dans:500000000000000501> <t:1700000000:R>', 'flot … og … …'],
  ['kan @Mads_92 hjælpe?', 'kan … hjælpe?'],
  ['skriv til bo.hansen+svar@klub.example.dk i dag', 'skriv til … i dag'],
  ['mail: søren@blåbær.dk', 'mail: …'],
  ['se https://example.com/nulstil?token=abc nu', 'se … nu'],
  ['se www.example.com/min-side', 'se …'],
  ['kom med discord.gg/abcDEF', 'kom med …'],
  ['ring på 12 34 56 78 i aften', 'ring på … i aften'],
  ['ring +45 12345678', 'ring …'],
  ['call (020) 7946-0958', 'call …'],
  ['cpr 010190-1234 er mit', 'cpr … er mit'],
  ['konto 1234 0001234567', 'konto …'],
  ['ordre 123456', 'ordre …'],
  ['MTA1NTcwNDk2.GfK3xZ.abcdefghijklmnop virker ikke', '… virker ikke'],
  ['nøgle sk-live_4eC39HqLyjWDarjtT1zdp7dc', 'nøgle …'],
];
const untouched = [
  'hvad koster 12345 kroner?',
  'mødes vi kl. 19.30 den 12. maj 2026?',
  'brug port 25565 og 3 mods',
  'hvordan opgraderer jeg fra Node 20.20 til 22?',
  'speciallægepraksisplanlægningsstabiliseringsperiode',
  'er 2 < 3 og 5 @ 6?',
  'op på 1.5–2 m',
];

describe('a question that is kept', () => {
  it.each(table)('%s', (typed, kept) => {
    expect(redacted(typed)).toBe(kept);
  });
  it.each(untouched)('is left alone: %s', (text) => {
    expect(redacted(text)).toBe(text);
  });
  it('never holds six digits, whatever stands between them in ones and twos', () => {
    const gap = fc.constantFrom('', ' ', '-', '.', ') ', '–');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), gap), { minLength: 6, maxLength: 14 }), (digits) => {
        const number = digits.map(([digit, between]) => `${String(digit)}${between}`).join('');
        expect(redacted(`ring ${number} tak`).replaceAll(/\D/gu, '')).toBe('');
      }),
    );
  });
  it('never holds the id of anybody who is mentioned', () => {
    fc.assert(
      fc.property(fc.string(), fc.bigInt(10n ** 16n, 10n ** 19n), fc.string(), (before, id, after) => {
        expect(redacted(`${before}<@${String(id)}>${after}`)).not.toContain(String(id));
      }),
    );
  });
  it('is as long as a fixed answer’s question at most, without half a character', () => {
    const rule = { days: 30 };
    expect(keptText({ text: 'a'.repeat(400), isDirect: false }, rule)).toBe('a'.repeat(300));
    expect(keptText({ text: `${'å '.repeat(149)}x😀😀`, isDirect: false }, rule)).toBe(
      `${'å '.repeat(149)}x`,
    );
    expect(keptText({ text: 'a\u0000b\u0007c\nd', isDirect: false }, rule)).toBe('abc d');
  });
  it('is none in a direct message, nor where no days are set', () => {
    expect(keptText({ text: 'pris?', isDirect: true }, { days: 30 })).toBe('');
    expect(keptText({ text: 'pris?', isDirect: false }, { days: 0 })).toBe('');
    expect(keptText({ text: 'pris?', isDirect: false }, { days: 1 })).toBe('pris?');
  });
});
