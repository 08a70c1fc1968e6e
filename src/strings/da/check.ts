import type { check as english } from '../en/check.ts';
import { languageNames, mixedLanguages } from '../mixed-languages.ts';

const synonymFaults = {
  syntax: (detail: string): string => `er ikke YAML: ${detail}`,
  list: (): string => 'er ikke en liste. Skriv én betydning pr. linje, for eksempel "- pris, gebyr"',
  meaning: (detail: string): string => `har en linje uden to ord: ${detail}. Skriv "- pris, gebyr"`,
  unreadable: (detail: string): string => `kan ikke læses (${detail})`,
};

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export const check = {
  errors: 'Fejl',
  warnings: 'Advarsler',
  clean: (articles, passages) =>
    `Alt er i orden i ${counted(articles, 'artikel', 'artikler')} med ${counted(passages, 'afsnit', 'afsnit')}.`,
  summary: (errors, warnings, articles, passages) =>
    `${counted(errors, 'fejl', 'fejl')} og ${counted(warnings, 'advarsel', 'advarsler')} i ` +
    `${counted(articles, 'artikel', 'artikler')} med ${counted(passages, 'afsnit', 'afsnit')}.`,
  findings: {
    'question-repeated': ({ heading, firstLine }) =>
      `"${heading}" bliver allerede besvaret i linje ${firstLine}. Slå de to sammen, eller giv den ene en anden ordlyd.`,
    'phrasing-shared': ({ phrasing, other }) =>
      `Formuleringen "${phrasing}" hører også til ${other}. Behold den kun ét sted.`,
    'phrasing-stolen': ({ phrasing, heading, by }) =>
      `Spørgsmål som "${phrasing}" ender hos ${by} i stedet for "${heading}". Skriv flere formuleringer af den slags her, eller brug andre ord der.`,
    'test-missed': ({ question, heading, instead, missing }) =>
      `Prøvespørgsmålet "${question}" finder ikke "${heading}"; ` +
      `${instead === null ? 'der findes intet' : `i stedet findes ${instead}`}. ` +
      (missing === null
        ? 'Tilføj det som formulering.'
        : `Afsnittet mangler "${missing}": brug ordet, eller tilføj spørgsmålet som formulering.`),
    'heading-missing': ({ href }) =>
      `Linket ${href} nævner en overskrift, som artiklen ikke har. Ret det, der står efter #.`,
    'heading-long': ({ heading, length, limit }) =>
      `Overskriften "${heading.slice(0, 60)}…" har ${length} tegn og bliver skåret af efter ${limit} i Discord. Gør den kortere.`,
    'html-shown': ({ tag, heading }) =>
      `"${heading}" indeholder HTML-koden <${tag}>, som Discord ikke kan vise. Skriv det som Markdown.`,
    'table-wide': ({ heading, width, limit }) =>
      `En tabel under "${heading}" er ${width} tegn bred; over ${limit} bliver den vist som en liste. Brug færre kolonner eller kortere ord.`,
    'image-without-text': ({ url }) =>
      `Billedet ${url} har ingen beskrivelse. Skriv en mellem klammerne: ![beskrivelse](…).`,
    'languages-mixed': mixedLanguages({
      language: languageNames('da'),
      whole: (language, headings) => `${language}: ${headings}`,
      half: (heading, of, text) => `"${heading}" har overskrift på ${of} og tekst på ${text}`,
      more: (count) => `${String(count)} til`,
      sentence: (main, parts) =>
        `Det meste af artiklen er på ${main}, men ikke alt. ${parts}. Oversæt resten, eller læg hvert sprog i sin egen fil.`,
    }),
    'review-due': ({ date }) =>
      `Artiklen skulle ses efter senest ${date}. Læs den igennem, og sæt en ny dato i review_by.`,
    'synonyms-broken': ({ reason, detail }) => `Filen ${synonymFaults[reason](detail)}.`,
  },
} satisfies typeof english;
