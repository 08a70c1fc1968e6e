/** What people write before a question and before its answer, by language. Small letters, without points and colons. */
const labels: Readonly<Record<string, { readonly question: string; readonly answer: string }>> = {
  da: { question: 'spørgsmål spoergsmaal spørg spgsm spgm spsm spm sp q', answer: 'svar sv a' },
  en: { question: 'question ques qn q', answer: 'answer ans a' },
  de: { question: 'frage f q', answer: 'antwort antw a' },
  es: { question: 'pregunta p', answer: 'respuesta r' },
  fi: { question: 'kysymys k', answer: 'vastaus v' },
  fr: { question: 'question q', answer: 'réponse rép r' },
  it: { question: 'domanda d', answer: 'risposta r' },
  nb: { question: 'spørsmål spm sp', answer: 'svar sv' },
  nl: { question: 'vraag v', answer: 'antwoord antw a' },
  pl: { question: 'pytanie p', answer: 'odpowiedź odp o' },
  pt: { question: 'pergunta p', answer: 'resposta r' },
  sv: { question: 'fråga f', answer: 'svar s' },
};

/** Titles that only name the kind of their box and ask nothing. */
const stockTitles: Readonly<Record<string, string>> = {
  da: 'husk|bemærk|bemærkning|nb|obs|ops|vigtigt|vigtig|tip|tips|fif|advarsel|pas på|fare|note|info|information|eksempel|læs mere|se også|opdatering|hjælp|mere|detaljer|vis mere|klik her|klik for at se mere',
  en: 'remember|note|notes|nb|important|tip|tips|hint|warning|caution|danger|attention|info|information|example|read more|see also|update|help|more|details|show more|click here|click to expand|notice|success|abstract|todo|quote',
  de: 'hinweis|achtung|wichtig|tipp|warnung|beispiel|mehr|details',
  sv: 'obs|viktigt|tips|varning|exempel|mer|notera',
  nb: 'husk|merk|viktig|tips|advarsel|eksempel|mer',
};

/** What questions begin with; words that begin other sentences as often are left out. */
const beginnings: Readonly<Record<string, string>> = {
  da: 'hvad|hvem|hvor|hvordan|hvornår|hvorfor|hvilken|hvilket|hvilke|kan jeg|kan man|kan vi|må jeg|må man|må vi|skal jeg|skal man|skal vi|er der|har i',
  en: 'what|who|whose|where|when|why|how|which|can i|can we|do i|do you|does|is there|are there|may i|should i|will i',
  de: 'was|wer|wo|wann|warum|wie|welche|welcher|welches|kann ich|darf ich|muss ich|gibt es',
  sv: 'vad|vem|var|när|varför|hur|vilken|vilket|vilka|kan jag|får jag|måste jag|finns det',
  nb: 'hva|hvem|hvor|når|hvorfor|hvordan|hvilken|hvilket|hvilke|kan jeg|må jeg|finnes det',
};
const beginning = new RegExp(`^(?:${Object.values(beginnings).join('|')})(?=\\s)`, 'iu');

/** Whether a text without a question mark begins as questions do. */
export const beginsAsQuestion = (text: string): boolean => beginning.test(askedText(text)) && !isAsked(text);

const wordsOf = (key: 'question' | 'answer'): string[] =>
  [...new Set(Object.values(labels).flatMap((row) => row[key].split(' ')))].toSorted(
    (a, b) => b.length - a.length,
  );

/** A label, perhaps numbered, with the colon, point or bracket after it: `Q:`, `Sp.:`, `Spørgsmål 3:`, `Q1)`. */
const pattern = (words: readonly string[]): RegExp =>
  new RegExp(`^(?:${words.join('|')})\\.?(?:\\s*#?\\d{1,3}\\s*[:.)–-]|\\s*:)\\s*`, 'iu');

const question = pattern(wordsOf('question'));
const answer = pattern(wordsOf('answer'));
const number = /^(?:#?\d{1,3}\s*[.):]|\(\d{1,3}\)|[-–•])\s+/u;
const decoration = /^(?:[\p{Extended_Pictographic}\u{FE0F}\u{200D}\s]|:[a-z][\w+-]*:)+/u;

/** How long the label of a question is that a text begins with; 0 where it has none. */
export const questionLabel = (text: string): number => question.exec(text)?.[0].length ?? 0;
/** How long the label of an answer is that a text begins with; 0 where it has none. */
export const answerLabel = (text: string): number => answer.exec(text)?.[0].length ?? 0;

/** A question as a heading: without number, pictures and label. */
export function askedText(text: string): string {
  const plain = text.replaceAll(/\s+/gu, ' ').trim().replace(decoration, '');
  const bare = plain.replace(number, '');
  return bare.slice(questionLabel(bare)).replace(number, '').trim() || plain;
}

const stock = new Set(Object.values(stockTitles).flatMap((row) => row.split('|')));

/** Whether the title of a box says no more than of what kind the box is. */
export function isStockTitle(title: string, kind: string): boolean {
  const bare = title
    .toLowerCase()
    .replaceAll(/[\p{P}\p{S}]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return bare === '' || bare === kind.toLowerCase() || (stock.has(bare) && !title.trim().endsWith('?'));
}

/** Whether a text ends as a question does. */
export const isAsked = (text: string): boolean =>
  /[?？؟]["'”»’)*_!\s\p{Extended_Pictographic}\u{FE0F}]*$/u.test(text);
