import { z } from 'zod';
import type { Gateway } from './gateway.ts';
import { mentionsIn, store } from './rest.ts';
import { snowflake, type Json, type State } from './state.ts';
import { Crowd, crowdShape } from './crowd.ts';
import { deliver } from './deliver.ts';
import { rights, type Guild } from './world.ts';

const place = z.object({
  user: z.string(),
  channel: z.string().nullable(),
  locale: z.string().default('da'),
});
const option = z.object({
  name: z.string(),
  type: z.number(),
  value: z.union([z.string(), z.number(), z.boolean()]),
  focused: z.boolean().optional(),
});

/** What a test can make people do; each returns the id of the message or interaction that it led to. */
export const actions = {
  say: act(
    z.object({
      channel: z.string(),
      user: z.string(),
      content: z.string(),
      replyTo: z.string().optional(),
      webhook: z.boolean().optional(),
    }),
    ({ channel, user, content, replyTo, webhook }, state) => {
      const author = state.user(user);
      if (author === null) throw new Error(`nobody has the id ${user}`);
      const target = replyTo === undefined ? undefined : state.messages.get(replyTo);
      const reply =
        target === undefined
          ? {}
          : {
              type: 19,
              message_reference: {
                type: 0,
                channel_id: channel,
                message_id: target.id,
                guild_id: state.guildOf(channel)?.id,
              },
              referenced_message: target,
            };
      return store(state, channel, { content }, author, {
        ...reply,
        ...(webhook === true ? { webhook_id: user } : {}),
      }).id;
    },
  ),
  /** The author edits a message; `after` is how long after it was written, in milliseconds. */
  rewrite: act(
    z.object({ message: z.string(), content: z.string(), after: z.number().default(1000) }),
    ({ message, content, after }, state) => {
      const found = state.messages.get(message);
      if (found === undefined) throw new Error('no such message');
      const edited = new Date(Date.parse(String(found['timestamp'])) + after).toISOString();
      const changed = { ...found, ...mentionsIn(state, content), content, edited_timestamp: edited };
      state.messages.set(message, changed);
      state.emit('edit', changed);
      return message;
    },
  ),
  /** Discord adds the preview of a link: an edit that nobody made. */
  unfurl: act(z.object({ message: z.string() }), ({ message }, state) => {
    const found = state.messages.get(message);
    if (found !== undefined) state.emit('edit', { ...found, embeds: [{ title: 'preview' }] });
    return message;
  }),
  /** People or moderators delete messages; several at once is one event. */
  erase: act(z.object({ messages: z.array(z.string()) }), ({ messages }, state, gateway) => {
    const found = messages.flatMap((id) => state.messages.get(id) ?? []);
    for (const { id } of found) state.messages.delete(id);
    const [first] = found;
    if (found.length === 1) state.emit('delete', first);
    else if (first !== undefined) {
      const { channel_id, guild_id } = first;
      gateway.dispatch('MESSAGE_DELETE_BULK', { ids: messages, channel_id, guild_id });
    }
    return '';
  }),
  /** A new post in a forum: a thread whose first message has its id. */
  openPost: act(
    z.object({ user: z.string(), parent: z.string(), title: z.string(), content: z.string() }),
    ({ user, parent, title, content }, state, gateway) => {
      const guild = state.guildOf(parent);
      const author = state.user(user);
      if (guild === null || author === null) throw new Error('no such forum or user');
      const id = snowflake();
      const more = { parent_id: parent, owner_id: user, thread_metadata: threadMetadata, guild_id: guild.id };
      const thread = { id, type: 11, name: title, permission_overwrites: [], ...more };
      guild.channels.push(thread);
      gateway.dispatch('THREAD_CREATE', { ...thread, newly_created: true });
      return store(state, id, { content }, author, { id }).id;
    },
  ),
  openDm: act(z.object({ user: z.string() }), ({ user }, state) => {
    const known = Array.from(state.dms).find(([, who]) => who === user)?.[0];
    const id = known ?? snowflake();
    state.dms.set(id, user);
    return id;
  }),
  slash: act(
    place.extend({
      name: z.string(),
      options: z.array(option).default([]),
      autocomplete: z.boolean().default(false),
    }),
    ({ name, options, autocomplete, ...where }, state, gateway) => {
      const data: Json = {
        id: commandId(state, name),
        name,
        type: 1,
        options,
        resolved: resolvedUsers(state, options),
      };
      return interact(state, gateway, where, autocomplete ? 4 : 2, data, null);
    },
  ),
  subcommand: act(
    place.extend({
      name: z.string(),
      subcommand: z.string(),
      options: z.array(option).default([]),
      autocomplete: z.boolean().default(false),
      /** What is attached as the option `file`; the address may be one of `data:`. */
      file: z.object({ filename: z.string(), url: z.string(), size: z.number() }).optional(),
    }),
    ({ name, subcommand, options, autocomplete, file, ...where }, state, gateway) => {
      const attached = file === undefined ? [] : [{ name: 'file', type: 11, value: '1' }];
      const data: Json = {
        id: commandId(state, name),
        name,
        type: 1,
        options: [{ name: subcommand, type: 1, options: [...options, ...attached] }],
        resolved: {
          ...resolvedUsers(state, options),
          roles: resolvedRoles(state, options),
          channels: resolvedChannels(state, options),
          ...(file === undefined ? {} : { attachments: { '1': { id: '1', proxy_url: file.url, ...file } } }),
        },
      };
      return interact(state, gateway, where, autocomplete ? 4 : 2, data, null);
    },
  ),
  messageCommand: act(
    place.extend({ name: z.string(), message: z.string() }),
    ({ name, message, ...where }, state, gateway) => {
      const target = state.messages.get(message);
      const data: Json = {
        id: commandId(state, name),
        name,
        type: 3,
        target_id: message,
        resolved: { messages: { [message]: target } },
      };
      return interact(state, gateway, where, 2, data, null);
    },
  ),
  press: act(
    place.extend({ message: z.string(), customId: z.string(), values: z.array(z.string()).optional() }),
    ({ message, customId, values, ...where }, state, gateway) => {
      const data: Json = {
        custom_id: customId,
        component_type: values === undefined ? 2 : 3,
        ...(values === undefined ? {} : { values }),
      };
      return interact(state, gateway, where, 3, data, message);
    },
  ),
  submit: act(
    place.extend({
      customId: z.string(),
      components: z.array(z.looseObject({})),
      message: z.string().optional(),
    }),
    ({ customId, components, message, ...where }, state, gateway) =>
      interact(state, gateway, where, 5, { custom_id: customId, components }, message ?? null),
  ),
  setRoles: act(
    z.object({ guild: z.string(), user: z.string(), roles: z.array(z.string()) }),
    ({ guild, user, roles }, state, gateway) => {
      const found = state.world.guilds.find(({ id }) => id === guild);
      const member = found === undefined ? null : state.member(found, user);
      if (member === null) throw new Error('no such member');
      member.roles = roles;
      gateway.dispatch('GUILD_MEMBER_UPDATE', { ...member, guild_id: guild });
      return user;
    },
  ),
  /** Svar is invited to a new server that is like another one, with one channel for what Discord says itself. */
  invite: act(
    z.object({
      guild: z.string(),
      channel: z.string(),
      like: z.string(),
      mayWrite: z.boolean().default(true),
    }),
    ({ guild, channel, like, mayWrite }, state, gateway) => {
      const found = state.world.guilds.find(({ id }) => id === like);
      if (found === undefined) throw new Error('no such server');
      const deny = { id: guild, type: 0 as const, allow: '0', deny: String(rights.sendMessages) };
      const overwrites = mayWrite ? [] : [deny];
      const made: Guild = {
        ...found,
        id: guild,
        roles: found.roles.map((role) => (role.id === like ? { ...role, id: guild } : role)),
        channels: [
          { id: channel, type: 0, name: 'velkommen', position: 0, permission_overwrites: overwrites },
        ],
        joined_at: new Date().toISOString(),
        system_channel_id: channel,
      };
      state.world.guilds.push(made);
      const channels = made.channels.map((one) => ({ ...one, guild_id: guild }));
      gateway.dispatch('GUILD_CREATE', { ...made, channels, threads: [] });
      return guild;
    },
  ),
  leave: act(z.object({ guild: z.string(), user: z.string() }), ({ guild, user }, state, gateway) => {
    const found = state.world.guilds.find(({ id }) => id === guild);
    const index = found?.members.findIndex((member) => member.user.id === user) ?? -1;
    if (found === undefined || index < 0) throw new Error('no such member');
    const [left] = found.members.splice(index, 1);
    gateway.dispatch('GUILD_MEMBER_REMOVE', { guild_id: guild, user: left?.user });
    return user;
  }),
  setRolePermissions: act(
    z.object({ guild: z.string(), role: z.string(), permissions: z.string() }),
    ({ guild, role, permissions }, state, gateway) => {
      const found = state.world.guilds.find(({ id }) => id === guild)?.roles.find(({ id }) => id === role);
      if (found === undefined) throw new Error('no such role');
      found.permissions = permissions;
      gateway.dispatch('GUILD_ROLE_UPDATE', { guild_id: guild, role: found });
      return role;
    },
  ),
  setOverwrites: act(
    z.object({
      channel: z.string(),
      overwrites: z.array(
        z.object({ id: z.string(), type: z.literal([0, 1]), allow: z.string(), deny: z.string() }),
      ),
    }),
    ({ channel, overwrites }, state, gateway) => {
      const found = state.channel(channel);
      if (found === null) throw new Error('no such channel');
      found.permission_overwrites = overwrites;
      gateway.dispatch('CHANNEL_UPDATE', { ...found, guild_id: state.guildOf(channel)?.id });
      return channel;
    },
  ),
  /** The last message and the last interaction are delivered once more, as after a broken connection. */
  again: act(z.object({}), (_, _state, gateway) => {
    gateway.again();
    return '';
  }),
  drop: act(z.object({}), (_, _state, gateway) => {
    gateway.drop();
    return '';
  }),
  /** Ends every connection with this close code, and every new one where `fromNowOn` says so. */
  close: act(
    z.object({ code: z.number(), fromNowOn: z.boolean().default(false) }),
    ({ code, fromNowOn }, _state, gateway) => {
      gateway.close(code, fromNowOn);
      return '';
    },
  ),
  /** Sessions cannot be resumed any more. */
  forgetSessions: act(z.object({}), (_, _state, gateway) => {
    gateway.forget();
    return '';
  }),
  /** Sends every client a frame as it is given. */
  frame: act(z.object({ frame: z.looseObject({}) }), ({ frame }, _state, gateway) => {
    gateway.frame(frame);
    return '';
  }),
  /** Sends every client an event that changes nothing here. */
  dispatch: act(z.object({ event: z.string(), data: z.unknown() }), ({ event, data }, _state, gateway) => {
    gateway.dispatch(event, data);
    return '';
  }),
  reconnect: act(z.object({}), (_, _state, gateway) => {
    gateway.reconnect();
    return '';
  }),
  /** Many people begin to ask (`crowd.ts`). */
  crowd: act(crowdShape, (spec, state, gateway) => {
    state.crowd = new Crowd(spec, state, gateway);
    return '';
  }),
  /** They end; gives what became of their questions, as JSON. */
  disperse: act(z.object({}), (_, state) => {
    const figures = state.crowd?.stop();
    state.crowd = null;
    return JSON.stringify(figures ?? null);
  }),
  fault: act(z.object({ statuses: z.array(z.number()) }), ({ statuses }, state) => {
    state.faults.push(...statuses);
    return '';
  }),
};
export type ActionName = keyof typeof actions;

