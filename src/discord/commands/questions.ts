import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type ChatInputCommandInteraction,
} from 'discord.js';
import type { Asked, Figures } from '../../curation/figures/figures.ts';
import { listed } from '../buttons/gaps.ts';
import { figuresChart } from '../chart.ts';
import { faultOf } from '../fault.ts';
import { figuresPost } from '../figures.ts';
import { figureWordsFor, type FigureWords } from '../front.ts';
import { asGapModerator, type GapDesk } from '../gaps/desk.ts';
import { textPost, type Picture, type Post } from '../post.ts';
import { respond } from '../respond.ts';
import type { SlashCommand } from './command.ts';
import { forModerators, localisedPin } from './names.ts';

const sub = ApplicationCommandOptionType.Subcommand;
const usualDays = 30;

/** What people ask, for moderators. */
export const questions: SlashCommand = {
  kind: 'slash',
  data: {
    ...localisedPin('questions'),
    ...forModerators,
    type: ApplicationCommandType.ChatInput,
    options: [
      { ...localisedPin('questionsUnanswered'), type: sub },
      {
        ...localisedPin('questionsStats'),
        type: sub,
        options: [
          {
            ...localisedPin('statsDays'),
            type: ApplicationCommandOptionType.Integer,
            min_value: 1,
            max_value: 366,
          },
        ],
      },
    ],
  },
  run: (interaction, front) =>
    asGapModerator(interaction, front, (desk) => {
      const isStats = interaction.options.getSubcommand() === 'stats';
      const post = isStats ? figured(interaction, desk) : listed(desk, 0);
      return respond(
        interaction,
        true,
        post.then((one) => [one]),
      );
    }),
};

async function figured({ options, locale }: ChatInputCommandInteraction, desk: GapDesk): Promise<Post> {
  const words = figureWordsFor(locale);
  const { figures } = desk.front.app;
  const found = await figures?.of(desk.server, options.getInteger('days') ?? usualDays);
  if (found?.ok !== true) return textPost(words.unread);
  const post = figuresPost(found.value, await named(found.value.most, desk), words);
  return { ...post, picture: await pictureOf(found.value, words, desk) };
}

/** The figures as a chart; none where there is nothing to draw, or nothing to draw with: the text says the same. */
async function pictureOf(
  figures: Figures,
  words: FigureWords,
  { front: { app } }: GapDesk,
): Promise<Picture | null> {
  if (figures.asked === 0 || figures.days === 1) return null;
  try {
    const { asked, counts } = figures;
    const alt = words.chart.alt(asked, counts.pinned + counts.found, counts.unsure, counts.unknown);
    return { name: 'svar.png', png: await figuresChart(figures, words), alt };
  } catch (error) {
    app.log.warn(faultOf(error), 'the chart could not be drawn');
    return null;
  }
}

/** Answers looked for at most: those that are gone since are left out. */
const mostLookedUp = 20;

/** What answers are called: a passage's heading with its article, a pin's question. */
async function named(
  most: readonly Asked[],
  { pins, server, front }: GapDesk,
): Promise<readonly { readonly name: string; readonly count: number }[]> {
  const list = await Promise.all(
    most.slice(0, mostLookedUp).map(async ({ target, count }) => {
      if (target.startsWith('p')) {
        const pin = await pins.find(server, target.slice(1));
        return pin.ok && pin.value !== null ? [{ name: `📌 ${pin.value.question}`, count }] : [];
      }
      const located = front.app.answers.find(target);
      return located === null
        ? []
        : [{ name: `${located.passage.heading} · ${located.article.title}`, count }];
    }),
  );
  return list.flat();
}
