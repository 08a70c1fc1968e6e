import type { Guild, Interaction } from 'discord.js';

/** How long what Discord was asked about a server's roles is relied on. Milliseconds. */
const reliedFor = 30_000;
/** Servers whose roles are kept where Discord has to be asked; the longest unused are dropped. */
const mostServers = 100;

/**
 * Tells server-wide rights from the roles that an interaction says its member has now. The permissions it carries
 * besides are those of the channel: what only one channel's overwrite allows is not enough.
 */
export class ServerRoles {
  /** Whether Discord tells of roles by itself: it does with the Guilds intent. */
  readonly #isTold: boolean;
  readonly #now: () => number;
  readonly #asked = new Map<string, { readonly at: number; readonly known: Promise<Guild> }>();

  constructor(isTold: boolean, now: () => number = () => performance.now()) {
    this.#isTold = isTold;
    this.#now = now;
  }

  /** Whether who did this holds a right in the whole server. False where that cannot be found out. */
  async allow(interaction: Interaction, right: bigint): Promise<boolean> {
    if (!interaction.inCachedGuild()) return false;
    const guild = await this.#known(interaction.guild).catch(() => null);
    if (guild === null) return false;
    if (guild.ownerId === interaction.user.id) return true;
    const roles = [guild.roles.cache.get(guild.id), ...interaction.member.roles.cache.values()];
    return roles.some((role) => role?.permissions.has(right) === true);
  }

  async #known(guild: Guild): Promise<Guild> {
    if (this.#isTold) return guild;
    const asked = this.#asked.get(guild.id);
    const isFresh = asked !== undefined && this.#now() - asked.at < reliedFor;
    const entry = isFresh ? asked : { at: this.#now(), known: guild.fetch() };
    this.#asked.delete(guild.id);
    this.#asked.set(guild.id, entry);
    const [oldest] = this.#asked.keys();
    if (this.#asked.size > mostServers && oldest !== undefined) this.#forget(oldest, guild);
    try {
      return await entry.known;
    } catch (error) {
      this.#asked.delete(guild.id);
      throw error;
    }
  }

  #forget(id: string, { client }: Guild): void {
    this.#asked.delete(id);
    client.guilds.cache.get(id)?.roles.cache.clear();
  }
}
