import type { importing as english } from '../en/import.ts';

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const quoted = (texts: readonly string[]): string => texts.map((text) => `»${text}«`).join(', ');

const row = (place: string): string => (/^\d+$/u.test(place) ? `række ${place}` : place);

/** What `npm run import` says, in Danish. */
export const importing = {
  written: (name, entries) => `${name}: ${entries} spørgsmål`,
  summary: (articles, entries, out) =>
    `${counted(articles, 'artikel', 'artikler')} med ${entries} spørgsmål er skrevet i ${out}. Gå dem igennem: npm run check -- --content ${out}`,
  dry: (articles, entries, out) =>
    `Intet er skrevet: Det ville blive ${counted(articles, 'artikel', 'artikler')} med ${entries} spørgsmål i ${out}.`,
  nothing: 'Der blev ikke skrevet nogen artikel.',
  losses: (count) => `${counted(count, 'ting', 'ting')} kom ikke med; se ovenfor.`,
  missing: (file) => `Der er ingen fil ${file}.`,
  remarks: {
    unreadable: ({ reason }) => `Filen kan ikke læses (${reason}).`,
    'too-large': ({ bytes, limit }) =>
      `Filen er på ${bytes} byte; der læses højst ${limit} af den slags. Del den op.`,
    empty: () => 'Filen er tom.',
    packed: ({ ending }) =>
      ending === '.zip'
        ? 'Dette er et arkiv. Pak det ud, og importér .tsv- eller .json-filen i det.'
        : 'Dette er en projektmappe. Gem den i regnearket som CSV (UTF-8) eller som tekst med tabulatorer, og importér den fil.',
    'kind-unknown': ({ ending }) =>
      `Svar kan ikke importere ${ending === '' ? 'filer uden endelse' : `${ending}-filer`}. Det læser .tsv, .csv, .json, .jsonl, .yaml, .toml og .tag.`,
    'is-article': () =>
      'Dette er allerede en artikel: Svar læser .md, .markdown og .mdx, som de er, også med aliaser og titler øverst i filen. Læg den i artikelmappen.',
    syntax: ({ format, detail }) => `Dette er ikke ${format}: ${detail}. Intet i den blev læst.`,
    'columns-missing': ({ columns }) =>
      `Der er ingen kolonner til spørgsmål og svar blandt ${quoted(columns)}. Kald dem Spørgsmål og Svar i første række.`,
    'nothing-found': () => 'Her er der ingen spørgsmål med svar.',
    'question-missing': ({ text }) =>
      text === ''
        ? 'Spørgsmålet mangler, så dette kom ikke med.'
        : `Spørgsmålet mangler, så »${text}« kom ikke med.`,
    'answer-missing': ({ question }) => `»${question}« har intet svar og kom ikke med.`,
    'answer-long': ({ question, limit }) =>
      `Svaret på »${question}« er på over ${limit} tegn og kom ikke med. Skriv en artikel ud af det.`,
    'no-entry': ({ text }) => `»${text}« er ikke et spørgsmål med et svar og kom ikke med.`,
    'cells-left': ({ count }) =>
      `Rækken har ${counted(count, 'celle', 'celler')} mere, end der er kolonner i første række; det, der står der, kom ikke med. Mangler der et anførselstegn?`,
    'too-many': ({ limit }) => `Kun de første ${limit} rækker blev læst. Del filen op.`,
    'message-loose': ({ text }) =>
      `Beskeden stiller ikke et spørgsmål og hører ikke til et, så den kom ikke med: »${text}«`,
    'message-system': ({ kind }) =>
      `Dette er ikke en besked, men en meddelelse fra Discord (${kind}); den kom ikke med.`,
    'file-attached': ({ name }) =>
      `Den vedhæftede fil ${name} kom ikke med, for Discords links til filer udløber. Læg den på jeres egen side.`,
    'synonyms-left': ({ count }) =>
      `${counted(count, 'gruppe af synonymer', 'grupper af synonymer')} kom ikke med. Skriv dem i synonyms.yml, én pr. linje, for eksempel "- [pris, gebyr]".`,
    'write-failed': ({ reason }) => `Dette kunne ikke skrives: ${reason}.`,
    'encoding-guessed': ({ encoding }) =>
      `Filen er ikke UTF-8 og blev læst som ${encoding}. Se efter, at bogstaver som æ og é er rigtige.`,
    'header-missing': () =>
      'Første række nævner ingen kolonner, så første kolonne er læst som spørgsmål og anden som svar.',
    'columns-left': ({ columns }) => `Ikke læst, for Svar har ikke plads til det: ${quoted(columns)}.`,
    'quotes-broken': () => 'Et anførselstegn er ikke afsluttet her; rækken er læst, som den står.',
    'question-repeated': ({ question, first, isSame }) =>
      `»${question}« findes allerede (${row(first)}); ${isSame ? 'svaret er det samme' : 'dette svar står under det'}.`,
    'phrasing-taken': ({ phrasing, question }) =>
      `Formuleringen »${phrasing}« kom ikke med, for den hører til »${question}«.`,
    'phrasing-wordless': ({ phrasing }) =>
      `»${phrasing}« indeholder ingen ord og kom ikke med som formulering.`,
    'follow-up-lost': ({ text }) =>
      `Det, som opfølgningen »${text}« fører til, er ikke i filen; den står der uden link.`,
    'context-only': ({ question }) =>
      `»${question}« blev kun stillet efter et andet spørgsmål. Se efter, at det kan forstås alene.`,
    'mention-unknown': ({ mention }) =>
      `Hvem eller hvad ${mention} er, står ikke i filen. Skriv det, hvor der nu står »…«.`,
    'written-plain': ({ question }) =>
      `Svaret på »${question}« står som ren tekst, for dets tegn ville betyde noget andet i en artikel.`,
    'name-taken': ({ wanted, name }) => `Der er allerede en ${wanted}, så artiklen hedder ${name}.`,
    'already-there': ({ name }) => `${name} indeholder allerede netop dette.`,
  },
} satisfies typeof english;
