/**
 * Whether a word is letters alone, two or more, and so may be a form or a misspelling of another. Single letters, names with
 * signs and numbers are met or not: PS5 is no misspelt PS4, and 19.30 no 18.30.
 */
export const isSpelt = (folded: string): boolean => lettersAlone.test(folded);

const lettersAlone = /^[\p{L}\p{M}]{2,}$/u;
