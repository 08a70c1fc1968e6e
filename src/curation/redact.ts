/** What stands where something personal stood: no word, so that it asks for nothing. */
const gap = '…';

/** What may say who somebody is or let somebody in. In this order: an address holds what would be numbers. */
const personal: readonly RegExp[] = [
  // Mentions of people, roles, channels and commands as Discord writes them; its own emoji and times hold ids, too.
  /<(?:@[!&]?|#|\/[^:>\n]{1,100}:|a?:\w{1,40}:|id:|t:)[\w:-]*>/gu,
  // Web addresses: what follows the host may be a session or an invitation.
  /\b(?:[a-z][a-z\d+.-]{1,20}:\/\/|www\.)\S+/giu,
  /\bdiscord(?:app)?\.(?:gg|com)\/\S+/giu,
  /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu,
  // Names as people type them.
  /(?<![\p{L}\p{N}])@[\p{L}\p{N}_.#-]{2,}/gu,
  // Tokens and keys: long, without a blank, of letters and digits both.
  /(?<![\p{L}\p{N}])(?=[\w.+/=-]*\d)(?=[\w.+/=-]*[A-Za-z])[\w.+/=-]{20,}/gu,
  // Numbers of six digits and more, however they are parted: phones, accounts, civil registration numbers.
  /\+?\(?\d(?:[\s().\u00a0/–-]{0,2}\d){5,}/gu,
];

/** The text without mentions, addresses, telephone numbers, tokens and long numbers; each is an ellipsis afterwards. */
export function redacted(text: string): string {
  const bare = personal.reduce((rest, pattern) => rest.replaceAll(pattern, gap), text);
  return bare.replaceAll(/\s+/gu, ' ').trim();
}
