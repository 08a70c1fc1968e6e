import { describe, expect, it } from 'vitest';
import { entriesOf, imported } from './files.ts';

describe('tags of a bot', () => {
  it('are read with their title, aliases, issues and image; a folder is an article', async () => {
    const result = await imported({
      'errors/addressinuse.tag':
        'type: text\ntitle: :x: Address already in use\nissues: Address already in use || Failed to bind\naliases: bind, failedtobind\ncolor: failure\n\n---\n\nSomething runs on the port.\n\n---\n\nRestart it.',
      'errors/mods.tag':
        'type: text-raw\r\nimage: https://example.org/mods.png\r\n\r\n---\r\nNot supported.\r\n',
      'loose.tag': '---\naliases: [one, two]\n---\nText.\n',
      'bare.tag': 'Only text.\n',
    });
    expect(entriesOf(result)).toEqual([
      [
        'Address already in use',
        ['addressinuse', 'bind', 'failedtobind', 'Failed to bind'],
        'Something runs on the port.\nRestart it.',
      ],
      ['mods', [], 'Not supported.\nmods'],
      ['loose', ['one', 'two'], 'Text.'],
      ['bare', [], 'Only text.'],
    ]);
    expect(result.articles.map(({ id, title }) => [id, title])).toEqual([
      ['errors.md', 'Errors'],
      ['tags.md', 'Tags'],
    ]);
    expect(result.problems).toEqual([]);
  });

  it('says which have no text', async () => {
    const { remarks } = await imported({ 'a/empty.tag': 'type: text\n\n---\n' });
    expect(remarks).toEqual(['a/empty.tag:1 answer-missing']);
  });
});
