import fc from '../any-input.ts';
import { describe, expect, it } from 'vitest';
import { formatCustomId, parseCustomId, verbs, type CustomId } from '../../src/discord/custom-id.ts';

const asker = '100000000000000101';
const message = '200000000000000201';
const hash = '0123456789ab';

/** One of every verb, and how it is written. */
const written: readonly (readonly [CustomId, string])[] = [
  [{ verb: 'more', target: hash, page: '12', part: '0' }, `svar:more:${hash}:12`],
  [{ verb: 'more', target: hash, page: '0', part: '1' }, `svar:more:${hash}:0:1`],
  [{ verb: 'panel', target: hash, part: '0' }, `svar:panel:${hash}`],
  [{ verb: 'panel', target: `p${hash}`, part: '2' }, `svar:panel:p${hash}:2`],
  [{ verb: 'why', target: '0', message, part: '0' }, `svar:why:0:${message}`],
  [{ verb: 'other', target: hash, message: '0', part: '0' }, `svar:other:${hash}:0`],
  [{ verb: 'remove', message, part: '0' }, `svar:remove:${message}`],
  [{ verb: 'helpful', target: hash, part: '0' }, `svar:helpful:${hash}`],
  [{ verb: 'unhelpful', target: hash, part: '1' }, `svar:unhelpful:${hash}:1`],
  [{ verb: 'pick', target: hash, message, part: '0' }, `svar:pick:${hash}:${message}`],
  [{ verb: 'none', part: '0' }, `svar:none`],
  [{ verb: 'reply', target: hash, message }, `svar:reply:${hash}:${message}`],
  [{ verb: 'setback', change: hash }, `svar:setback:${hash}`],
  [{ verb: 'example', target: hash }, `svar:example:${hash}`],
  [{ verb: 'topics', page: '0' }, 'svar:topics:0'],
  [{ verb: 'article', page: '9999' }, 'svar:article:9999'],
  [{ verb: 'headings', target: hash, page: '3' }, `svar:headings:${hash}:3`],
  [{ verb: 'heading', page: '1' }, 'svar:heading:1'],
  [{ verb: 'pin', target: hash, message, part: '0' }, `svar:pin:${hash}:${message}`],
  [{ verb: 'pinedit', pin: hash }, `svar:pinedit:${hash}`],
  [{ verb: 'unpin', pin: hash }, `svar:unpin:${hash}`],
  [{ verb: 'keeppin', pin: hash }, `svar:keeppin:${hash}`],
  [{ verb: 'retirepin', pin: hash }, `svar:retirepin:${hash}`],
  [{ verb: 'pinpage', page: '7' }, 'svar:pinpage:7'],
  [{ verb: 'pinchange', page: '0' }, 'svar:pinchange:0'],
  [{ verb: 'pindrop', page: '1' }, 'svar:pindrop:1'],
  [{ verb: 'gappage', page: '7' }, 'svar:gappage:7'],
  [{ verb: 'gappin', gap: hash }, `svar:gappin:${hash}`],
  [{ verb: 'gapdrop', page: '0' }, 'svar:gapdrop:0'],
  [{ verb: 'gapback', gap: hash }, `svar:gapback:${hash}`],
  [{ verb: 'gapignored', page: '1' }, 'svar:gapignored:1'],
  [{ verb: 'gaptexts', page: '0' }, 'svar:gaptexts:0'],
  [{ verb: 'gaperase', gap: hash }, `svar:gaperase:${hash}`],
  [{ verb: 'offers', page: '2' }, 'svar:offers:2'],
  [{ verb: 'offerdo', offer: hash }, `svar:offerdo:${hash}`],
  [{ verb: 'offerdrop', page: '0' }, 'svar:offerdrop:0'],
  [{ verb: 'offerback', offer: hash }, `svar:offerback:${hash}`],
  [{ verb: 'human', message, part: '1' }, `svar:human:${message}:1`],
  [{ verb: 'eraseall', asker }, `svar:eraseall:${asker}`],
  [{ verb: 'undopin', pin: hash, revision: '3' }, `svar:undopin:${hash}:3`],
  [{ verb: 'renewpin', pin: hash, revision: '999999999' }, `svar:renewpin:${hash}:999999999`],
  [{ verb: 'pindraft', draft: hash }, `svar:pindraft:${hash}`],
  [{ verb: 'pinown', draft: hash }, `svar:pinown:${hash}`],
  [{ verb: 'pinpassage', draft: hash }, `svar:pinpassage:${hash}`],
  [{ verb: 'pinmine', draft: hash, pin: hash, revision: '1' }, `svar:pinmine:${hash}:${hash}:1`],
];

