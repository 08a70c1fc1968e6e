declare const serverBrand: unique symbol;
/** A Discord server's id. Required wherever something belongs to a server; `null` is the terminal, or a DM without a home server. */
export type ServerId = string & { readonly [serverBrand]: true };
