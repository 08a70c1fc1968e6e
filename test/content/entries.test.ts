import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/content/parse.ts';

const passagesOf = (source: string, id = 'faq.md') => parseArticle(id, source).passages;
/** Each passage as `heading = text`, lines parted by a stroke. */
const read = (source: string, id?: string): string[] =>
  passagesOf(source, id).map(({ heading, text }) => `${heading} = ${text.replaceAll('\n', ' / ')}`);

type Case = [title: string, source: string, expected: string[]];

const two = ['Hvad koster det? = 50 kr.', 'Hvem kan være med? = Alle.'];

const bold: Case[] = [
  ['stars', '**Hvad koster det?**\n\n50 kr.\n\n**Hvem kan være med?**\n\nAlle.\n', two],
  ['underlines', '__Hvad koster det?__\n\n50 kr.\n\n__Hvem kan være med?__\n\nAlle.\n', two],
  ['both', '*__Hvad koster det?__*\n\n50 kr.\n\n_**Hvem kan være med?**_\n\nAlle.\n', two],
  ['three stars', '***Hvad koster det?***\n\n50 kr.\n\n***Hvem kan være med?***\n\nAlle.\n', two],
  ['the answer on the same line', '**Hvad koster det?** 50 kr.\n\n**Hvem kan være med?** Alle.\n', two],
  ['the answer on the next line', '**Hvad koster det?**\n50 kr.\n\n**Hvem kan være med?**\nAlle.\n', two],
  ['the answer after a break', '**Hvad koster det?**  \n50 kr.\n\n**Hvem kan være med?**\\\nAlle.\n', two],
  ['the answer after <br>', '**Hvad koster det?**<br>50 kr.\n\n**Hvem kan være med?**<br/>\nAlle.\n', two],
  ['<b>', '<b>Hvad koster det?</b>\n<br>\n50 kr.\n\n<b>Hvem kan være med?</b> Alle.\n', two],
  [
    '<strong>',
    '<strong>Hvad koster det?</strong><br>50 kr.\n\n<strong>Hvem kan være med?</strong>\n\nAlle.\n',
    two,
  ],
  [
    '<b>Q:</b>',
    '<b>Q:</b> Hvad koster det?<br>\n<b>A:</b> 50 kr.\n\n<b>Q:</b> Hvem kan være med?<br>\n<b>A</b>: Alle.\n',
    two,
  ],
  [
    '<i> in <b>',
    '<b><i>Hvad koster det?</i></b>\n\n50 kr.\n\n<i><b>Hvem kan være med?</b></i>\n\nAlle.\n',
    two,
  ],
  [
    'a blank before the last stars',
    '**Hvad koster det? **\n\n50 kr.\n\n**Hvem kan være med?**\n\nAlle.\n',
    two,
  ],
  [
    'a blank after the first stars',
    '** Hvad koster det?**\n\n50 kr.\n\n** Hvem kan være med? ** Alle.\n',
    two,
  ],
  ['a blank within underlines', '__Hvad koster det? __\n\n50 kr.\n\n__ Hvem kan være med?__\n\nAlle.\n', two],
  [
    'a label and a blank',
    '**Q: Hvad koster det? **\n\nA: 50 kr.\n\n**Q: Hvem kan være med? **\nA: Alle.\n',
    two,
  ],
  ['the mark outside', '**Hvad koster det**?\n\n50 kr.\n\n**Hvem kan være med**? Alle.\n', two],
  ['Q: within', '**Q: Hvad koster det?**\n\nA: 50 kr.\n\n**Q: Hvem kan være med?**\n\nA: Alle.\n', two],
  [
    'Q: alone bold',
    '**Q:** Hvad koster det?\n\n**A:** 50 kr.\n\n**Q:** Hvem kan være med?\n\n**A:** Alle.\n',
    two,
  ],
  [
    'Q: with the colon outside',
    '**Q**: Hvad koster det?\n\n**A**: 50 kr.\n\n**Q**: Hvem kan være med?\n**A**: Alle.\n',
    two,
  ],
  [
    'Spørgsmål:',
    '**Spørgsmål:** Hvad koster det?\n**Svar:** 50 kr.\n\n**Spørgsmål:** Hvem kan være med?\n**Svar:** Alle.\n',
    two,
  ],
  ['Sp.:', '**Sp.: Hvad koster det?**\nSv.: 50 kr.\n\n**Sp.:** Hvem kan være med?\nSv.: Alle.\n', two],
  [
    'Spørgsmål 1:',
    '**Spørgsmål 1: Hvad koster det?**\n\nSvar: 50 kr.\n\n**Spørgsmål 2:** Hvem kan være med?\n\nSvar: Alle.\n',
    two,
  ],
  [
    'Q1. and A1.',
    '**Q1. Hvad koster det?**\n\n**A1.** 50 kr.\n\n**Q2. Hvem kan være med?**\n\n**A2.** Alle.\n',
    two,
  ],
  [
    'Q and A on one line',
    '**Q:** Hvad koster det? **A:** 50 kr.\n\n**Q:** Hvem kan være med? **A:** Alle.\n',
    two,
  ],
  [
    'an answer that is all bold',
    '**Q: Hvad koster det?**\n\n**A: 50 kr.**\n\n**Q: Hvem kan være med?**\n\n**A: Alle.**\n',
    two,
  ],
  ['nothing bold', 'Q: Hvad koster det?\n\nA: 50 kr.\n\nQ: Hvem kan være med?\nA: Alle.\n', two],
  [
    'nothing bold, in Danish',
    'Spørgsmål: Hvad koster det?\nSvar: 50 kr.\n\nSpørgsmål: Hvem kan være med?\nSvar: Alle.\n',
    two,
  ],
  ['a number within', '**1. Hvad koster det?**\n\n50 kr.\n\n**2) Hvem kan være med?**\n\nAlle.\n', two],
  ['a number before', '1\\. **Hvad koster det?**\n\n50 kr.\n\n2\\. **Hvem kan være med?**\n\nAlle.\n', two],
  [
    'a picture before',
    '❓ **Hvad koster det?**\n\n50 kr.\n\n:question: **Hvem kan være med?**\n\nAlle.\n',
    two,
  ],
  [
    'a picture within',
    '**❓ Hvad koster det?**\n\n50 kr.\n\n**Hvem kan være med? 🙂**\n\nAlle.\n',
    ['Hvad koster det? = 50 kr.', 'Hvem kan være med? 🙂 = Alle.'],
  ],
  ['list items', '- **Hvad koster det?**\n  50 kr.\n- **Hvem kan være med?**\n  Alle.\n', two],
  ['list items, loose', '* **Hvad koster det?**\n\n  50 kr.\n\n* **Hvem kan være med?**\n\n  Alle.\n', two],
  [
    'list items with their answers on the line',
    '- **Hvad koster det?** 50 kr.\n- **Hvem kan være med?** Alle.\n',
    two,
  ],
  ['numbered items', '1. **Hvad koster det?**\n   50 kr.\n2. **Hvem kan være med?**\n   Alle.\n', two],
  [
    'numbered items with answers outside',
    '1. **Hvad koster det?**\n\n50 kr.\n\n2. **Hvem kan være med?**\n\nAlle.\n',
    two,
  ],
  [
    'items for question and answer',
    '- **Q:** Hvad koster det?\n- **A:** 50 kr.\n- **Q:** Hvem kan være med?\n- **A:** Alle.\n',
    two,
  ],
  [
    'answers as lists below',
    '- **Hvad koster det?**\n  - 50 kr.\n- **Hvem kan være med?**\n  - Alle.\n',
    two,
  ],
  ['quotes', '> **Hvad koster det?**\n>\n> 50 kr.\n\n> **Hvem kan være med?**\n> Alle.\n', two],
  ['one quote', '> **Hvad koster det?**\n>\n> 50 kr.\n>\n> **Hvem kan være med?**\n>\n> Alle.\n', two],
  [
    'quotes of questions alone',
    '> **Hvad koster det?**\n\n50 kr.\n\n> **Hvem kan være med?**\n\nAlle.\n',
    two,
  ],
  [
    'lines across between',
    '**Hvad koster det?**\n\n50 kr.\n\n---\n\n**Hvem kan være med?**\n\nAlle.\n\n---\n',
    two,
  ],
  ['CRLF', '**Hvad koster det?**\r\n\r\n50 kr.\r\n\r\n**Hvem kan være med?**\r\n\r\nAlle.\r\n', two],
  ['one that is all there is', '## Pris\n\n**Hvad koster det?**\n\n50 kr.\n', ['Hvad koster det? = 50 kr.']],
  [
    'one with a label',
    '## Pris\n\nLidt tekst.\n\n**Q: Hvad koster det?**\n\n50 kr.\n',
    ['Pris = Lidt tekst.', 'Hvad koster det? = 50 kr.'],
  ],
  ['German labels', '**Frage:** Was kostet es?\n**Antwort:** 50 Kronen.\n', ['Was kostet es? = 50 Kronen.']],
  [
    'text before them',
    '# FAQ\n\nHer er svarene.\n\n**Hvad koster det?**\n\n50 kr.\n\n**Hvem kan være med?**\n\nAlle.\n',
    ['FAQ = Her er svarene.', ...two],
  ],
  [
    'text after a line across',
    '**Hvad koster det?**\n\n50 kr.\n\n**Hvem kan være med?**\n\nAlle.\n\n---\n\nSkriv til os.\n',
    ['faq = Skriv til os.', ...two],
  ],
  [
    'text after the list',
    '- **Hvad koster det?** 50 kr.\n- **Hvem kan være med?** Alle.\n\nSkriv til os.\n',
    ['faq = Skriv til os.', ...two],
  ],
  [
    'one in running text',
    '## Pris\n\nDet er billigt.\n\n**Hvad koster det?** Det ved vi ikke.\n',
    ['Pris = Det er billigt. / Hvad koster det? Det ved vi ikke.'],
  ],
  [
    'bold that asks nothing',
    '## Pris\n\n**Pris:** 50 kr.\n\n**Alder:** 15 år.\n',
    ['Pris = Pris: 50 kr. / Alder: 15 år.'],
  ],
  [
    'half a bold question',
    '## Pris\n\n**Hvad** koster det?\n\n**Hvem** er med?\n',
    ['Pris = Hvad koster det? / Hvem er med?'],
  ],
  [
    'Q: without an answer',
    '## Noter\n\nQ: hvad er det\n\nNoget andet.\n',
    ['Noter = Q: hvad er det / Noget andet.'],
  ],
  [
    'bold questions in code',
    '## Kode\n\n```\n**Hvad?**\n\n**Hvem?**\n```\n',
    ['Kode = **Hvad?** / **Hvem?**'],
  ],
];

