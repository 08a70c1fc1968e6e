import { count, invalid, isObject, length, listOf, Refused } from './refuse.ts';
import type { Json } from './state.ts';

/** Checks a message body as Discord does, and that it says who may be pinged. */
export function checkMessage(body: Json, isEdit = false): void {
  length(body['content'], 0, 2000, 'content');
  length(body['nonce'], 0, 25, 'nonce');
  count(body['embeds'], 0, 10, 'embeds');
  const embeds = listOf(body['embeds']);
  for (const embed of embeds) checkEmbed(embed);
  const size = embeds.reduce((sum, embed) => sum + embedSize(embed), 0);
  if (size > 6000) throw invalid('embeds must hold at most 6000 characters together');
  checkRows(body['components']);
  const isEmpty =
    (body['content'] ?? '') === '' && embeds.length === 0 && listOf(body['attachments']).length === 0;
  if (isEmpty && !isEdit) throw new Refused(400, 50006, 'Cannot send an empty message');
  if (
    typeof body['content'] === 'string' &&
    body['content'].trim() === '' &&
    body['content'] !== '' &&
    embeds.length === 0
  ) {
    throw new Refused(400, 50006, 'Cannot send an empty message');
  }
  checkMentions(body, isEdit);
}

/** Not Discord's rule but ours: a text without `allowed_mentions` could ping. */
function checkMentions(body: Json, isEdit: boolean): void {
  if (isEdit && typeof body['content'] !== 'string') return;
  const allowed = body['allowed_mentions'];
  if (!isObject(allowed)) throw invalid('LOOPBACK: allowed_mentions is missing');
  if (!Array.isArray(allowed['parse']) || allowed['parse'].length > 0) {
    throw invalid('LOOPBACK: allowed_mentions.parse is not empty');
  }
}

function checkEmbed(embed: Json): void {
  length(embed['title'], 0, 256, 'embed title');
  length(embed['description'], 0, 4096, 'embed description');
  count(embed['fields'], 0, 25, 'embed fields');
  for (const field of listOf(embed['fields'])) {
    length(field['name'], 1, 256, 'embed field name');
    length(field['value'], 1, 1024, 'embed field value');
  }
  if (isObject(embed['footer'])) length(embed['footer']['text'], 0, 2048, 'embed footer');
}

function embedSize(embed: Json): number {
  const texts = [
    embed['title'],
    embed['description'],
    isObject(embed['footer']) ? embed['footer']['text'] : '',
  ];
  for (const field of listOf(embed['fields'])) texts.push(field['name'], field['value']);
  return texts.reduce<number>((sum, text) => sum + (typeof text === 'string' ? text.length : 0), 0);
}

/** Action rows of a message: up to five, each with up to five buttons or one select. */
function checkRows(rows: unknown): void {
  count(rows, 0, 5, 'components');
  const used = new Set<unknown>();
  for (const row of listOf(rows)) {
    if (row['type'] !== 1) throw invalid('components must be action rows');
    count(row['components'], 1, 5, 'action row');
    const parts = listOf(row['components']);
    if (parts.some(({ type }) => type !== 2) && parts.length > 1)
      throw invalid('a select stands alone in its row');
    for (const part of parts) {
      if (part['type'] === 2) checkButton(part);
      else checkSelect(part);
      if (part['custom_id'] !== undefined) {
        if (used.has(part['custom_id'])) throw invalid('Component custom id cannot be duplicated');
        used.add(part['custom_id']);
      }
    }
  }
}

function checkButton(button: Json): void {
  length(button['label'], 0, 80, 'button label');
  if ((button['label'] ?? '') === '' && button['emoji'] === undefined)
    throw invalid('a button needs a label or an emoji');
  if (button['style'] === 5) length(button['url'], 1, 512, 'button url');
  else length(button['custom_id'], 1, 100, 'custom_id');
}

function checkSelect(select: Json): void {
  length(select['custom_id'], 1, 100, 'custom_id');
  length(select['placeholder'], 0, 150, 'placeholder');
  if (select['type'] !== 3) return;
  count(select['options'], 1, 25, 'options');
  const values = new Set<unknown>();
  for (const option of listOf(select['options'])) {
    length(option['label'], 1, 100, 'option label');
    length(option['value'], 1, 100, 'option value');
    length(option['description'], 0, 100, 'option description');
    if (values.has(option['value'])) throw invalid('option values must be unique');
    values.add(option['value']);
  }
}

/** A modal: a title, a custom_id, up to five inputs, each in a row or a label. */
export function checkModal(data: Json): void {
  length(data['title'], 1, 45, 'modal title');
  length(data['custom_id'], 1, 100, 'custom_id');
  count(data['components'], 1, 5, 'modal components');
  for (const part of listOf(data['components'])) {
    if (part['type'] === 18) {
      length(part['label'], 1, 45, 'label');
      length(part['description'], 0, 100, 'label description');
    }
    const inner = part['type'] === 18 ? [part['component']].filter(isObject) : listOf(part['components']);
    for (const input of inner) checkInput(input);
  }
}

function checkInput(input: Json): void {
  length(input['custom_id'], 1, 100, 'custom_id');
  if (input['type'] === 3) checkSelect(input);
  if (input['type'] !== 4) return;
  length(input['label'], 0, 45, 'text input label');
  length(input['placeholder'], 0, 100, 'placeholder');
  length(input['value'], 0, 4000, 'text input value');
}

export function checkChoices(data: Json): void {
  count(data['choices'], 0, 25, 'choices');
  for (const choice of listOf(data['choices'])) {
    length(choice['name'], 1, 100, 'choice name');
    if (typeof choice['value'] === 'string') length(choice['value'], 1, 100, 'choice value');
  }
}

const slashName = /^[-_'\p{L}\p{N}]{1,32}$/u;

/** Command definitions: names, descriptions and options with every localisation. */
export function checkCommands(commands: readonly Json[]): void {
  const messageCommands = commands.filter(({ type }) => type === 3);
  if (commands.length - messageCommands.length > 100) throw invalid('at most 100 slash commands');
  if (messageCommands.length > 15) throw invalid('at most 15 message commands');
  for (const command of commands) checkCommand(command, command['type'] === 3);
}

function checkCommand(command: Json, isMessage: boolean): void {
  const names = [
    command['name'],
    ...Object.values(isObject(command['name_localizations']) ? command['name_localizations'] : {}),
  ];
  for (const name of names) {
    if (isMessage) length(name, 1, 32, 'command name');
    else if (typeof name !== 'string' || !slashName.test(name) || name !== name.toLowerCase())
      throw invalid(`name ${String(name)}`);
  }
  if (!isMessage) {
    const texts = isObject(command['description_localizations'])
      ? Object.values(command['description_localizations'])
      : [];
    for (const description of [command['description'], ...texts]) length(description, 1, 100, 'description');
  }
  count(command['options'], 0, 25, 'options');
  let hasOptional = false;
  for (const option of listOf(command['options'])) {
    checkCommand(option, false);
    const isRequired = option['required'] === true;
    if (isRequired && hasOptional) throw invalid('required options come first');
    if (!isRequired && typeof option['type'] === 'number' && option['type'] > 2) hasOptional = true;
  }
}
