/** What the loopback Discord knows: the application's own user, its token and the servers it is in. */
export interface World {
  readonly token: string;
  /** Privileged intents that the application may ask for, as a bit field. */
  readonly enabledIntents: number;
  readonly gatewayUrl: string;
  readonly bot: {
    readonly id: string;
    readonly username: string;
    readonly discriminator: string;
    readonly bot: true;
  };
  readonly guilds: readonly { readonly id: string }[];
}
