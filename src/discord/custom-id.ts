import { limits } from './limits.ts';

const patterns = {
  /** Who was asked whether they mean it. */
  asker: /^\d{15,20}$/u,
  /** A passage's hash, or `p` and a pin's id; `0` for none. */
  target: /^(?:[0-9a-f]{12}|p[\w-]{1,36}|0)$/u,
  /** The answer that a private panel belongs to; `0` for the message that holds the button. */
  message: /^(?:\d{15,20}|0)$/u,
  page: /^\d{1,4}$/u,
  /** Which answer of a post that holds several; `0` for the first or only one. */
  part: /^[0-2]$/u,
  pin: /^[0-9a-f]{12}$/u,
  /** A question that nothing answered: its gap is the one that it belongs to. */
  gap: /^[0-9a-f]{12}$/u,
  /** What moderators are offered. */
  offer: /^[0-9a-f]{12}$/u,
  /** A change of a setting. */
  change: /^[0-9a-f]{12}$/u,
  /** A draft of the pin form. */
  draft: /^[0-9a-f]{12}$/u,
  /** Which state of a pin is meant. */
  revision: /^\d{1,9}$/u,
} as const;
type Field = keyof typeof patterns;

/** Every verb with the fields that follow it. A new button is a row here and a file in `buttons/`. */
const shapes = {
  more: ['target', 'page', 'part'],
  panel: ['target', 'part'],
  why: ['target', 'message', 'part'],
  other: ['target', 'message', 'part'],
  remove: ['message', 'part'],
  helpful: ['target', 'part'],
  unhelpful: ['target', 'part'],
  pick: ['target', 'message', 'part'],
  none: ['part'],
  reply: ['target', 'message'],
  setback: ['change'],
  example: ['target'],
  topics: ['page'],
  article: ['page'],
  headings: ['target', 'page'],
  heading: ['page'],
  pin: ['target', 'message', 'part'],
  pinedit: ['pin'],
  unpin: ['pin'],
  undopin: ['pin', 'revision'],
  keeppin: ['pin'],
  retirepin: ['pin'],
  renewpin: ['pin', 'revision'],
  pindraft: ['draft'],
  pinown: ['draft'],
  pinpassage: ['draft'],
  pinmine: ['draft', 'pin', 'revision'],
  pinchange: ['page'],
  pindrop: ['page'],
  pinpage: ['page'],
  gappage: ['page'],
  gappin: ['gap'],
  gapdrop: ['page'],
  gapback: ['gap'],
  gapignored: ['page'],
  gaptexts: ['page'],
  gaperase: ['gap'],
  offers: ['page'],
  offerdo: ['offer'],
  offerdrop: ['page'],
  offerback: ['offer'],
  human: ['message', 'part'],
  eraseall: ['asker'],
} as const satisfies Record<string, readonly Field[]>;

/** Buttons posted by earlier versions name the asker first; now Discord tells who that is. */
const namedAsker: readonly Verb[] = [
  'more',
  'panel',
  'why',
  'other',
  'remove',
  'helpful',
  'unhelpful',
  'pick',
  'none',
];

export type Verb = keyof typeof shapes;
/** Every verb there is. */
export const verbs: readonly string[] = Object.keys(shapes);
/** A parsed custom_id; fields are strings of the form that `patterns` allows. */
export type CustomId<V extends Verb = Verb> = {
  [Name in V]: { readonly verb: Name } & Readonly<Record<(typeof shapes)[Name][number], string>>;
}[V];

/** `svar:<verb>:<field>:…`, always within Discord's 100 characters. A last `part` of `0` is left out. */
export function formatCustomId(id: CustomId): string {
  const fields: Readonly<Partial<Record<Field, string>>> = id;
  const values = shapes[id.verb].map((field) => fields[field] ?? '');
  const written = isFirstPart(id.verb, values.at(-1)) ? values.slice(0, -1) : values;
  const text = ['svar', id.verb, ...written].join(':');
  if (parseCustomId(text) === null) throw new Error(`not a custom_id of the known form: ${id.verb}`);
  return text;
}

/** Null for everything that `formatCustomId` does not write, or wrote earlier: a custom_id may be forged. */
export function parseCustomId(text: string): CustomId | null {
  if (text.length > limits.customId) return null;
  const [prefix, verb, ...written] = text.split(':');
  if (prefix !== 'svar' || verb === undefined || !isVerb(verb)) return null;
  const [first = '', ...others] = written;
  const isOld = namedAsker.includes(verb) && patterns.asker.test(first);
  return read(verb, written) ?? (isOld ? read(verb, others) : null);
}

function read(verb: Verb, written: readonly string[]): CustomId | null {
  const fields: readonly Field[] = shapes[verb];
  const isShort = written.length === fields.length - 1 && fields.at(-1) === 'part';
  const values = isShort ? [...written, '0'] : written;
  if (values.length !== fields.length || (!isShort && isFirstPart(verb, written.at(-1)))) return null;
  const id = { verb, ...Object.fromEntries(fields.map((field, index) => [field, values[index] ?? ''])) };
  return isCustomId(id) ? id : null;
}

const isFirstPart = (verb: Verb, last: string | undefined): boolean => {
  const fields: readonly Field[] = shapes[verb];
  return fields.at(-1) === 'part' && last === '0';
};

function isCustomId(id: Readonly<Record<string, string>>): id is CustomId {
  const { verb = '' } = id;
  if (!isVerb(verb)) return false;
  const fields: readonly Field[] = shapes[verb];
  return fields.every((field) => patterns[field].test(id[field] ?? ''));
}

const isVerb = (text: string): text is Verb => Object.hasOwn(shapes, text);
