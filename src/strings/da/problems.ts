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
