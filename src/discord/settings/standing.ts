import type { ServerId } from '../../answers/answer.ts';
import type { SettingName } from '../../curation/settings.ts';
import { moderatorLines } from '../commands/moderators.ts';
import type { Front } from '../front.ts';
import { articleLines } from './articles.ts';
import { channelLines } from './channel.ts';
import { languageLines } from './language.ts';
import { thresholdLines } from './threshold.ts';

type Lines = (server: ServerId, locale: string, front: Front) => Promise<readonly string[]>;

const lines: Readonly<Record<SettingName, Lines>> = {
  'curator-role': moderatorLines,
  channels: channelLines,
  language: languageLines,
  caution: thresholdLines,
  folders: articleLines,
};

/** How things stand with a setting, as sentences. */
export const standing = (name: SettingName, ...at: Parameters<Lines>): Promise<readonly string[]> =>
  lines[name](...at);
