import {
  type ChatInputCommandInteraction,
  DiscordAPIError,
  MessageFlags,
  PermissionFlagsBits,
  type Message,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { ListedPin } from '../../curation/pins/pin.ts';
import { wordsFor, type Front } from '../front.ts';
import { pinLook, publicPost } from '../looks.ts';
import { publicBody, textPost, type Post } from '../post.ts';
import { withAnswer } from '../replace.ts';
import { say } from '../respond.ts';
import { speak } from '../speak.ts';
import { readForm, type FilledForm } from './form.ts';
import { asModerator, type Desk } from './moderator.ts';
import { faultPost, shownQuestion, undoablePost } from './told.ts';

/** A form came back. Rights are checked again: they may have been taken away while it was open. */
export function submitPin(interaction: ModalSubmitInteraction, front: Front): Promise<void> {
  const form = readForm(interaction);
  if (form === null) return say(interaction, textPost(wordsFor(interaction.locale).replies.outdatedButton));
  return asModerator(interaction, front, (desk) => store(interaction, form, desk));
}

async function store(interaction: ModalSubmitInteraction, form: FilledForm, desk: Desk): Promise<void> {
  const { server, pins, words } = desk;
  const by = interaction.user.id;
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const outcome =
    'pin' in form.at
      ? await pins.edit(server, form.at.pin, form.at.revision, form.draft, by)
      : await pins.add(server, form.draft, by);
  if (!outcome.ok) {
    await interaction.editReply(publicBody(faultPost(outcome.problem, words)));
    return;
  }
  const pin = outcome.value;
  const isEdit = 'pin' in form.at;
  const sentence = isEdit ? words.done.edited(shownQuestion(pin)) : words.done.added(shownQuestion(pin));
  const more =
    'message' in form.at ? await afterAdding(interaction, form.at, form.isForChannel, pin, desk) : '';
  const text = more === '' ? sentence : `${sentence}\n${more}`;
  const post: Post = isEdit ? undoablePost(text, pin, words) : textPost(text);
  await interaction.editReply(publicBody(post));
}

/** Puts the right answer where the wrong one stands, and pins it in the channel if that is wanted. @returns what to say of it */
async function afterAdding(
  interaction: ModalSubmitInteraction,
  at: { readonly message: string; readonly part: string },
  isForChannel: boolean,
  pin: ListedPin,
  desk: Desk,
): Promise<string> {
  const message = at.message === '0' ? null : await fetched(interaction, at.message);
  const isOurs = message !== null && message.author.id === interaction.client.user.id;
  if (isOurs) await corrected(message, at.part, interaction, pin, desk);
  if (!isForChannel) return '';
  return pinInChannel(interaction, isOurs ? message : null, message, pin, desk);
}

async function fetched(interaction: ModalSubmitInteraction, id: string): Promise<Message | null> {
  try {
    return (await interaction.channel?.messages.fetch(id)) ?? null;
  } catch {
    return null;
  }
}

/** The wrong answer becomes the right one; a message that cannot be edited any more is no harm. */
async function corrected(
  message: Message,
  part: string,
  { user, locale }: ModalSubmitInteraction,
  pin: ListedPin,
  desk: Desk,
): Promise<void> {
  const words = wordsFor(locale);
  const look = pinLook(pin, desk.front.app.answers, words);
  const post = withAnswer(message, { asker: user.id, words, part }, look, `p${pin.id}`);
  await message.edit(publicBody(post)).catch(() => undefined);
}

function answerPost(asker: string, quoted: string | null, pin: ListedPin, desk: Desk, locale: string): Post {
  const { answers } = desk.front.app;
  const answer = {
    kind: 'pinned',
    question: pin.question,
    language: 'und',
    confidence: 1,
    ranking: [],
    pin,
  } as const;
  return publicPost(answer, answers, { asker, words: wordsFor(locale), quoted, ping: null });
}

/** Discord's own pins: a right of its own, on both sides, and at most 250 in a channel. */
export async function pinInChannel(
  interaction: ChatInputCommandInteraction | ModalSubmitInteraction,
  answer: Message | null,
  asked: Message | null,
  pin: ListedPin,
  { pins, server, words, front }: Desk,
): Promise<string> {
  const right = PermissionFlagsBits.PinMessages;
  const isAllowed =
    interaction.memberPermissions?.has(right) === true && interaction.appPermissions.has(right);
  if (!isAllowed || !interaction.inCachedGuild() || interaction.channel === null)
    return words.fault.noPinRight;
  try {
    const desk = { pins, server, words, front };
    const post = answerPost(interaction.user.id, pin.question, pin, desk, interaction.locale);
    const message =
      answer ??
      (asked === null ? await interaction.channel.send(publicBody(post)) : await speak(asked, [post]));
    if (message === null) return words.fault.noPinRight;
    await message.pin();
    await pins.setChannelPin(server, pin.id, { channel: message.channelId, message: message.id });
    return words.done.pinnedInChannel;
  } catch (error) {
    const isFull = error instanceof DiscordAPIError && error.code === 30003;
    return isFull ? words.fault.pinsFull : words.fault.noPinRight;
  }
}
