import type { Insertable, Selectable } from 'kysely';
import { z } from 'zod';
import type { ServerId } from './server.ts';
import type { ChannelPin, Deed, PinAnswer, PinContent, PinState, StoredPin } from './store.ts';
import type { PinRow } from './tables.ts';

const texts = z.array(z.string());
const answerSchema: z.ZodType<PinAnswer> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('passage'), passage: z.string(), heading: z.string(), markdown: z.string() }),
  z.object({ kind: z.literal('own'), markdown: z.string(), instead: z.string().nullable().default(null) }),
]);
const channelPinSchema: z.ZodType<ChannelPin> = z.object({ channel: z.string(), message: z.string() });
const stateSchema: z.ZodType<PinState> = z.object({
  question: z.string(),
  phrasings: texts,
  answer: answerSchema,
  status: z.enum(['live', 'retired', 'deleted']).default('live'),
});

const read = <Value>(schema: z.ZodType<Value>, text: string): Value => schema.parse(JSON.parse(text));

/** The row of a new pin. */
export function newRow(
  id: string,
  server: ServerId,
  content: PinContent,
  { by, at }: Deed,
): Insertable<PinRow> {
  return {
    id,
    server,
    status: 'live',
    ...contentColumns(content),
    channel_pin: null,
    revision: 1,
    previous: null,
    created_by: by,
    created_at: at.getTime(),
    updated_by: by,
    updated_at: at.getTime(),
    last_used_at: null,
  };
}

export const contentColumns = ({ question, phrasings, answer }: PinContent) => ({
  question,
  phrasings: JSON.stringify(phrasings),
  answer: JSON.stringify(answer),
});

export const deedColumns = ({ by, at }: Deed) => ({ updated_by: by, updated_at: at.getTime() });

/** What a pin says now, as it is kept for taking a change back. */
export const stateText = ({ question, phrasings, answer, status }: PinState): string =>
  JSON.stringify({ question, phrasings, answer, status });

/** `server` is the one that the row was asked for with. */
export function pinOf(row: Selectable<PinRow>, server: ServerId): StoredPin {
  return {
    id: row.id,
    server,
    status: row.status,
    question: row.question,
    phrasings: read(texts, row.phrasings),
    answer: read(answerSchema, row.answer),
    channelPin: row.channel_pin === null ? null : read(channelPinSchema, row.channel_pin),
    revision: row.revision,
    previous: row.previous === null ? null : read(stateSchema, row.previous),
    createdBy: row.created_by,
    createdAt: new Date(row.created_at),
    updatedBy: row.updated_by,
    updatedAt: new Date(row.updated_at),
    uses: row.uses,
    lastUsedAt: row.last_used_at === null ? null : new Date(row.last_used_at),
  };
}
