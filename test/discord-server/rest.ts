import { checkChoices, checkCommands, checkMessage, checkModal } from './validate.ts';
import { invalid, isObject, listOf, missingAccess, missingPermissions, Refused, unknown } from './refuse.ts';
import { snowflake, type Json, type State, type StoredInteraction, type StoredMessage } from './state.ts';
import { hasContent, shownTo } from './shown.ts';
import { rights, type Guild } from './world.ts';

/** What is answered to a request: 204 without a body. */
export interface Answered {
  readonly status: number;
  readonly body: unknown;
}
const nothing: Answered = { status: 204, body: null };
const ok = (body: unknown): Answered => ({ status: 200, body });

interface Request {
  readonly state: State;
  readonly parts: readonly string[];
  readonly body: Json;
  readonly list: readonly Json[];
  readonly query: URLSearchParams;
}
type Handler = (request: Request) => Answered;

/** Routes by method and path; `*` is one part. */
const routes: readonly (readonly [string, string, Handler])[] = [
  ['GET', 'users/@me', ({ state }) => ok(state.world.bot)],
  ['POST', 'users/@me/channels', ({ state, body }) => ok(openDm(state, String(body['recipient_id'])))],
  ['GET', 'users/*', ({ state, parts }) => ok(state.user(parts[1] ?? '') ?? fail(unknown(10013, 'User')))],
  ['GET', 'applications/@me', ({ state }) => ok(applicationOf(state))],
  ['GET', 'oauth2/applications/@me', ({ state }) => ok(applicationOf(state))],
  ['GET', 'applications/*/commands', ({ state }) => ok(state.commands)],
  ['PUT', 'applications/*/commands', putCommands],
  ['POST', 'interactions/*/*/callback', callback],
  ['POST', 'webhooks/*/*', followUp],
  ['GET', 'webhooks/*/*/messages/*', ({ state, parts }) => ok(answerMessage(state, parts))],
  ['PATCH', 'webhooks/*/*/messages/*', editAnswer],
  ['DELETE', 'webhooks/*/*/messages/*', deleteAnswer],
  ['GET', 'channels/*', ({ state, parts }) => ok(channelOf(state, parts[1] ?? ''))],
  ['GET', 'channels/*/messages', listMessages],
  ['POST', 'channels/*/messages', post],
  [
    'GET',
    'channels/*/messages/*',
    ({ state, parts }) =>
      ok(shownTo(state, readMessage(state, parts[1] ?? '', parts[3] ?? ''), hasContent(state))),
  ],
  ['PATCH', 'channels/*/messages/*', editOwn],
  ['DELETE', 'channels/*/messages/*', deleteMessage],
  ['PUT', 'channels/*/messages/*/reactions/*/@me', react],
  ['PUT', 'channels/*/messages/pins/*', pin],
  ['DELETE', 'channels/*/messages/pins/*', unpin],
  [
    'GET',
    'channels/*/messages/pins',
    ({ state }) =>
      ok({ items: Array.from(state.pins, (id) => ({ message: state.messages.get(id) })), has_more: false }),
  ],
  ['POST', 'channels/*/typing', () => nothing],
  [
    'GET',
    'guilds/*',
    ({ state, parts }) => ok(withoutPeople(state.guild(parts[1] ?? '') ?? fail(unknown(10004, 'Guild')))),
  ],
  ['GET', 'guilds/*/members/*', memberOf],
];

/** Answers a request below `/api/v10/`. */
export function answerRest(state: State, method: string, path: string, body: unknown): Answered {
  const [bare = '', query = ''] = path.split('?', 2);
  const parts = bare.split('/').map(decodeURIComponent);
  for (const [verb, pattern, handler] of routes) {
    const wanted = pattern.split('/');
    const fits =
      wanted.length === parts.length && wanted.every((part, place) => part === '*' || part === parts[place]);
    if (verb !== method || !fits) continue;
    return handler({
      state,
      parts,
      body: isObject(body) ? body : {},
      list: listOf(body),
      query: new URLSearchParams(query),
    });
  }
  throw new Refused(404, 0, '404: Not Found');
}

