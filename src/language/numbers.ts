/** 1.500 and 1,500 are fifteen hundred; so is 1.500,00. */
const grouped = /^(\d{1,3}(?:[.,\u{A0}\u{202F}]\d{3})+)(?:[.,](\d{1,2}))?$/u;
/** Hours and minutes, kroner and øre, a decimal fraction, a version of two numbers. */
const twoNumbers = /^(\d+)[.,:](\d+)$/u;

/**
 * The one spelling of a number with separators: 19:30 as `19.30`, 4,2 as `4.2`, 1.500 as `1500`, 49,00 as `49`. Versions and
 * dates keep their full stops; a list without blanks (1,2,3) is several numbers.
 */
export function readNumber(written: string): readonly string[] {
  const thousands = grouped.exec(written);
  if (thousands !== null) return [fraction((thousands[1] ?? '').replace(/\D/gu, ''), thousands[2] ?? '00')];
  const two = twoNumbers.exec(written);
  if (two !== null) return [fraction(two[1] ?? '', two[2] ?? '')];
  return written.includes(',') ? written.split(',') : [written.replaceAll(':', '.')];
}

const fraction = (whole: string, rest: string): string => (rest === '00' ? whole : `${whole}.${rest}`);