const details: Case[] = [
  [
    'text directly below',
    '<details>\n<summary>Hvad koster det?</summary>\n50 kr.\n</details>\n',
    ['Hvad koster det? = 50 kr.'],
  ],
  [
    'text after a blank line',
    '<details>\n<summary>Hvad koster det?</summary>\n\n50 kr.\n\n</details>\n',
    ['Hvad koster det? = 50 kr.'],
  ],
  [
    'one line',
    '<details><summary>Hvad koster det?</summary>50 kr.</details>\n',
    ['Hvad koster det? = 50 kr.'],
  ],
  [
    'attributes',
    '<details open class="x">\n<summary id="a">Hvad koster det?</summary>\n50 kr.\n</details>\n',
    ['Hvad koster det? = 50 kr.'],
  ],
  [
    'HTML within',
    '<details>\n<summary>Hvad koster det?</summary>\n<p>50 kr. om <b>året</b></p>\n</details>\n',
    ['Hvad koster det? = 50 kr. om året'],
  ],
  [
    'a bold summary',
    '<details>\n<summary><b>Hvad koster det?</b></summary>\n\n50 kr.\n</details>\n',
    ['Hvad koster det? = 50 kr.'],
  ],
  [
    'a summary of Markdown',
    '<details>\n<summary>**Hvad koster `det`?**</summary>\n\n50 kr.\n</details>\n',
    ['Hvad koster det? = 50 kr.'],
  ],
  [
    'a heading in the summary',
    '<details>\n<summary><h3>Hvad koster det?</h3></summary>\n\n50 kr.\n</details>\n',
    ['Hvad koster det? = 50 kr.'],
  ],
  [
    'a Markdown heading in the summary',
    '<details>\n<summary>\n\n### Hvad koster det?\n\n</summary>\n\n50 kr.\n</details>\n',
    ['Hvad koster det? = 50 kr.'],
  ],
  [
    'a summary of several lines',
    '<details>\n  <summary>\n    Hvad koster det?\n  </summary>\n\n  50 kr.\n</details>\n',
    ['Hvad koster det? = 50 kr.'],
  ],
  [
    'a label in the summary',
    '<details>\n<summary>Q: Hvad koster det?</summary>\n\nA: 50 kr.\n</details>\n',
    ['Hvad koster det? = 50 kr.'],
  ],
  [
    'entities',
    '<details>\n<summary>K&oslash;b &amp; salg?</summary>\n<p>Sm&oslash;r</p>\n</details>\n',
    ['Køb & salg? = Smør'],
  ],
  [
    'several in one block',
    '<details><summary>Hvad koster det?</summary>50 kr.</details>\n<details><summary>Hvem kan være med?</summary>Alle.</details>\n',
    two,
  ],
  [
    'a wrapper',
    '<div class="faq">\n<details>\n<summary>Hvad koster det?</summary>\n\n50 kr.\n\n</details>\n<details>\n<summary>Hvem kan være med?</summary>\n\nAlle.\n\n</details>\n</div>\n',
    two,
  ],
  [
    'lists and code within',
    '<details>\n<summary>Hvordan?</summary>\n\n1. Én\n2. To\n\n```sh\nls\n```\n\n</details>\n',
    ['Hvordan? = Én / To / ls'],
  ],
  [
    "an answer's label",
    '<details>\n<summary>Hvad koster det?</summary>\n\n**Svar:**\n50 kr.\n</details>\n',
    ['Hvad koster det? = 50 kr.'],
  ],
  [
    'a label and nothing else',
    '<details>\n<summary>Hvad koster det?</summary>\n\nSvar:\n</details>\n',
    ['Hvad koster det? = Svar:'],
  ],
  [
    'a list around',
    '- <details>\n  <summary>Hvad koster det?</summary>\n\n  50 kr.\n\n  </details>\n- <details><summary>Hvem kan være med?</summary>Alle.</details>\n',
    two,
  ],
  [
    'other items beside',
    '## Pris\n\n1. Sommer\n2. <details><summary>Hvad koster det?</summary>50 kr.</details>\n3. Vinter\n',
    ['Pris = Sommer / Vinter', 'Hvad koster det? = 50 kr.'],
  ],
  [
    'a step around',
    '## Sådan\n\n1. Åbn døren.\n\n   <details><summary>Hvad koster det?</summary>50 kr.</details>\n\n2. Luk den.\n',
    ['Sådan = Åbn døren. / Hvad koster det? 50 kr. / Luk den.'],
  ],
  ['no summary', '## Pris\n\n<details>\n\n50 kr.\n\n</details>\n', ['Pris = 50 kr.']],
  [
    'no text',
    '## Pris\n\nDyrt.\n\n<details><summary>Hvad koster det?</summary></details>\n',
    ['Pris = Dyrt. / Hvad koster det?'],
  ],
  [
    'text around',
    '## Pris\n\nFør.\n\n<details><summary>Hvad koster det?</summary>\n\n50 kr.\n\n</details>\n\nEfter.\n',
    ['Pris = Før. / Efter.', 'Hvad koster det? = 50 kr.'],
  ],
  [
    'one left open',
    '<details>\n<summary>Hvad koster det?</summary>\n\n50 kr.\n\n<details>\n<summary>Hvem kan være med?</summary>\n\nAlle.\n\n## Andet\n\nMere.\n',
    [...two, 'Andet = Mere.'],
  ],
  [
    'code that shows one',
    '## Sådan\n\n```html\n<details><summary>Hvad?</summary>Det.</details>\n```\n\nSkriv `<details>`.\n',
    ['Sådan = <details><summary>Hvad?</summary>Det.</details> / Skriv <details>.'],
  ],
];

