import { beforeAll, describe, expect, it } from 'vitest';
import type { Article, Content } from '../../src/content/article.ts';
import { decide } from '../../src/answers/decide.ts';
import type { Ranking } from '../../src/knowledge/ranking.ts';
import { buildSnapshot, type Snapshot } from '../../src/knowledge/snapshot.ts';
import { matcherParts } from '../../src/matcher/parts.ts';
import { inverseDocumentFrequency } from '../../src/matcher/weight.ts';
import { alignmentDistance } from '../../src/matcher/typo.ts';

/** An article of passages given as heading and text. */
function contentOf(
  rows: readonly (readonly [heading: string, text: string, ...phrasings: string[]])[],
  lang = 'da',
): Content {
  const article: Article = {
    id: 'a.md',
    title: 'Klubben',
    description: null,
    keywords: [],
    lang,
    url: null,
    updated: null,
    reviewBy: null,
    passages: rows.map(([heading, text, ...phrasings], index) => ({
      id: `a.md#${heading}`,
      hash: String(index).padStart(12, '0'),
      article: 'a.md',
      heading,
      level: 2,
      parents: [],
      line: index + 1,
      markdown: text,
      text,
      phrasings: phrasings.map((phrasing) => ({ text: phrasing, line: 1 })),
      tests: [],
      links: [],
    })),
  };
  return { articles: [article], problems: [], hash: 'x' };
}

const club = contentOf([
  [
    'Hvad koster et medlemskab?',
    'Et medlemskab koster 200 kr. om året. Studerende betaler det halve.',
    'hvor meget er kontingentet',
  ],
  ['Hvordan melder jeg mig ud?', 'Skriv til kassereren inden den første december.'],
  ['Hvornår er der medlemsmøde?', 'Vi mødes første tirsdag i måneden klokken 19 i klubhuset.'],
  ['Åbningstider', 'Klubhuset er åbent alle hverdage fra 10 til 18.'],
  ['Hvad gør jeg, hvis jeg har glemt min adgangskode?', 'Tryk på "glemt adgangskode" på loginsiden.'],
]);

const first = (snapshot: Snapshot, question: string): string | undefined =>
  snapshot.rank(snapshot.read(question), 5).matches[0]?.passage.heading;
const ranking = (snapshot: Snapshot, question: string): Ranking => snapshot.rank(snapshot.read(question), 5);