describe('a custom_id', () => {
  it.each(written)('of %j is written as %s and read back', (id, text) => {
    expect(formatCustomId(id)).toBe(text);
    expect(parseCustomId(text)).toEqual(id);
  });
  it.each([
    ['another prefix', `svat:remove:${asker}:${message}`],
    ['no verb', 'svar'],
    ['an unknown verb', `svar:destroy:${asker}`],
    ['a verb that every object has', 'svar:constructor:0'],
    ['a field too few', `svar:why:${hash}`],
    ['a field too many', `svar:topics:0:0`],
    ['an empty field', 'svar:topics:'],
    ['the part that is left out when it is the first', 'svar:none:0'],
    ['the first part behind several fields', `svar:more:${hash}:0:0`],
    ['a part beyond the third', 'svar:none:3'],
    ['a former asker of 14 digits', `svar:none:${'1'.repeat(14)}`],
    ['a former asker of 21 digits', `svar:none:${'1'.repeat(21)}`],
    ['a former asker that is no number', 'svar:none:abcdefabcdefabcdef'],
    ['a hash of 11 digits', `svar:reply:${hash.slice(1)}:${message}`],
    ['a hash of 13 digits', `svar:reply:${hash}0:${message}`],
    ['a hash in capitals', `svar:reply:${hash.toUpperCase()}:${message}`],
    ['a pin with a blank', `svar:panel:p1 2`],
    ['a message of 14 digits', `svar:remove:${'1'.repeat(14)}`],
    ['a page of five digits', 'svar:topics:10000'],
    ['a page below the first', 'svar:topics:-1'],
    ['a revision of ten digits', `svar:undopin:${hash}:1000000000`],
    ['a pin of 11 digits', `svar:unpin:${hash.slice(1)}`],
    ['a draft of 13 digits', `svar:pindraft:${hash}0`],
    ['a pin without an id for a target', `svar:panel:p`],
    ['a pin of 37 signs for a target', `svar:panel:p${'a'.repeat(37)}`],
    ['a message of 21 digits', `svar:remove:${'1'.repeat(21)}`],
    ['text before the prefix', ' svar:topics:0'],
    ['a line feed behind', 'svar:topics:0\n'],
    ['more than Discord allows', `svar:panel:p${'a'.repeat(90)}`],
  ])('with %s is none of ours', (_, text) => {
    expect(parseCustomId(text)).toBeNull();
  });
  it.each([
    ['15 digits', '1'.repeat(15)],
    ['20 digits', '1'.repeat(20)],
  ])('takes an id of %s', (_, id) => {
    expect(parseCustomId(`svar:eraseall:${id}`)).toEqual({ verb: 'eraseall', asker: id });
    expect(parseCustomId(`svar:none:${id}`)).toEqual({ verb: 'none', part: '0' });
  });
  it.each(
    written.filter(([{ verb }]) =>
      ['more', 'panel', 'why', 'other', 'remove', 'helpful', 'unhelpful', 'pick', 'none'].includes(verb),
    ),
  )('of %j is read, too, where an asker is named as before', (id, text) => {
    const before = text.replace(`svar:${id.verb}`, `svar:${id.verb}:${asker}`);
    expect(parseCustomId(before)).toEqual(id);
    expect(parseCustomId(before.replace(asker, `${asker}:${asker}`))).toBeNull();
  });
  it('of another kind never named an asker', () => {
    expect(parseCustomId(`svar:reply:${asker}:${hash}:${message}`)).toBeNull();
    expect(parseCustomId(`svar:topics:${asker}:0`)).toBeNull();
  });
  it('is never written so that it could not be read', () => {
    expect(() => formatCustomId({ verb: 'topics', page: 'first' })).toThrow(
      'not a custom_id of the known form: topics',
    );
  });
  it('has a row in this table for every verb', () => {
    const named = new Set<string>(written.map(([{ verb }]) => verb));
    expect(verbs.filter((verb) => !named.has(verb))).toEqual([]);
  });
  it('that can be read is written the same again, whatever it is', () => {
    const pieces = fc.constantFrom(
      'svar',
      ...verbs,
      asker,
      message,
      hash,
      `p${hash}`,
      '0',
      '1',
      '2',
      '',
      'x',
    );
    const property = fc.property(fc.array(pieces, { maxLength: 6 }), (list) => {
      const text = ['svar', ...list].join(':');
      const id = parseCustomId(text);
      if (id === null) return true;
      const again = formatCustomId(id);
      return again === text || text === again.replace(`svar:${id.verb}`, `svar:${id.verb}:${list[1] ?? ''}`);
    });
    expect(fc.check(property).failed).toBe(false);
  });
});
