import {
  ApplicationIntegrationType,
  InteractionContextType,
  Locale,
  PermissionFlagsBits,
  type LocalizationMap,
} from 'discord.js';
import { stringsFor, uiLanguages, type Strings, type UiLanguage } from '../../strings/index.ts';

type Entry = keyof Strings['discord']['commands'];
type PinEntry = keyof Strings['pins']['commands'];

/** Name and description of a command or option in English, with every other UI language. */
export function localised(entry: Entry): {
  name: string;
  description: string;
  name_localizations: LocalizationMap;
  description_localizations: LocalizationMap;
} {
  return {
    ...uiLanguages.en.discord.commands[entry],
    ...inOthers(({ discord }) => discord.commands[entry]),
  };
}

/** As `localised` without description: message commands and choices have none. */
export function localisedName(entry: Entry): { name: string; name_localizations: LocalizationMap } {
  const { name, name_localizations } = localised(entry);
  return { name, name_localizations };
}

/** What Discord calls our languages, English apart. */
const discordLocales = { da: Locale.Danish } as const satisfies Record<Exclude<UiLanguage, 'en'>, Locale>;

/** A name and description in every other UI language. */
function inOthers(entryOf: (strings: Strings) => { readonly name: string; readonly description: string }): {
  name_localizations: LocalizationMap;
  description_localizations: LocalizationMap;
} {
  const of = (part: 'name' | 'description'): LocalizationMap =>
    Object.fromEntries(
      Object.entries(discordLocales).map(([tag, locale]) => [locale, entryOf(stringsFor(tag))[part]]),
    );
  return { name_localizations: of('name'), description_localizations: of('description') };
}

/** In servers and in DMs with Svar; installed to servers. */
export const everywhere = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  integration_types: [ApplicationIntegrationType.GuildInstall],
};

/** As `localised`, for the commands of moderators. */
export function localisedPin(entry: PinEntry): ReturnType<typeof localised> {
  return {
    ...uiLanguages.en.pins.commands[entry],
    ...inOthers(({ pins }) => pins.commands[entry]),
  };
}

/** In servers only, and shown at first to those who may manage messages; rights are checked again on every use. */
export const forModerators = {
  contexts: [InteractionContextType.Guild],
  integration_types: [ApplicationIntegrationType.GuildInstall],
  default_member_permissions: PermissionFlagsBits.ManageMessages.toString(),
};

/** As `forModerators`, for who may manage the server. */
export const forManagers = {
  ...forModerators,
  default_member_permissions: PermissionFlagsBits.ManageGuild.toString(),
};

type SettingEntry = keyof Strings['settings']['commands'];

/** As `localised`, for the settings of a server. */
export function localisedSetting(entry: SettingEntry): ReturnType<typeof localised> {
  return {
    ...uiLanguages.en.settings.commands[entry],
    name_localizations: { da: uiLanguages.da.settings.commands[entry].name },
    description_localizations: { da: uiLanguages.da.settings.commands[entry].description },
  };
}

/** The name of a choice in English, with every other UI language. */
export const localisedText = (
  text: (words: Strings['settings'], locale: string) => string,
): { name: string; name_localizations: LocalizationMap } => ({
  name: text(uiLanguages.en.settings, 'en'),
  name_localizations: { da: text(uiLanguages.da.settings, 'da') },
});
