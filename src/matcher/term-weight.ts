import type { PassageIndex } from './index-builder.ts';
import { at } from './rows.ts';
import { roleWeight } from './weight.ts';
import { closeLook } from './weights.ts';

/** What a term of the articles weighs in a heading or title: rare ones most, and none nothing. */
export const termWeight = ({ postings, vocabulary }: PassageIndex, term: number): number =>
  (at(postings.idf, term) + closeLook.floorIdf.value) * roleWeight[vocabulary.roles[term] ?? 'content'];
