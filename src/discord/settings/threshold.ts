import {
  ApplicationCommandOptionType,
  type APIApplicationCommandSubcommandOption,
  type ChatInputCommandInteraction,
} from 'discord.js';
import type { ServerId } from '../../answers/answer.ts';
import { barsAt } from '../../answers/decide.ts';
import { localisedSetting, localisedText } from '../commands/names.ts';
import { settingWordsFor, type Front, type SettingWords } from '../front.ts';
import type { Post } from '../post.ts';
import { changed } from './changed.ts';

/** Positions of the bars that can be chosen, in hundredths. */
const positions = [0, 25, 50, 75, 100] as const;
type Position = (typeof positions)[number];
const days = 30;

/** `/settings threshold`: how sure Svar must be, as what it would have answered. Without a level it only shows. */
export const thresholdOption: APIApplicationCommandSubcommandOption = {
  ...localisedSetting('threshold'),
  type: ApplicationCommandOptionType.Subcommand,
  options: [
    {
      ...localisedSetting('thresholdLevel'),
      type: ApplicationCommandOptionType.Integer,
      choices: positions.map((position) => ({
        ...localisedText(({ threshold }) => threshold.levels[position]),
        value: position,
      })),
    },
  ],
};

const positionOf = (caution: number): Position =>
  positions.find((position) => position === Math.round(caution * 100)) ?? 50;

const chosenBy = async (server: ServerId, { app }: Front): Promise<Position> =>
  positionOf((await app.answers.settings?.of(server))?.caution ?? 0.5);

export async function thresholdLine(server: ServerId, locale: string, front: Front): Promise<string> {
  const { threshold: words } = settingWordsFor(locale);
  return words.is(words.levels[await chosenBy(server, front)]);
}

/** The level, and what each of them would have answered of what was asked lately. */
export async function thresholdLines(
  server: ServerId,
  locale: string,
  front: Front,
): Promise<readonly string[]> {
  const { threshold: words } = settingWordsFor(locale);
  const chosen = await chosenBy(server, front);
  const bars = positions.map((position) => barsAt(position / 100).found);
  const counted = await front.app.gaps?.sureShares(server, days, bars);
  return [
    words.is(words.levels[chosen]),
    ...(counted?.ok === true ? monthLines(counted.value, chosen, words) : []),
  ];
}

function monthLines(
  { asked, shares }: { readonly asked: number; readonly shares: readonly number[] },
  chosen: Position,
  words: SettingWords['threshold'],
): readonly string[] {
  if (asked === 0) return [words.month(asked)];
  const rows = positions.map((position, index) =>
    words.row(words.levels[position], Math.round((shares[index] ?? 0) * 100), position === chosen),
  );
  return [words.month(asked), ...rows];
}

export async function changeThreshold(
  { options, locale }: ChatInputCommandInteraction,
  server: ServerId,
  front: Front,
): Promise<Post> {
  const level = options.getInteger('level');
  const told = (): Promise<readonly string[]> => thresholdLines(server, locale, front);
  if (level === null) return { content: (await told()).join('\n'), components: [], ping: null };
  const caution = level / 100;
  return changed({ server, locale }, 'caution', caution === 0.5 ? null : caution, front, told);
}