function fail(error: Refused): never {
  throw error;
}

const applicationOf = ({ world }: State): Json => ({
  id: world.bot.id,
  name: world.bot.username,
  flags: 0,
  bot: world.bot,
  description: '',
});

function putCommands({ state, list }: Request): Answered {
  checkCommands(list);
  state.commandWrites++;
  state.commands = list.map((command) => ({
    id: snowflake(),
    application_id: state.world.bot.id,
    version: snowflake(),
    type: 1,
    options: [],
    ...command,
  }));
  return ok(state.commands);
}

function openDm(state: State, user: string): Json {
  const known = Array.from(state.dms).find(([, who]) => who === user)?.[0];
  const id = known ?? snowflake();
  state.dms.set(id, user);
  return dmOf(state, id);
}
const dmOf = (state: State, id: string): Json => ({
  id,
  type: 1,
  recipients: [state.user(state.dms.get(id) ?? '')],
});

function channelOf(state: State, id: string): Json {
  if (state.dms.has(id)) return dmOf(state, id);
  const channel = state.channel(id) ?? fail(unknown(10003, 'Channel'));
  return { ...channel, guild_id: state.guildOf(id)?.id };
}

/** Newest first, from before one of them where that is asked for. */
function listMessages({ state, parts, query }: Request): Answered {
  const channel = parts[1] ?? '';
  requireRights(state, channel, rights.viewChannel, rights.readHistory);
  const before = BigInt(query.get('before') ?? (1n << 63n) - 1n);
  const found = Array.from(state.messages.values())
    .filter((one) => one.channel_id === channel && BigInt(one.id) < before)
    .filter(({ flags }) => (Number(flags ?? 0) & 64) === 0)
    .toReversed()
    .slice(0, Number(query.get('limit') ?? 50));
  return ok(found.map((one) => shownTo(state, one, hasContent(state))));
}

/** Over REST a server comes without its channels and members. */
const withoutPeople = ({ channels: _c, members: _m, threads: _t, ...guild }: Guild): Json => guild;

function memberOf({ state, parts }: Request): Answered {
  const guild = state.guild(parts[1] ?? '') ?? fail(unknown(10004, 'Guild'));
  return ok(state.member(guild, parts[3] ?? '') ?? fail(unknown(10007, 'Member')));
}

/** Throws unless the bot has all these rights in the channel; DMs have no rights to lack. */
function requireRights(state: State, channel: string, ...needed: readonly bigint[]): void {
  if (state.dms.has(channel)) return;
  const found = state.channel(channel) ?? fail(unknown(10003, 'Channel'));
  const guild = state.guildOf(channel) ?? fail(unknown(10004, 'Guild'));
  const held = state.permissions(guild, state.world.bot.id, found);
  if ((held & rights.viewChannel) === 0n) throw missingAccess();
  if (needed.some((right) => (held & right) === 0n)) throw missingPermissions();
}

/** Whom a text mentions. */
export const mentionsIn = (state: State, content: string): Json => ({
  mentions: Array.from(content.matchAll(/<@!?(\d+)>/gu), ([, id]) => state.user(id ?? '')).filter(
    (one) => one !== null,
  ),
  mention_roles: Array.from(content.matchAll(/<@&(\d+)>/gu), ([, id]) => id),
});

export function store(
  state: State,
  channel: string,
  body: Json,
  author: StoredMessage['author'],
  more: Json = {},
): StoredMessage {
  const content = typeof body['content'] === 'string' ? body['content'] : '';
  const message: StoredMessage = {
    id: snowflake(),
    channel_id: channel,
    guild_id: state.guildOf(channel)?.id,
    channel_type: state.dms.has(channel) ? 1 : state.channel(channel)?.type,
    author,
    content,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    ...mentionsIn(state, content),
    attachments: [],
    embeds: listOf(body['embeds']),
    components: listOf(body['components']),
    pinned: false,
    type: 0,
    flags: body['flags'] ?? 0,
    nonce: body['nonce'],
    allowed_mentions: body['allowed_mentions'],
    ...more,
  };
  state.messages.set(message.id, message);
  state.emit('message', message);
  return message;
}

