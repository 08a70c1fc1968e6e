/** A section of an article, with the tags of the languages that it is written in. */
interface Section {
  readonly heading: string;
  readonly headingLanguage: string;
  readonly textLanguage: string;
}

interface MixedWording {
  readonly language: (tag: string) => string;
  readonly whole: (language: string, headings: string) => string;
  readonly half: (heading: string, headingLanguage: string, textLanguage: string) => string;
  readonly more: (count: number) => string;
  readonly sentence: (main: string, parts: string) => string;
}

/** Headings that are named; an author finds the rest. */
const mostNamed = 3;

/** Words which sections of an article are in another language than most, in one UI language. */
export const mixedLanguages =
  ({ language, whole, half, more, sentence }: MixedWording) =>
  ({ main, sections }: { main: string; sections: readonly Section[] }): string => {
    const halves = sections.filter(({ headingLanguage, textLanguage }) => headingLanguage !== textLanguage);
    const others = new Map<string, string[]>();
    for (const { heading, headingLanguage, textLanguage } of sections) {
      if (headingLanguage !== textLanguage || textLanguage === main) continue;
      others.set(textLanguage, [...(others.get(textLanguage) ?? []), `"${heading}"`]);
    }
    const parts = [
      ...Array.from(others, ([tag, headings]) =>
        whole(capitalised(language(tag)), firstOf(headings, more).join(', ')),
      ),
      ...firstOf(
        halves.map(({ heading, headingLanguage, textLanguage }) =>
          half(heading, language(headingLanguage), language(textLanguage)),
        ),
        more,
      ),
    ];
    return sentence(language(main), parts.join('. '));
  };

const firstOf = (items: readonly string[], more: MixedWording['more']): readonly string[] =>
  items.length <= mostNamed ? items : [...items.slice(0, mostNamed), more(items.length - mostNamed)];

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Names of languages by their tags, in a UI language. */
export function languageNames(locale: string): (tag: string) => string {
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  return (tag) => names.of(tag) ?? tag;
}
