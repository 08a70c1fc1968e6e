import { createRequire } from 'node:module';
import { create, insertMultiple, search } from '@orama/orama';
import { Document } from 'flexsearch';
import MiniSearch from 'minisearch';
import { danishStopWords, danishTerm, danishTerms } from './danish.ts';
import { asked, type Ask, type BenchPassage } from './engine.ts';

/** The peers with the settings that their own documentation recommends for such text, headings before texts, in Danish. */

type Build = (passages: readonly BenchPassage[]) => Ask | Promise<Ask>;
const fields = ['heading', 'title', 'text'] as const;
/** What a heading counts for beside the text, for all of them. */
const headingBoost = 3;

export const miniSearch: Build = (passages) => {
  const index = new MiniSearch({
    fields: [...fields],
    processTerm: danishTerm,
    searchOptions: { boost: { heading: headingBoost }, fuzzy: 0.2, prefix: (term) => term.length > 4 },
  });
  index.addAll(passages);
  return (question) =>
    index
      .search(question)
      .slice(0, asked)
      .map(({ id }) => String(id));
};

export const orama: Build = async (passages) => {
  const index = create({
    schema: { heading: 'string', title: 'string', text: 'string' } as const,
    components: {
      tokenizer: {
        language: 'danish',
        stemming: true,
        stemmer: (word: string) => danishTerm(word) ?? word,
        stopWords: [...danishStopWords],
      },
    },
  });
  await insertMultiple(
    index,
    passages.map((passage) => ({ ...passage })),
  );
  return async (term) => {
    const { hits } = await search(index, {
      term,
      boost: { heading: headingBoost },
      tolerance: 1,
      threshold: 1,
      limit: asked,
    });
    return hits.map(({ id }) => id);
  };
};

export const flexSearch: Build = (passages) => {
  const index = new Document({
    document: {
      id: 'id',
      index: fields.map((field) => ({
        field,
        tokenize: 'forward' as const,
        encode: danishTerms,
        resolution: 9,
      })),
    },
  });
  for (const passage of passages) index.add({ ...passage });
  return (question) => {
    const found = index.search(question, { limit: asked, suggest: true });
    return Array.from(new Set(found.flatMap(({ result }) => result.map(String)))).slice(0, asked);
  };
};

const require = createRequire(import.meta.url);

/** The part of lunr that is used here; it has no types of its own. */
interface LunrBuilder {
  use(plugin: unknown): void;
  ref(name: string): void;
  field(name: string, options?: { boost: number }): void;
  add(passage: BenchPassage): void;
}
interface Lunr {
  (configure: (this: LunrBuilder) => void): { search(query: string): readonly { ref: string }[] };
  readonly da?: unknown;
}

export const lunr: Build = (passages) => {
  const build = require('lunr') as Lunr;
  if (build.da === undefined) {
    (require('lunr-languages/lunr.stemmer.support') as (to: Lunr) => void)(build);
    (require('lunr-languages/lunr.da') as (to: Lunr) => void)(build);
  }
  const index = build(function () {
    this.use(build.da);
    this.ref('id');
    for (const field of fields) this.field(field, { boost: field === 'heading' ? headingBoost : 1 });
    for (const passage of passages) this.add(passage);
  });
  // Its query language gives signs a meaning.
  return (question) =>
    index
      .search(question.replaceAll(/[^\p{L}\p{N}\s]/gu, ' '))
      .slice(0, asked)
      .map(({ ref }) => ref);
};

/** The part of wink-bm25-text-search that is used here. */
interface WinkBm25 {
  defineConfig(config: { fldWeights: Record<string, number> }): void;
  definePrepTasks(tasks: readonly ((text: string) => string[])[]): void;
  addDoc(passage: Record<string, string>, id: string): void;
  consolidate(): void;
  search(question: string, limit: number): readonly (readonly [string, number])[];
}

export const winkBm25: Build = (passages) => {
  const index = (require('wink-bm25-text-search') as () => WinkBm25)();
  index.defineConfig({ fldWeights: { heading: headingBoost, title: 1, text: 1 } });
  index.definePrepTasks([danishTerms]);
  for (const { id, heading, title, text } of passages) index.addDoc({ heading, title, text }, id);
  index.consolidate();
  return (question) => index.search(question, asked).map(([id]) => id);
};