function post({ state, parts, body }: Request): Answered {
  const channel = parts[1] ?? '';
  checkMessage(body);
  const isThread = state.channel(channel)?.type === 11;
  requireRights(state, channel, isThread ? rights.sendInThreads : rights.sendMessages);
  if (listOf(body['embeds']).length > 0) requireRights(state, channel, rights.embedLinks);
  const nonce = body['nonce'];
  const twin =
    nonce === undefined || body['enforce_nonce'] !== true
      ? null
      : Array.from(state.messages.values()).find((one) => one['nonce'] === nonce);
  if (twin !== null && twin !== undefined) return ok(twin);
  return ok(store(state, channel, body, state.world.bot, replyTo(state, channel, body)));
}

function replyTo(state: State, channel: string, body: Json): Json {
  const reference = body['message_reference'];
  if (!isObject(reference)) return {};
  requireRights(state, channel, rights.readHistory);
  const target = state.messages.get(String(reference['message_id']));
  if (target === undefined) {
    if (reference['fail_if_not_exists'] === false) return {};
    throw invalid('message_reference: Unknown message');
  }
  return {
    type: 19,
    message_reference: {
      type: 0,
      channel_id: channel,
      message_id: target.id,
      guild_id: state.guildOf(channel)?.id,
    },
    referenced_message: target,
  };
}

function readMessage(state: State, channel: string, id: string): StoredMessage {
  requireRights(state, channel, rights.readHistory);
  const found = state.messages.get(id);
  if (found?.channel_id !== channel) throw unknown(10008, 'Message');
  return found;
}

function edit(state: State, message: StoredMessage, body: Json): StoredMessage {
  checkMessage(body, true);
  const changed = { ...message, ...body, edited_timestamp: new Date().toISOString() };
  state.messages.set(message.id, changed);
  state.emit('edit', changed);
  return changed;
}

function editOwn({ state, parts, body }: Request): Answered {
  const message = readMessage(state, parts[1] ?? '', parts[3] ?? '');
  if (message.author.id !== state.world.bot.id)
    throw new Refused(403, 50005, 'Cannot edit a message authored by another user');
  return ok(edit(state, message, body));
}

function deleteMessage({ state, parts }: Request): Answered {
  const message = readMessage(state, parts[1] ?? '', parts[3] ?? '');
  if (message.author.id !== state.world.bot.id)
    requireRights(state, message.channel_id, rights.manageMessages);
  state.messages.delete(message.id);
  state.emit('delete', message);
  return nothing;
}

function react({ state, parts }: Request): Answered {
  requireRights(state, parts[1] ?? '', rights.readHistory, rights.addReactions);
  readMessage(state, parts[1] ?? '', parts[3] ?? '');
  state.reactions.push({ message: parts[3] ?? '', emoji: parts[5] ?? '' });
  return nothing;
}

function pin({ state, parts }: Request): Answered {
  requireRights(state, parts[1] ?? '', rights.pinMessages);
  readMessage(state, parts[1] ?? '', parts[4] ?? '');
  if (state.pins.size >= 250) throw new Refused(400, 30003, 'Maximum number of pins reached (250)');
  state.pins.add(parts[4] ?? '');
  return nothing;
}
function unpin({ state, parts }: Request): Answered {
  requireRights(state, parts[1] ?? '', rights.pinMessages);
  state.pins.delete(parts[4] ?? '');
  return nothing;
}

/** Discord waits three seconds for the first response. */
const patience = 3000;

