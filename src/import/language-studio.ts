import { z } from 'zod';
import { joined, readingOf, type Reading } from './entry.ts';
import { contextRemarks, describedBy, metadataOf, promptsOf } from './qna-maker.ts';
import type { Remark } from './remark.ts';

const context = z.object({ isContextOnly: z.boolean().nullish(), prompts: z.unknown() });
const qna = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  answer: z.string(),
  source: z.string().nullish(),
  sourceDisplayName: z.string().nullish(),
  questions: z.array(z.string()),
  metadata: z.unknown(),
  dialog: context.nullish(),
  context: context.nullish(),
});
const list = z.array(z.unknown());
/** Language Studio's project, QnA Maker's download, and lists of either. */
const project = z.object({
  assets: z.object({ qnas: list, synonyms: list.nullish() }),
});
const download = z.object({ qnaDocuments: list });
const isQna = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'questions' in value &&
  'answer' in value &&
  qna.safeParse(value).success;

/** The answers of a project of Language Studio or QnA Maker; null where a value is none. */
export function readLanguageStudio(file: string, value: unknown): Reading | null {
  const asProject = project.safeParse(value);
  if (asProject.success) {
    const { qnas, synonyms } = asProject.data.assets;
    return joined([readQnas(file, 'assets.qnas', qnas)], synonymRemarks(file, synonyms?.length ?? 0));
  }
  const asDownload = download.safeParse(value);
  if (asDownload.success) return readQnas(file, 'qnaDocuments', asDownload.data.qnaDocuments);
  return Array.isArray(value) && value.length > 0 && value.every(isQna) ? readQnas(file, '', value) : null;
}

const synonymRemarks = (file: string, count: number): Remark[] =>
  count === 0 ? [] : [{ code: 'synonyms-left', file, place: 'assets.synonyms', parameters: { count } }];

const readQnas = (file: string, path: string, qnas: readonly unknown[]): Reading =>
  joined(qnas.map((each, index) => readQna(file, `${path}[${index}]`, each)));

function readQna(file: string, place: string, value: unknown): Reading {
  const read = qna.safeParse(value);
  if (!read.success) {
    const text = (JSON.stringify(value) ?? '').slice(0, 60);
    return { entries: [], remarks: [{ code: 'no-entry', file, place, parameters: { text } }] };
  }
  const { id, answer, source, sourceDisplayName, questions, metadata, dialog, context: older } = read.data;
  const [question = '', ...phrasings] = questions;
  const reading = readingOf({
    file,
    place,
    question,
    answer,
    phrasings,
    ...describedBy(source ?? '', sourceDisplayName ?? ''),
    keywords: metadataOf(metadata),
    id: id === null || id === undefined ? null : String(id),
    followUps: promptsOf((dialog ?? older)?.prompts),
  });
  const isContext = (dialog ?? older)?.isContextOnly === true && reading.entries.length > 0;
  return joined([reading], contextRemarks(file, place, question, isContext));
}