const definitions: Case[] = [
  [
    'a blank line and three blanks',
    'Hvad koster det?\n\n:   50 kr.\n\nHvem kan være med?\n\n:   Alle.\n',
    two,
  ],
  ['no blank line', 'Hvad koster det?\n: 50 kr.\n\nHvem kan være med?\n: Alle.\n', two],
  ['no blank line anywhere', 'Hvad koster det?\n: 50 kr.\nHvem kan være med?\n: Alle.\n', two],
  [
    'several paragraphs',
    'Hvad koster det?\n\n:   50 kr.\n\n    Om året.\n\nHvem kan være med?\n\n:   Alle.\n',
    ['Hvad koster det? = 50 kr. / Om året.', 'Hvem kan være med? = Alle.'],
  ],
  ['a wrapped line', 'Hvad koster det?\n:   50 kr.\n    om året\n', ['Hvad koster det? = 50 kr. om året']],
  [
    'two definitions',
    'Kontingent\n: Et beløb.\n: Betales i maj.\n',
    ['Kontingent = Et beløb. Betales i maj.'],
  ],
  ['a list below', 'Hvad?\n\n:   - en\n    - to\n', ['Hvad? = en / to']],
  ['a bold term', '**Hvad koster det?**\n:   50 kr.\n', ['Hvad koster det? = 50 kr.']],
  [
    'HTML',
    '<dl>\n<dt>Hvad koster det?</dt>\n<dd>50 kr.</dd>\n<dt>Hvem kan være med?</dt>\n<dd>Alle.</dd>\n</dl>\n',
    two,
  ],
  [
    'HTML on lines of its own',
    '<dl>\n  <dt>Hvad koster det?</dt>\n  <dd>\n    <p>50 kr.</p>\n  </dd>\n  <div><dt>Hvem kan være med?</dt><dd>Alle.</dd></div>\n</dl>\n',
    two,
  ],
  [
    'HTML left open',
    '<dl>\n<dt>Hvad koster det?\n<dd>50 kr.\n<dt>Hvem kan være med?\n<dd>Alle.\n</dl>\n',
    two,
  ],
  [
    'text around',
    '## Pris\n\nFør.\n\nKontingent\n: Et beløb.\n\nEfter.\n',
    ['Pris = Før. / Efter.', 'Kontingent = Et beløb.'],
  ],
  ['a colon in running text', '## Pris\n\nPrisen er: 50 kr.\n', ['Pris = Prisen er: 50 kr.']],
];