function callback({ state, parts, body, query }: Request): Answered {
  const interaction = state.interactions.get(parts[1] ?? '');
  if (interaction === undefined || interaction.token !== parts[2]) throw unknown(10062, 'interaction');
  if (interaction.acknowledged) throw new Refused(400, 40060, 'Interaction has already been acknowledged.');
  if (Date.now() - interaction.createdAt > patience) throw unknown(10062, 'interaction');
  const data = isObject(body['data']) ? body['data'] : {};
  const message = respond(state, interaction, Number(body['type']), data);
  interaction.acknowledged = true;
  state.emit('response', interaction);
  if (query.get('with_response') !== 'true') return nothing;
  return ok({
    interaction: { id: interaction.id, type: interaction.type, response_message_id: message?.id },
    resource: { type: body['type'], message },
  });
}

function respond(
  state: State,
  interaction: StoredInteraction,
  type: number,
  data: Json,
): StoredMessage | null {
  const isComponent = interaction.type === 3;
  switch (type) {
    case 4:
      checkMessage(data);
      return answered(state, interaction, data);
    case 5:
      interaction.deferred = true;
      return answered(state, interaction, { ...data, flags: Number(data['flags'] ?? 0) | 128 });
    case 6:
      if (!isComponent) throw invalid('only components can defer an update');
      return null;
    case 7: {
      const source = state.messages.get(interaction.source ?? '');
      if (!isComponent || source === undefined) throw invalid('only components can update a message');
      // Seen by one person, for ever.
      return edit(state, source, {
        ...data,
        flags: (Number(source['flags'] ?? 0) & 64) | Number(data['flags'] ?? 0),
      });
    }
    case 8:
      if (interaction.type !== 4) throw invalid('only autocompletion takes choices');
      checkChoices(data);
      interaction.result = data;
      return null;
    case 9:
      if (interaction.type === 5) throw invalid('a modal cannot open a modal');
      checkModal(data);
      interaction.result = data;
      return null;
    default:
      throw invalid('type');
  }
}

function answered(state: State, interaction: StoredInteraction, data: Json): StoredMessage {
  const message = store(state, interaction.channel ?? 'dm', data, state.world.bot, {
    webhook_id: state.world.bot.id,
    interaction_id: interaction.id,
    interaction_metadata: {
      id: interaction.id,
      type: interaction.type,
      user: interaction.who,
      authorizing_integration_owners: {},
    },
  });
  interaction.messages.push(message.id);
  return message;
}

function byToken(state: State, token: string): StoredInteraction {
  const found = state.interactionBy(token);
  if (found === null) throw unknown(10015, 'Webhook');
  if (!found.acknowledged) throw unknown(10015, 'Webhook');
  return found;
}

function followUp({ state, parts, body }: Request): Answered {
  const interaction = byToken(state, parts[2] ?? '');
  checkMessage(body);
  const message = answered(state, interaction, body);
  state.emit('response', interaction);
  return ok(message);
}

function answerMessage(state: State, parts: readonly string[]): StoredMessage {
  const interaction = byToken(state, parts[2] ?? '');
  const wanted =
    parts[4] === '@original' ? (interaction.messages[0] ?? interaction.source ?? '') : (parts[4] ?? '');
  return state.messages.get(wanted) ?? fail(unknown(10008, 'Message'));
}

function editAnswer({ state, parts, body }: Request): Answered {
  const interaction = byToken(state, parts[2] ?? '');
  const message = answerMessage(state, parts);
  const wasDeferred = interaction.deferred && (Number(message['flags'] ?? 0) & 128) !== 0;
  if (wasDeferred) checkMessage(body);
  const flags = (Number(message['flags'] ?? 0) & ~128) | (Number(body['flags'] ?? 0) & 4);
  const changed = edit(state, message, { ...body, flags });
  state.emit('response', interaction);
  return ok(changed);
}

function deleteAnswer({ state, parts }: Request): Answered {
  const message = answerMessage(state, parts);
  state.messages.delete(message.id);
  state.emit('delete', message);
  return nothing;
}
