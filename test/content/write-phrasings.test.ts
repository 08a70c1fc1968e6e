import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/content/parse.ts';
import { writePhrasings } from '../../src/content/write-phrasings.ts';

/** Each style of question, and where its comment goes: `§` marks the place. */
const styles: [style: string, source: string, form?: 'mdx'][] = [
  ['a heading', '## Hvad koster det?\n§\n50 kr.\n'],
  ['a heading under its line', 'Hvad koster det?\n---\n§\n50 kr.\n'],
  ['a heading without a blank', '##Hvad koster det?\n§50 kr.\n'],
  ['an HTML heading', '<h2>Hvad koster det?</h2>\n§<p>50 kr.</p>\n'],
  ['an HTML heading on three lines', '<h2>\nHvad koster det?\n</h2>\n§<p>50 kr.</p>\n'],
  ['a bold question', '**Hvad koster det?**\n§\n50 kr.\n\n**Hvem?**\n\nAlle.\n'],
  [
    'a bold question with a wrapped answer below',
    '**Hvad koster det?**\n§50 kr.\nom året\n\n**Hvem?**\n\nAlle.\n',
  ],
  ['a bold question with its answer beside it', '**Hvad koster det?** 50 kr.\nom året\n§\n**Hvem?** Alle.\n'],
  ['a bold label', '**Q:** Hvad koster det?\n§**A:** 50 kr.\n'],
  ['a question that is not bold', 'Q: Hvad koster det?\n§A: 50 kr.\n'],
  ['a list item', '- **Hvad koster det?**\n§  50 kr.\n- **Hvem?**\n  Alle.\n'],
  ['a numbered item', '1. **Hvad koster det?**\n§\n   50 kr.\n\n2. **Hvem?**\n\n   Alle.\n'],
  ['a list item with its answer beside it', '- **Hvad koster det?** 50 kr.\n§- **Hvem?** Alle.\n'],
  ['a quote', '> **Hvad koster det?**\n§>\n> 50 kr.\n\n> **Hvem?**\n>\n> Alle.\n'],
  ['<details>', '<details>\n<summary>Hvad koster det?</summary>\n§\n50 kr.\n\n</details>\n'],
  ['<details> without blank lines', '<details>\n<summary>Hvad koster det?</summary>\n§50 kr.\n</details>\n'],
  ['<details> on one line', '<details><summary>Hvad koster det?</summary>50 kr.</details>\n§\nMere.\n'],
  ['a definition', 'Hvad koster det?\n\n:   50 kr.\n§\n    Om året.\n\nHvem?\n\n:   Alle.\n'],
  ['a definition without blank lines', 'Hvad koster det?\n: 50 kr.\n§\nHvem?\n: Alle.\n'],
  ['<dl>', '<dl>\n<dt>Hvad koster det?</dt>\n<dd>\n§50 kr.\n</dd>\n</dl>\n'],
  [
    '<dl> with definitions on their lines',
    '<dl>\n<dt>Hvad koster det?</dt>\n<dd>50 kr.</dd>\n§<dt>Hvem?</dt>\n<dd>Alle.</dd>\n</dl>\n',
  ],
  ['???', '??? question "Hvad koster det?"\n§    50 kr.\n'],
  ['!!!', '!!! question "Hvad koster det?"\n§\n    50 kr.\n'],
  [
    'a box in a box',
    '??? question "Hvad?"\n    Det.\n\n    ??? question "Hvad koster det?"\n§        50 kr.\n',
  ],
  [':::', ':::tip[Hvad koster det?]\n§50 kr.\n:::\n'],
  ['a callout', '> [!faq]- Hvad koster det?\n§> 50 kr.\n'],
  ['a template block', '{% details "Hvad koster det?" %}\n§50 kr.\n{% enddetails %}\n'],
  ['a component', '<Accordion title="Hvad koster det?">\n§  50 kr.\n</Accordion>\n', 'mdx'],
  ['a component in Markdown', '<Accordion title="Hvad koster det?">\n§  50 kr.\n</Accordion>\n'],
  ['a component of attributes', '<FaqItem question="Hvad koster det?" answer="50 kr." />\n§\nMere.\n', 'mdx'],
  ['Q and A', '<Q>\n  Hvad koster det?\n  <A>\n§    50 kr.\n  </A>\n</Q>\n', 'mdx'],
  ['a file with a question', '---\nquestion: Hvad koster det?\n---\n§50 kr.\n'],
];