const boxes: Case[] = [
  [
    '??? directly below',
    '??? question "Hvad koster det?"\n    50 kr.\n\n    - om året\n',
    ['Hvad koster det? = 50 kr. / om året'],
  ],
  [
    '??? after a blank line',
    '??? question "Hvad koster det?"\n\n    50 kr.\n',
    ['Hvad koster det? = 50 kr.'],
  ],
  ['???+', '???+ faq "Hvad koster det?"\n    50 kr.\n', ['Hvad koster det? = 50 kr.']],
  ['!!!', '!!! tip "Hvad koster det?"\n    50 kr.\n', ['Hvad koster det? = 50 kr.']],
  ['!!! with classes', '!!! tip inline end "Hvad koster det?"\n    50 kr.\n', ['Hvad koster det? = 50 kr.']],
  ['??? without a kind', '??? "Hvad koster det?"\n    50 kr.\n', ['Hvad koster det? = 50 kr.']],
  [
    'code within',
    '??? question "Hvordan?"\n    Sådan:\n\n    ```sh\n    ls\n    ```\n',
    ['Hvordan? = Sådan: / ls'],
  ],
  [
    'one in another',
    '??? question "Hvad koster det?"\n    50 kr.\n\n    ??? question "Hvem kan være med?"\n        Alle.\n',
    two,
  ],
  ['a tab', '## Pris\n\n=== "Linux"\n    Kør.\n', ['Pris = Linux / Kør.']],
  ['a title that only warns', '## Pris\n\n!!! warning "Husk"\n    50 kr.\n', ['Pris = Husk / 50 kr.']],
  ['no title', '## Pris\n\n!!! note\n    50 kr.\n', ['Pris = 50 kr.']],
  [
    '!!! in running text',
    '## Pris\n\n!!! Vigtigt at vide\n\n50 kr.\n',
    ['Pris = !!! Vigtigt at vide / 50 kr.'],
  ],
  [':::kind[title]', ':::tip[Hvad koster det?]\n50 kr.\n:::\n', ['Hvad koster det? = 50 kr.']],
  [
    ':::kind[title]{attributes}',
    ':::tip[Hvad koster det?]{.x #y}\n\n50 kr.\n\n:::\n',
    ['Hvad koster det? = 50 kr.'],
  ],
  [':::kind title', ':::note Hvad koster det?\n50 kr.\n:::\n', ['Hvad koster det? = 50 kr.']],
  ['::: kind title', '::: details Hvad koster det?\n\n50 kr.\n\n:::\n', ['Hvad koster det? = 50 kr.']],
  [':::kind{title}', ':::tip{title="Hvad koster det?"}\n50 kr.\n:::\n', ['Hvad koster det? = 50 kr.']],
  [
    'a list before the end',
    ':::tip[Hvordan?]\n- en\n- to\n:::\n\nEfter.\n',
    ['faq = Efter.', 'Hvordan? = en / to'],
  ],
  [
    'more colons around',
    '::::info[Hvad koster det?]\n50 kr.\n\n:::tip[Hvem kan være med?]\nAlle.\n:::\n\n::::\n',
    two,
  ],
  [
    'one left open',
    ':::tip[Hvad koster det?]\n50 kr.\n\n## Andet\n\nMere.\n',
    ['Hvad koster det? = 50 kr.', 'Andet = Mere.'],
  ],
  ['a box without a title', '## Pris\n\n:::tip\n50 kr.\n:::\n', ['Pris = 50 kr.']],
  ['a callout', '> [!question] Hvad koster det?\n> 50 kr.\n', ['Hvad koster det? = 50 kr.']],
  [
    'a folded callout',
    '> [!faq]- Hvad koster det?\n> 50 kr.\n\n> [!faq]+ Hvem kan være med?\n>\n> Alle.\n',
    two,
  ],
  [
    'a callout in a callout',
    '> [!faq] Hvad koster det?\n> 50 kr.\n> > [!faq] Hvem kan være med?\n> > Alle.\n',
    two,
  ],
  ['a callout without a title', '## Pris\n\n> [!NOTE]\n> 50 kr.\n', ['Pris = 50 kr.']],
  ['a callout that only warns', '## Pris\n\n> [!warning] Advarsel\n> 50 kr.\n', ['Pris = Advarsel 50 kr.']],
  [
    'a callout as the answer of a heading',
    '## Må man grille?\n\n> [!question]- Er der en grill?\n> Ja.\n',
    ['Må man grille? = Ja.'],
  ],
  [
    'two colons',
    '::accordion\n::accordion-item{label="Hvad koster det?" icon="pris"}\n50 kr.\n::\n::accordion-item{title="Hvem kan være med?"}\nAlle.\n::\n::\n',
    two,
  ],
  [
    'three colons in two',
    '::faq\n  :::faq-item{label="Hvad koster det?"}\n  50 kr.\n  :::\n\n  :::faq-item{label="Hvem kan være med?"}\n  Alle.\n  :::\n::\n',
    two,
  ],
  [
    'two colons around headings',
    '::row\n::card\n## Hvad koster det?\n50 kr.\n::\n::card\n## Hvem kan være med?\nAlle.\n::\n::\n',
    two,
  ],
  ['two colons without an end', '## Film\n\n::video[Turen]{#x}\n\nSe den.\n', ['Film = Turen / Se den.']],
  ['a label that is a tab', '## Pris\n\n::tab{label="Mac"}\n50 kr.\n::\n', ['Pris = 50 kr.']],
  [
    'two colons in text',
    '## Pris\n\nstd::cout og\n::std::cin koster 50 kr.\n',
    ['Pris = std::cout og ::std::cin koster 50 kr.'],
  ],
  [
    'a list around',
    '- ??? question "Hvad koster det?"\n\n      50 kr.\n\n- > [!faq]- Hvem kan være med?\n  > Alle.\n',
    two,
  ],
  ["an answer's label", '> [!faq]- Hvad koster det?\n> **Svar**:\n> 50 kr.\n', ['Hvad koster det? = 50 kr.']],
  [
    'a template block',
    '{% details "Hvad koster det?" %}\n50 kr.\n{% enddetails %}\n',
    ['Hvad koster det? = 50 kr.'],
  ],
  [
    'a Markdoc tag',
    '{% accordion title="Hvad koster det?" %}\n50 kr.\n{% /accordion %}\n',
    ['Hvad koster det? = 50 kr.'],
  ],
  [
    'a Hugo shortcode',
    '{{< details title="Hvad koster det?" >}}\n50 kr.\n{{< /details >}}\n',
    ['Hvad koster det? = 50 kr.'],
  ],
];