describe('the matcher', () => {
  it.each([
    ['hvad koster det at være medlem', 'Hvad koster et medlemskab?'],
    ['prisen på medlemskab', 'Hvad koster et medlemskab?'],
    ['hvor meget er kontingent', 'Hvad koster et medlemskab?'],
    ['hvordan kan jeg melde mig ud', 'Hvordan melder jeg mig ud?'],
    ['kassereren', 'Hvordan melder jeg mig ud?'],
    ['hvornår mødes medlemmerne', 'Hvornår er der medlemsmøde?'],
    ['møde', 'Hvornår er der medlemsmøde?'],
    ['aabningstider', 'Åbningstider'],
    ['glemt adgangskdoe', 'Hvad gør jeg, hvis jeg har glemt min adgangskode?'],
    ['glemt kode', 'Hvad gør jeg, hvis jeg har glemt min adgangskode?'],
    ['forgotten password', 'Hvad gør jeg, hvis jeg har glemt min adgangskode?'],
  ])('finds for "%s" the passage "%s"', async (question, heading) => {
    expect(first(await buildSnapshot(club), question)).toBe(heading);
  });

  it('gives parts that sum to the score, and shares of words that sum to 1', async () => {
    const snapshot = await buildSnapshot(club);
    const [match] = snapshot.rank(snapshot.read('hvad koster det at være medlem i klubben'), 5).matches;
    const parts = Object.values(match?.evidence.parts ?? {}).reduce((sum, part) => sum + part, 0);
    const shares = (match?.evidence.words ?? []).reduce((sum, { share }) => sum + share, 0);
    expect(parts).toBeCloseTo(match?.score ?? 0, 9);
    expect(shares).toBeCloseTo(1, 9);
  });

  it('tells how a misspelt word was read', async () => {
    const snapshot = await buildSnapshot(club);
    const [match] = snapshot.rank(snapshot.read('medlemsakb'), 5).matches;
    expect(match?.evidence.words[0]).toMatchObject({
      asked: 'medlemsakb',
      readAs: 'medlemskab',
      reading: 'spelling',
    });
  });

  it.each([
    ['prisen', 'synonym', 'koster'],
    ['password', 'translation', 'adgangskode'],
    ['månedsmøde', 'compound', 'mødes + måneden'],
    ['medlemskabet', 'inflection', null],
    ['klubhuset', 'exact', null],
    ['klubhus', 'inflection', null],
  ])('tells that "%s" was read as %s (%s)', async (asked, reading, readAs) => {
    const snapshot = await buildSnapshot(club);
    const [match] = snapshot.rank(snapshot.read(asked), 5).matches;
    expect(match?.evidence.words[0]).toMatchObject({ asked, reading, readAs });
  });

  it('tells where the reading that it names stands, not where a weaker one does', async () => {
    const content = contentOf([['Hvordan netværker man effektivt?', 'Det bedste er at bruge tid på det.']]);
    const snapshot = await buildSnapshot(content, { synonyms: [['bedst', 'effektivt']] });
    const [match] = snapshot.rank(snapshot.read('bedst'), 1).matches;
    expect(match?.evidence.words[0]).toMatchObject({ reading: 'inflection', fields: ['body'] });
  });

  it.each(['hvad koster en router', 'hvornår går toget til Aarhus', 'hvem er statsminister'])(
    'is less sure of "%s" than of a question that is answered',
    async (question) => {
      const snapshot = await buildSnapshot(club);
      const sure = snapshot.rank(snapshot.read('hvad koster et medlemskab'), 1).confidence;
      expect(snapshot.rank(snapshot.read(question), 1).confidence).toBeLessThan(sure / 1.3);
    },
  );

  it('explains any passage, wherever it ranks', async () => {
    const snapshot = await buildSnapshot(club);
    const match = snapshot.explain(snapshot.read('hvad koster et medlemskab'), 'a.md#Åbningstider');
    expect(match?.passage.heading).toBe('Åbningstider');
    expect(match?.evidence.words.every(({ fields }) => fields.length === 0)).toBe(true);
  });

  it("takes a deployment's own synonyms", async () => {
    const without = await buildSnapshot(club);
    const own = await buildSnapshot(club, { synonyms: [['kontingent', 'skærv']] });
    expect(without.rank(without.read('skærv'), 5).matches).toHaveLength(0);
    expect(first(own, 'skærv')).toBe('Hvad koster et medlemskab?');
  });

  it.each(matcherParts)('still ranks without %s', async (part) => {
    const snapshot = await buildSnapshot(club, { without: [part] });
    expect(first(snapshot, 'hvornår er der medlemsmøde')).toBe('Hvornår er der medlemsmøde?');
  });

  it('answers nothing over nothing', async () => {
    const snapshot = await buildSnapshot({ articles: [], problems: [], hash: 'x' });
    expect(snapshot.rank(snapshot.read('hvad koster det'), 5)).toMatchObject({ confidence: 0, matches: [] });
  });

  it('knows passages that say the same', async () => {
    const text =
      'Klubben holder generalforsamling hvert forår, og alle medlemmer kan stemme om vedtægter og budget.';
    const snapshot = await buildSnapshot(
      contentOf([
        ['Generalforsamling', text],
        ['Hvornår stemmer vi?', text],
        ['Fest', 'Vi fester hver fredag med musik, dans og god mad.'],
      ]),
    );
    expect(snapshot.alike('a.md#Generalforsamling', 'a.md#Hvornår stemmer vi?')).toBe(true);
    expect(snapshot.alike('a.md#Generalforsamling', 'a.md#Fest')).toBe(false);
  });
});

describe('an article on one topic', () => {
  const inflation = contentOf([
    ['Hvad er inflation?', 'Inflation er en stigning i det almindelige prisniveau.'],
    ['Sådan måles inflation', 'Danmarks Statistik følger priserne på en kurv af varer.'],
    ['Højdepunkter', 'Priserne stiger. Pengene bliver mindre værd. Renten følger med.'],
    ['Hvem har gavn af inflation?', 'Låntagere, for gælden bliver mindre værd.'],
  ]);
  const content: Content = {
    ...inflation,
    articles: inflation.articles.map((article) => ({ ...article, title: 'Inflation' })),
  };
  it.each([
    ['hvad er inflation', 'Hvad er inflation?'],
    ['inflation', 'Hvad er inflation?'],
    ['måling af inflation', 'Sådan måles inflation'],
    ['hvem vinder ved inflation', 'Hvem har gavn af inflation?'],
    ['højdepunkter om inflation', 'Højdepunkter'],
  ])('answers "%s" with "%s"', async (question, heading) => {
    expect(first(await buildSnapshot(content), question)).toBe(heading);
  });

  it('is less sure of what it only touches than of what it is about', async () => {
    const snapshot = await buildSnapshot(content);
    const about = snapshot.rank(snapshot.read('hvad er inflation'), 1).confidence;
    expect(snapshot.rank(snapshot.read('hvem opfandt inflation'), 1).confidence).toBeLessThan(about / 2);
    expect(snapshot.rank(snapshot.read('kan man tage på ferie under inflation'), 1).confidence).toBeLessThan(
      about / 2,
    );
  });
});

