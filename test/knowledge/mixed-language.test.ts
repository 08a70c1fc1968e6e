import { describe, expect, it } from 'vitest';
import { decide } from '../../src/answers/decide.ts';
import { loadContent } from '../../src/content/load.ts';
import { buildSnapshot, type Snapshot } from '../../src/knowledge/snapshot.ts';
import { contentFolder } from '../content/folder.ts';

const article = `# Spørgsmål og svar

## Jeg har lige hentet spillet. Hvordan begynder jeg?
Read the guide for beginners on the front page first, and then ask in the channel.

## Hvordan får jeg flere kort?
Kortene ligger på butikkens side. Hvis du henter kort selv, så pak dem ud i en mappe.

## Hvordan opretter jeg en profil?
Click the button in the corner and choose a name. You will receive a mail with a link.

## How do I invite a friend?
Open the list of players and press the plus sign. Your friend gets a message and can join.

## Hvor ligger serveren?
Den står i Danmark, og alle kan bruge den hele døgnet.
`;

const open = async (text: string): Promise<Snapshot> =>
  buildSnapshot((await loadContent(await contentFolder({ 'faq.md': text }))).content);

const rankingOf = async (question: string): Promise<ReturnType<Snapshot['rank']>> => {
  const snapshot = await open(article);
  return snapshot.rank(snapshot.read(question), 10);
};

describe('a half-translated article', () => {
  it('is read in both languages, the commoner first', async () => {
    const snapshot = await open(article);
    expect(snapshot.languages).toEqual(['da', 'en']);
  });

  it.each([
    ['hvordan laver man en profil', 'Hvordan opretter jeg en profil?'],
    ['hvordan får man flere kort', 'Hvordan får jeg flere kort?'],
    ['where do I click to choose a name', 'Hvordan opretter jeg en profil?'],
    ['guide for beginners', 'Jeg har lige hentet spillet. Hvordan begynder jeg?'],
    ['how can I invite friends', 'How do I invite a friend?'],
    ['hvordan inviterer jeg en ven', 'How do I invite a friend?'],
    ['hvor står serveren', 'Hvor ligger serveren?'],
  ])('answers "%s" with "%s"', async (question, heading) => {
    expect((await rankingOf(question)).matches[0]?.passage.heading).toBe(heading);
  });

  it.each([
    'hvordan får jeg mine penge tilbage for abonnementet',
    'hvordan får jeg en ny adgangskode til min konto',
    'hvordan bliver jeg moderator',
    'how do I get my money back',
  ])('posts nothing to "%s", of which only question words are met', async (question) => {
    expect(decide(await rankingOf(question)).kind).not.toBe('found');
  });

  it('lists a passage of two languages once', async () => {
    const found = (await rankingOf('profil name')).matches.map(({ passage }) => passage.id);
    expect(found).toContain('faq.md#Hvordan opretter jeg en profil?');
    expect(new Set(found).size).toBe(found.length);
  });

  it('explains such a passage by the reading that finds it', async () => {
    const snapshot = await open(article);
    const question = snapshot.read('where do I choose a name');
    const id = 'faq.md#Hvordan opretter jeg en profil?';
    const ranked = snapshot.rank(question, 10).matches.find(({ passage }) => passage.id === id);
    expect(snapshot.explain(question, id)?.score).toBeCloseTo(ranked?.score ?? 0, 1);
    expect(snapshot.explain(question, id)?.evidence.words.some(({ fields }) => fields.includes('body'))).toBe(
      true,
    );
  });

  it('knows the question words of neither language as content', async () => {
    const snapshot = await open(article);
    const words = snapshot.explain(snapshot.read('hvordan'), 'faq.md#How do I invite a friend?')?.evidence
      .words;
    expect(words).toEqual([]);
  });

  it('is taken at its word where it names its language', async () => {
    const named = await open(`---\nlang: da\n---\n${article}`);
    expect(named.languages).toEqual(['da']);
  });
});
