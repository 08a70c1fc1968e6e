import type { LoopbackDiscord } from '../discord-server/discord.ts';
import type { Json, StoredMessage } from '../discord-server/state.ts';
import { ids } from '../discord-server/world.ts';

/** One input of a form. */
export interface ModalPart {
  readonly custom_id: string;
  readonly value?: string;
  readonly required?: boolean;
  readonly placeholder?: string;
  readonly options?: readonly {
    readonly value: string;
    readonly label: string;
    readonly description?: string;
    readonly default?: boolean;
  }[];
}

/** A form that was opened. */
export interface OpenedForm {
  readonly id: string;
  readonly inputs: ReadonlyMap<string, ModalPart>;
}

/** What a moderator fills in; what is left out stays as it was prefilled. */
export interface FilledIn {
  readonly question?: string;
  readonly phrasings?: string;
  /** Null: nothing is chosen. */
  readonly target?: string | null;
  readonly text?: string;
  readonly channel?: 'yes' | 'no';
}

/** What moderators do, through a loopback Discord. */
export interface Moderating {
  first(interaction: string): Promise<StoredMessage>;
  ask(question: string, user?: string): Promise<StoredMessage>;
  /** A subcommand of `/pins`. */
  pins(
    subcommand: string,
    options: Readonly<Record<string, string | boolean>>,
    user?: string,
  ): Promise<string>;
  pinAnswer(message: string, user?: string): Promise<OpenedForm>;
  press(message: StoredMessage, label: string, user?: string): Promise<string>;
  /** Chooses in the menu with this placeholder. */
  choose(message: StoredMessage, placeholder: string, value: string): Promise<string>;
  form(interaction: string): Promise<OpenedForm>;
  submit(form: OpenedForm, filled: FilledIn, user?: string): Promise<StoredMessage>;
  /** The message once it says something. */
  changed(message: StoredMessage, text: string): Promise<StoredMessage>;
}

/** Labels of a message's buttons. */
export const labelsOf = (message: StoredMessage): readonly string[] => Array.from(buttonsOf(message).keys());

function buttonsOf(message: StoredMessage): ReadonlyMap<string, string> {
  const rows = message['components'] as {
    components: { label?: string; placeholder?: string; emoji?: { name: string }; custom_id: string }[];
  }[];
  return new Map(
    rows.flatMap(({ components }) =>
      components.map(
        (one) => [one.label ?? one.placeholder ?? one.emoji?.name ?? '', one.custom_id] as const,
      ),
    ),
  );
}

/** The value that an input was prefilled with. */
export const prefilled = ({ inputs }: OpenedForm, name: string): string => inputs.get(name)?.value ?? '';
/** The option that a menu was opened with; null: none was chosen. */
export const marked = ({ inputs }: OpenedForm, name: string): string | null =>
  inputs.get(name)?.options?.find((option) => option.default === true)?.value ?? null;

const menu = (name: string, value: string | null): Json => ({
  type: 18,
  id: 1,
  component: { type: 3, id: 2, custom_id: name, values: value === null ? [] : [value] },
});

export function moderating(discord: () => LoopbackDiscord): Moderating {
  const here = { channel: ids.channel };
  const act: LoopbackDiscord['act'] = (name, given) => discord().act(name, given);

  async function first(interaction: string): Promise<StoredMessage> {
    const [message] = (await discord().response(interaction)).messages;
    if (message === undefined) throw new Error('nothing was answered');
    return message;
  }

  async function form(interaction: string): Promise<OpenedForm> {
    const { result } = await discord().response(interaction);
    const labels = (result?.['components'] ?? []) as { component: ModalPart }[];
    if (result === null || labels.length === 0) throw new Error('no form was opened');
    const inputs = new Map(labels.map(({ component }) => [component.custom_id, component]));
    return { id: String(result['custom_id']), inputs };
  }

  return {
    first,
    form,
    ask: async (question, user = ids.other) =>
      first(
        await act('slash', {
          ...here,
          user,
          name: 'ask',
          options: [{ name: 'question', type: 3, value: question }],
        }),
      ),
    pins: (subcommand, options, user = ids.moderator) =>
      act('subcommand', {
        ...here,
        user,
        name: 'pins',
        subcommand,
        options: Object.entries(options).map(([name, value]) => ({
          name,
          type: typeof value === 'boolean' ? 5 : 3,
          value,
        })),
      }),
    pinAnswer: async (message, user = ids.moderator) =>
      form(await act('messageCommand', { ...here, user, name: 'Pin answer', message })),
    press: (message, label, user = ids.moderator) => {
      const customId = buttonsOf(message).get(label);
      if (customId === undefined) throw new Error(`no "${label}" among ${labelsOf(message).join(', ')}`);
      return act('press', { ...here, user, message: message.id, customId });
    },
    choose: (message, placeholder, value) =>
      act('press', {
        ...here,
        user: ids.moderator,
        message: message.id,
        customId: buttonsOf(message).get(placeholder) ?? placeholder,
        values: [value],
      }),
    async submit(opened, filled, user = ids.moderator) {
      const typed = (name: 'question' | 'phrasings' | 'text'): string =>
        filled[name] ?? prefilled(opened, name);
      const target = filled.target === undefined ? marked(opened, 'target') : filled.target;
      const input = (name: 'question' | 'phrasings' | 'text'): Json => ({
        type: 18,
        id: 3,
        component: { type: 4, id: 4, custom_id: name, value: typed(name) },
      });
      const isNew = opened.inputs.has('channel');
      const components = [
        input('question'),
        input('phrasings'),
        menu('target', target),
        input('text'),
        ...(isNew ? [menu('channel', filled.channel ?? marked(opened, 'channel'))] : []),
      ];
      return first(await act('submit', { ...here, user, customId: opened.id, components }));
    },
    changed: (message, text) =>
      discord().until(({ messages }) =>
        messages.find(({ id, content }) => id === message.id && content.includes(text)),
      ),
  };
}