describe('confidence', () => {
  const extra = Array.from({ length: 400 }, (_, index): readonly [string, string] => [
    `Emne ${String(index)}`,
    `Om hjørne${String(index)} og kasse${String(index * 7)}.`,
  ]);
  it('asks for more where more could match by chance', async () => {
    const question = 'hvordan kommer man ud af klubben';
    const snapshot = await buildSnapshot(club);
    const few = snapshot.rank(snapshot.read(question), 1);
    const larger = await buildSnapshot(
      contentOf([
        ...(club.articles[0]?.passages ?? []).map(({ heading, text }) => [heading, text] as const),
        ...extra,
      ]),
    );
    const many = larger.rank(larger.read(question), 1);
    expect(many.matches[0]?.passage.heading).toBe(few.matches[0]?.passage.heading);
    expect(many.confidence).toBeLessThan(few.confidence);
  });

  it('is small where every word that is met could be said of anything', async () => {
    const snapshot = await buildSnapshot(club);
    const telling = snapshot.rank(snapshot.read('tirsdag'), 1).confidence;
    const vague = snapshot.rank(snapshot.read('hvad er det første'), 1);
    expect(vague.matches[0]?.evidence.words[0]?.fields).toEqual(['body']);
    expect(vague.confidence).toBeLessThan(telling / 3);
  });

  it.each([
    'hvornår kører bussen til lufthavnen om tirsdagen',
    'hvordan vasker man kassererens bil',
    'hvem studerer fransk i Paris',
  ])('posts nothing to "%s", which shares one word', async (question) => {
    const snapshot = await buildSnapshot(club);
    expect(
      snapshot
        .rank(snapshot.read(question), 1)
        .matches[0]?.evidence.words.some(({ fields }) => fields.length > 0),
    ).toBe(true);
    expect(decide(snapshot.rank(snapshot.read(question), 5)).kind).not.toBe('found');
  });
});

describe('questions kept beside the articles', () => {
  const entries = [
    {
      id: 'p1',
      question: 'Hvordan parkerer jeg ved klubhuset?',
      phrasings: ['hvor er der parkering'],
      text: 'Bag huset.',
    },
    { id: 'p2', question: 'Kan jeg betale uden kort?', phrasings: [], text: 'Ja, med kontanter.' },
    { id: 'p3', question: 'Hvor er der parkering?', phrasings: ['kontanter'], text: 'Her.' },
  ];
  let snapshot: Snapshot;
  let index: ReturnType<Snapshot['indexQuestions']>;
  beforeAll(async () => {
    snapshot = await buildSnapshot(club);
    index = snapshot.indexQuestions(entries);
  });

  it.each([
    ['hvordan parkerer man ved klubhuset', 'p1'],
    ['kan man betale uden kort', 'p2'],
    ['hej, kontanter', 'p3'],
    // A question goes before a phrasing of an entry that comes first.
    ['Hej, hvor er der parkering?', 'p3'],
    ['er der parkering ved klubhuset', null],
    ['?', null],
  ])('own the question "%s": %s', (question, id) => {
    expect(index.owner(snapshot.key(question))).toBe(id);
  });
  it('are near to other words for them, best first', () => {
    const near = index.near(snapshot.read('er der parkering ved klubhuset'), 2);
    expect(near.map(({ id }) => id)).toEqual(['p1', 'p3']);
    expect(near[0]?.confidence).toBeGreaterThan(0.8);
    expect(near[0]?.covered).toBeCloseTo(1);
    expect(index.near(snapshot.read('er der parkering ved klubhuset'), 1)).toHaveLength(1);
    expect(snapshot.indexQuestions([]).near(snapshot.read('parkering'), 2)).toEqual([]);
  });
  it('count for half where another kind of thing is asked', () => {
    const [other, same] = ['hvornår er der parkering', 'hvor er der nu parkering'].map((question) =>
      index.near(snapshot.read(question), 9).find(({ id }) => id === 'p3'),
    );
    expect(other?.confidence).toBeLessThan((same?.confidence ?? 0) / 1.8);
  });
  it('are not taken for their opposite', () => {
    const near = index.near(snapshot.read('kan jeg betale med kort'), 9);
    expect(near.map(({ id }) => id)).not.toContain('p2');
  });
});