const threadMetadata = {
  archived: false,
  auto_archive_duration: 60,
  archive_timestamp: '2026-01-01T00:00:00.000Z',
  locked: false,
};

/** An action that checks its arguments. */
function act<Shape extends z.ZodType>(
  shape: Shape,
  run: (given: z.output<Shape>, state: State, gateway: Gateway) => string,
): (given: unknown, state: State, gateway: Gateway) => string {
  return (given, state, gateway) => run(shape.parse(given), state, gateway);
}

function commandId(state: State, name: string): string {
  const found = state.commands.find((command) => command['name'] === name);
  if (found === undefined) throw new Error(`the bot has registered no command called ${name}`);
  return String(found['id']);
}

function resolvedRoles(state: State, options: readonly z.infer<typeof option>[]): Json {
  const wanted = options.filter(({ type }) => type === 8).map(({ value }) => String(value));
  const roles = state.world.guilds.flatMap((guild) => guild.roles).filter(({ id }) => wanted.includes(id));
  return Object.fromEntries(roles.map((role) => [role.id, role]));
}

function resolvedChannels(state: State, options: readonly z.infer<typeof option>[]): Json {
  const wanted = options.filter(({ type }) => type === 7).map(({ value }) => String(value));
  const all = state.world.guilds.flatMap((guild) => guild.channels).filter(({ id }) => wanted.includes(id));
  return Object.fromEntries(all.map((channel) => [channel.id, channel]));
}

function resolvedUsers(state: State, options: readonly z.infer<typeof option>[]): Json {
  const users = options.filter(({ type }) => type === 6).map(({ value }) => state.user(String(value)));
  return { users: Object.fromEntries(users.flatMap((user) => (user === null ? [] : [[user.id, user]]))) };
}

function interact(
  state: State,
  gateway: Gateway,
  { user, channel, locale }: z.infer<typeof place>,
  type: number,
  data: Json,
  source: string | null,
): string {
  const who = state.user(user);
  if (who === null) throw new Error(`nobody has the id ${user}`);
  const guild = channel === null ? null : state.guildOf(channel);
  const found = channel === null ? null : state.channel(channel);
  const direct = guild === null ? (channel ?? actions.openDm({ user }, state, gateway)) : null;
  const permissions = guild === null ? '0' : String(state.permissions(guild, user, found));
  const member = guild === null ? null : state.member(guild, user);
  const where = { who, member, guild, channel: found, dm: direct, permissions, locale };
  return deliver(state, gateway, { ...where, type, data, source }).id;
}
