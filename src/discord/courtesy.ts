const thanks =
  /^(?:(?:mange |tusind |super |ok(?:ay)? )*tak(?: (?:for (?:hjælpen|det|svaret)|skal du have))?|thanks(?: a lot)?|(?:ok(?:ay)? )?thank you(?: (?:so|very) much)?|thx|ty|fedt|super|perfekt|great|perfect)$/u;

/** A message that only thanks, in Danish or English: answered with a reaction at most. */
export function isThanks(text: string): boolean {
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return words === '' ? /[👍🙏❤]/u.test(text) : thanks.test(words);
}
