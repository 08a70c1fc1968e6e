import type { Json } from '../store/store.ts';

/** What a server may choose, by the name that it is stored under. */
export const settingNames = ['curator-role', 'channels', 'language', 'caution', 'folders'] as const;
export type SettingName = (typeof settingNames)[number];

/** What a server has chosen; what it has not is as Svar comes. */
export interface Choices {
  /** The role whose members are moderators as well. */
  readonly curatorRole: string | null;
  /** Ids of the channels and forums in which Svar answers what nobody addressed to it. */
  readonly channels: readonly string[];
  /** Tag of the language in which it speaks where a message does not tell one. */
  readonly language: string | null;
  /** 0 (answers more, errs more) to 1 (only when sure); a half is as shipped. */
  readonly caution: number;
  /** Folders of the content that the server reads; none: all of it. */
  readonly folders: readonly string[];
}

/** Choices from what is stored; what is not of the right form counts as not chosen. */
export function readSettings(stored: ReadonlyMap<string, Json>): Choices {
  const at = (name: SettingName): Json => stored.get(name) ?? null;
  const [role, language, caution] = [at('curator-role'), at('language'), at('caution')];
  return {
    curatorRole: typeof role === 'string' ? role : null,
    channels: texts(at('channels')),
    language: typeof language === 'string' ? language : null,
    caution: typeof caution === 'number' && caution >= 0 && caution <= 1 ? caution : 0.5,
    folders: texts(at('folders')),
  };
}

const texts = (value: Json): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