const html: Case[] = [
  ['<h2>', '<h2>Hvad koster det?</h2>\n<p>50 kr.</p>\n\n<h2>Hvem kan være med?</h2>\n<p>Alle.</p>\n', two],
  [
    '<h3> with attributes',
    '<h3 id="pris" class="x"><a href="#pris">Hvad koster det?</a></h3>\n\n50 kr.\n',
    ['Hvad koster det? = 50 kr.'],
  ],
  ['all on one line', '<h4>Hvad koster det?</h4><p>50 kr.</p>\n', ['Hvad koster det? = 50 kr.']],
  [
    'a wrapper',
    '<section>\n<h2>Hvad koster det?</h2>\n<div>50 kr.</div>\n</section>\n',
    ['Hvad koster det? = 50 kr.'],
  ],
  ['<h1> as title', '<h1>Pris</h1>\n\n## Hvad koster det?\n\n50 kr.\n', ['Hvad koster det? = 50 kr.']],
];

const components: Case[] = [
  ['title', '<Accordion title="Hvad koster det?">\n  50 kr.\n</Accordion>\n', ['Hvad koster det? = 50 kr.']],
  [
    'title in an expression',
    "<Accordion title={'Hvad koster det?'}>\n  50 kr.\n</Accordion>\n",
    ['Hvad koster det? = 50 kr.'],
  ],
  [
    'title on one line with the text',
    '<Accordion title="Hvad koster det?">50 kr.</Accordion>\n',
    ['Hvad koster det? = 50 kr.'],
  ],
  [
    'summary',
    '<Details summary="Hvad koster det?">\n\n50 kr.\n\n</Details>\n',
    ['Hvad koster det? = 50 kr.'],
  ],
  ['header', '<Panel header="Hvad koster det?" open>\n50 kr.\n</Panel>\n', ['Hvad koster det? = 50 kr.']],
  [
    'question and answer',
    '<FaqItem question="Hvad koster det?" answer="50 kr." />\n',
    ['Hvad koster det? = 50 kr.'],
  ],
  [
    'question and answer on lines',
    '<FaqItem\n  question="Hvad koster det?"\n  answer="50 kr."\n/>\n',
    ['Hvad koster det? = 50 kr.'],
  ],
  [
    'a web component',
    '<faq-item question="Hvad koster det?">50 kr.</faq-item>\n',
    ['Hvad koster det? = 50 kr.'],
  ],
  ['Q and A', '<Q>\n  Hvad koster det?\n  <A>\n    50 kr.\n  </A>\n</Q>\n', ['Hvad koster det? = 50 kr.']],
  ['Q beside A', '<Q>Hvad koster det?</Q>\n<A>50 kr.</A>\n', ['Hvad koster det? = 50 kr.']],
  [
    'Question and Answer in one',
    '<Faq>\n<Question>Hvad koster det?</Question>\n<Answer>50 kr.</Answer>\n<Question>Hvem kan være med?</Question>\n<Answer>Alle.</Answer>\n</Faq>\n',
    two,
  ],
  [
    'a group',
    '<AccordionGroup>\n  <Accordion title="Hvad koster det?">\n    50 kr.\n  </Accordion>\n\n  <Accordion title="Hvem kan være med?">\n    Alle.\n  </Accordion>\n</AccordionGroup>\n',
    two,
  ],
  [
    'a group, deeply indented',
    '<Group>\n    <Item title="Hvad koster det?">\n        50 kr.\n    </Item>\n\n    <Item title="Hvem kan være med?">\n        Alle.\n    </Item>\n</Group>\n',
    two,
  ],
  [
    'parts',
    '<Item>\n  <ItemHeader>Hvad koster det?</ItemHeader>\n  <ItemPanel>50 kr.</ItemPanel>\n</Item>\n',
    ['Hvad koster det? = 50 kr.'],
  ],
  [
    'Markdown within',
    '<Accordion title="Hvordan?">\n\n- **en**\n- to\n\n</Accordion>\n',
    ['Hvordan? = en / to'],
  ],
  ['label', '<Collapse label="Hvad koster det?">50 kr.</Collapse>\n', ['Hvad koster det? = 50 kr.']],
  ['the label of a tab', '## Pris\n\n<TabItem label="Mac">\n50 kr.\n</TabItem>\n', ['Pris = 50 kr.']],
  ['an unknown component', '## Pris\n\n<Kasse farve="blå">\n50 kr.\n</Kasse>\n', ['Pris = 50 kr.']],
];

describe.each([
  ['bold questions', bold],
  ['<details>', details],
  ['definition lists', definitions],
  ['boxes', boxes],
  ['HTML headings', html],
  ['components', components],
])('%s', (_, cases) => {
  it.each(cases)('are read with %s', (__, source, expected) => {
    expect(read(source)).toEqual(expected);
  });
});

/** Two bold questions, and a box with this title after the second answer. */
const withBox = (title: string): string =>
  `# FAQ\n\n## Medlem\n\n**Hvad koster det?**\n\n50 kr.\n\n**Hvem kan være med?**\n\nAlle.\n\n<details><summary>${title}</summary>\n\nTekst.\n\n</details>\n`;

describe('a box after bold questions', () => {
  it.each([
    ['stands beside them where it asks', 'Hvordan melder jeg mig ud?', ['Medlem']],
    ['belongs to the answer where it does not', 'Et eksempel', ['Medlem', 'Hvem kan være med?']],
  ])('%s', (_, title, parents) => {
    expect(passagesOf(withBox(title)).at(-1)).toMatchObject({ heading: title, parents });
  });
});