const asked = 'Hvad er prisen?';
const other = 'Koster det noget?';

const targetOf = (id: string, source: string) => {
  const found = parseArticle(id, source).passages.find(({ heading }) => heading === 'Hvad koster det?');
  if (found === undefined) throw new Error('no such passage');
  return found;
};

describe('phrasings', () => {
  it.each(styles)('are written below %s, and nothing else changes', (_, marked, form) => {
    const id = form === 'mdx' ? 'faq.mdx' : 'faq.md';
    const source = marked.replace('§', '');
    const passage = targetOf(id, source);
    const after = writePhrasings(id, source, [{ passage: passage.id, questions: [asked] }]);
    expect(after).not.toBeNull();
    const lines = (after ?? '').split('\n');
    const at = lines.findIndex((line) => /(?:<!--|\{\/\*) questions$/u.test(line));
    const above = marked.slice(0, marked.indexOf('§')).split('\n').length - 1;
    const blank = lines[at - 1]?.trim() === '' && at - 1 === above ? 1 : 0;
    expect(at - blank).toBe(above);
    expect(lines.slice(at, at + 3).map((line) => line.replace(/^[> ]*/u, ''))).toEqual(
      form === 'mdx' ? ['{/* questions', `- ${asked}`, '*/}'] : ['<!-- questions', `- ${asked}`, '-->'],
    );
    expect(lines.toSpliced(at - blank, 3 + blank).join('\n')).toBe(source);
    const { phrasings, markdown, text } = targetOf(id, after ?? '');
    expect(phrasings).toEqual([{ text: asked, line: at + 2 }]);
    expect({ markdown, text }).toEqual({ markdown: passage.markdown, text: passage.text });
  });

  it.each(styles)('are added to those that stand below %s', (_, marked, form) => {
    const id = form === 'mdx' ? 'faq.mdx' : 'faq.md';
    const source = marked.replace('§', '');
    const passage = targetOf(id, source).id;
    const once = writePhrasings(id, source, [{ passage, questions: [asked] }]) ?? '';
    const twice = writePhrasings(id, once, [{ passage, questions: [other] }]) ?? '';
    expect(targetOf(id, twice).phrasings.map(({ text }) => text)).toEqual([asked, other]);
    expect(twice.split('\n').length).toBe(once.split('\n').length + 1);
  });

  it('are written to several passages at once, with the line ends that the file has', () => {
    const source = '**Hvad?**\r\n\r\nDet.\r\n\r\n**Hvem?** Alle.\r\n';
    const additions = ['Hvad?', 'Hvem?'].map((heading) => ({
      passage: `faq.md#${heading}`,
      questions: [asked, other],
    }));
    const after = writePhrasings('faq.md', source, additions) ?? '';
    const comment = `<!-- questions\r\n- ${asked}\r\n- ${other}\r\n-->\r\n`;
    expect(after).toBe(`**Hvad?**\r\n${comment}\r\nDet.\r\n\r\n**Hvem?** Alle.\r\n${comment}`);
  });

  it('are not written where they would end in the text, or to no passage', () => {
    const inline = '<h2>Hvad?</h2><p>Det.</p>\n';
    expect(writePhrasings('faq.md', inline, [{ passage: 'faq.md#Hvad?', questions: [asked] }])).toBeNull();
    expect(writePhrasings('faq.md', 'Tekst\n', [{ passage: 'faq.md#faq', questions: [asked] }])).toBeNull();
  });

  it('cannot end their comment early', () => {
    const after = writePhrasings('faq.md', '## A\n\nTekst\n', [
      { passage: 'faq.md#A', questions: ['a --> b'] },
    ]);
    expect(after).toBe('## A\n<!-- questions\n- a → b\n-->\n\nTekst\n');
  });
});
