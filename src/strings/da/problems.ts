import type { problems as english } from '../en/problems.ts';

const expected: Readonly<Record<string, string>> = {
  text: 'en tekst',
  list: 'ord adskilt af komma eller en liste',
  language: 'et sprogmærke som da eller en-GB',
  url: 'en adresse, der begynder med http:// eller https://',
  date: 'en dato som 2026-11-24',
};

export const problems = {
  'not-utf8': ({ byte }) =>
    `Filen er ikke UTF-8 (byte ${byte}) og blev derfor udeladt. Gem den igen med tegnsættet UTF-8.`,
  unreadable: ({ reason }) =>
    `Dette kan ikke læses (${reason}) og blev derfor udeladt. Se efter, at det findes, og at Svar må læse det.`,
  'too-large': ({ bytes, limit }) =>
    `Filen er for stor (${bytes} byte; højst ${limit}) og blev derfor udeladt. Del den op i flere artikler.`,
  'outside-link': ({ target }) =>
    `Dette er en henvisning til ${target} uden for artikelmappen og blev derfor udeladt. Læg selve filen her.`,
  'front-matter-syntax': ({ detail }) =>
    `Oplysningerne øverst i filen kan ikke læses: ${detail}. Ret YAML-teksten mellem de to linjer med ---.`,
  'front-matter-value': ({ key, expected: kind }) =>
    `"${key}" øverst i filen skal være ${expected[kind] ?? kind}; det blev sprunget over. Ret eller fjern det.`,
  'front-matter-open': () =>
    'Oplysningerne øverst i filen er ikke afsluttet. Skriv en linje med --- under dem.',
  'empty-article': () => 'Artiklen er tom. Skriv noget i den, eller slet den.',
  'no-passages': () =>
    'Artiklen har ingen tekst under sine overskrifter og besvarer derfor ikke noget. Skriv noget tekst.',
  'no-articles': ({ files, endings }) =>
    files === 0
      ? 'Mappen er tom, så der er ikke noget at svare ud fra. Læg artikler i den: Markdown-filer, der ender på .md, .markdown eller .mdx.'
      : `Intet her er en artikel: Mappen indeholder ${files} ${files === 1 ? 'fil' : 'filer'} (${endings.join(', ')}). Artikler ender på .md, .markdown eller .mdx; npm run import laver dem ud fra andre slags FAQ’er.`,
  'foreign-file': ({ ending }) =>
    `Dette ligner en FAQ, men Svar læser ikke ${ending}-filer. Lav en artikel ud af den med npm run import.`,
  'question-alone': () =>
    'Dette spørgsmål med fed står alene i en løbende tekst og er derfor en del af den, ikke et spørgsmål med eget svar. Gør det til en overskrift, hvis man skal kunne finde det.',
  'questions-unmarked': ({ count }) =>
    `${count} linjer med fed ligner spørgsmål, men læses ikke som spørgsmål, fordi de ikke slutter med et spørgsmålstegn. Sæt et, eller gør dem til overskrifter.`,
  'component-text-lost': ({ component }) =>
    `Teksten i <${component}> står ikke i filen eller er ikke ren tekst, så Svar kan ikke vise den. Skriv svaret mellem komponentens mærker.`,
  'template-command': ({ command }) =>
    `${command} er en kommando til et program, der bygger hjemmesider. Svar udfører den ikke og udelader den. Skriv i stedet det, den står for.`,
  'comment-open': () =>
    'Her begynder en kommentar, som ikke slutter, så alt under den er skjult. Afslut den med -->.',
  'nested-too-deep': ({ limit }) =>
    `Lister eller citater ligger her mere end ${limit} niveauer inde i hinanden, så artiklen vises som ren tekst. Gør den fladere.`,
  'empty-section': ({ heading }) =>
    `Der står intet under "${heading}". Skriv en tekst, eller fjern overskriften.`,
  'phrasing-duplicate': ({ phrasing }) => `Formuleringen "${phrasing}" står her to gange. Fjern den ene.`,
  'phrasing-without-text': ({ heading }) =>
    `"${heading}" har formuleringer eller prøvespørgsmål, men ingen tekst at svare med. Skriv teksten under overskriften.`,
  'phrasing-form': ({ line }) => `"${line}" læses ikke som et spørgsmål. Begynd linjen med "- ".`,
  'link-nowhere': ({ href }) => `Linket ${href} fører ingen steder hen. Ret stien, eller fjern det.`,
  'link-ambiguous': ({ href, candidates }) =>
    `Linket ${href} kan betyde ${candidates.join(' eller ')}. Skriv hele stien.`,
} satisfies typeof english;
