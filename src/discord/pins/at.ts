/** What a pin form is about: a message (`0`: none) and which answer of it, or a pin as it was at a revision. */
export type FormAt =
  { readonly message: string; readonly part: string } | { readonly pin: string; readonly revision: number };
