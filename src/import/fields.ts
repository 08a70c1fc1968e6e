/** What a column or key may hold. */
export type Field = 'question' | 'answer' | 'phrasings' | 'keywords' | 'category' | 'source' | 'id';

/** Names that columns and keys have, in the languages that people write them, in small letters without marks. */
const names: Readonly<Record<Field, readonly string[]>> = {
  question: [
    'question',
    'questions',
    'q',
    'ask',
    'query',
    'faq',
    'prompt',
    'spørgsmål',
    'spoergsmaal',
    'spørgsmålet',
    'frage',
    'fragen',
    'fråga',
    'frågor',
    'spørsmål',
    'vraag',
    'pregunta',
    'pytanie',
  ],
  answer: [
    'answer',
    'answers',
    'a',
    'response',
    'responses',
    'reply',
    'svar',
    'svaret',
    'antwort',
    'antworten',
    'antwoord',
    'réponse',
    'reponse',
    'respuesta',
    'odpowiedź',
  ],
  phrasings: [
    'aliases',
    'alias',
    'alternatequestions',
    'alternatequestion',
    'alternativequestions',
    'alternatives',
    'altquestions',
    'alttitles',
    'phrasings',
    'phrases',
    'variations',
    'variants',
    'synonyms',
    'utterances',
    'trainingphrases',
    'formuleringer',
    'andreformuleringer',
    'varianter',
    'synonymer',
    'alternativespørgsmål',
    'andrespørgsmål',
    'alternativer',
  ],
  keywords: [
    'keywords',
    'keyword',
    'tags',
    'tag',
    'labels',
    'nøgleord',
    'emneord',
    'stikord',
    'noegleord',
    'schlagwörter',
    'nyckelord',
  ],
  category: [
    'category',
    'categories',
    'section',
    'topic',
    'group',
    'theme',
    'subject',
    'area',
    'kategori',
    'kategorier',
    'sektion',
    'afsnit',
    'emne',
    'gruppe',
    'område',
    'tema',
    'kategorie',
    'bereich',
    'thema',
  ],
  source: ['source', 'kilde', 'quelle', 'källa', 'bron'],
  id: ['id', 'qnaid', 'key', 'number', 'nr', 'no', '#', 'nummer'],
};

/** Names that hold a question or an answer only where nothing better does. */
const weak: Readonly<Record<'question' | 'answer', readonly string[]>> = {
  question: ['title', 'name', 'heading', 'headline', 'summary', 'titel', 'navn', 'overskrift', 'label'],
  answer: [
    'text',
    'content',
    'body',
    'description',
    'value',
    'message',
    'markdown',
    'html',
    'tekst',
    'indhold',
    'beskrivelse',
    'besked',
    'embed',
    'output',
  ],
};

const byName = new Map(entriesOf(names));
const weakByName = new Map(entriesOf(weak));

function entriesOf<Name extends Field>(
  table: Readonly<Partial<Record<Name, readonly string[]>>>,
): [string, Field][] {
  return Object.entries<readonly string[] | undefined>(table).flatMap(([field, words = []]) =>
    isField(field) ? words.map((word): [string, Field] => [word, field]) : [],
  );
}

function isField(name: string): name is Field {
  return Object.hasOwn(names, name);
}

const folded = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(/[\s_.:*-]+/gu, '');

/** What a name says outright. */
export const fieldOf = (name: string): Field | null => byName.get(folded(name)) ?? null;
/** What a name may mean where no other says it. */
export const weakFieldOf = (name: string): Field | null => weakByName.get(folded(name)) ?? null;