describe('names and numbers', () => {
  const names = contentOf([
    ['Er der en kanal for C++?', 'Ja, den ligger under programmering.'],
    ['Hvordan installerer jeg node.js?', 'Hent den fra siden.'],
    ['Virker det på PS5?', 'Ja, det virker.'],
    ['Har I 4K-skærme?', 'Ja, to.'],
    ['Hvad er modul K-8?', 'Et lille strømkort.'],
    ['Hvordan kommer jeg på wi-fi?', 'Koden hænger på døren.'],
    ['Hvilket plug-in skal jeg bruge?', 'Det nyeste.'],
    ['Hvad er nyt i version 4.2?', 'Printeren virker igen.'],
    ['Hvornår åbner hal 2?', 'Klokken ni.'],
  ]);
  const posted = async (question: string): Promise<string | null> => {
    const answer = decide(ranking(await buildSnapshot(names), question));
    return answer.kind === 'found' ? answer.match.passage.heading : null;
  };
  it.each([
    ['er der en kanal for c++', 'Er der en kanal for C++?'],
    ['er der en kanal for cpp', 'Er der en kanal for C++?'],
    ['hvordan installerer man node.js', 'Hvordan installerer jeg node.js?'],
    ['virker det på ps5', 'Virker det på PS5?'],
    ['virker det på PS-5', 'Virker det på PS5?'],
    ['har i 4k skærme', 'Har I 4K-skærme?'],
    ['hvad er k8', 'Hvad er modul K-8?'],
    ['hvordan kommer jeg på wifi', 'Hvordan kommer jeg på wi-fi?'],
    ['hvilket plugin skal jeg bruge', 'Hvilket plug-in skal jeg bruge?'],
    ['hvad er nyt i v4.2', 'Hvad er nyt i version 4.2?'],
    ['hvornår åbner hal2', 'Hvornår åbner hal 2?'],
  ])('post for "%s" the passage "%s"', async (question, heading) => {
    expect(await posted(question)).toBe(heading);
  });
  it.each([
    'er der en kanal for c#',
    'er der en kanal for c',
    'hvordan installerer jeg vue.js',
    'virker det på ps4',
    'har i 8k skærme',
    'hvad er modul k9',
    'hvad er nyt i version 4.3',
    'hvad er nyt i version 42',
    'hvornår åbner hal 7',
  ])('post nothing to "%s", which a sibling answers', async (question) => {
    expect(await posted(question)).toBeNull();
  });
  it('count for a number that the heading is silent on as part of the story', async () => {
    const snapshot = await buildSnapshot(club);
    expect(first(snapshot, 'vi er 4 der har glemt vores adgangskode')).toBe(
      'Hvad gør jeg, hvis jeg har glemt min adgangskode?',
    );
    expect(decide(ranking(snapshot, 'vi er 4 der har glemt vores adgangskode')).kind).toBe('found');
  });
  it('are not taken for misspelt ones', async () => {
    const snapshot = await buildSnapshot(contentOf([['Pris', 'Det koster 15000 kr. i 2026-udgaven.']]));
    expect(ranking(snapshot, '16000').matches[0]?.evidence.words ?? []).toEqual([]);
  });
});

describe('the formulas', () => {
  it('give a rarer word more weight, never less than nothing', () => {
    expect(inverseDocumentFrequency(100, 1)).toBeGreaterThan(inverseDocumentFrequency(100, 50));
    expect(inverseDocumentFrequency(100, 100)).toBeGreaterThan(0);
  });
  it.each([
    ['netværk', 'netværk', 0],
    ['netværk', 'netvræk', 1],
    ['netværk', 'netværks', 1],
    ['netværk', 'netvk', 2],
    ['netværk', 'arbejde', 3],
  ])('measure the distance of %s and %s', (one, other, distance) => {
    expect(Math.min(alignmentDistance(one, other, 2), 3)).toBe(distance);
  });
});
