const letters: Readonly<Record<string, string>> = {
  æ: 'ae',
  ø: 'oe',
  å: 'aa',
  ß: 'ss',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  đ: 'd',
};
/** Names that Windows keeps for devices. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/u;
const longest = 60;

/** A title as the name of a file, without its ending: small letters, digits and `-`, safe on every system. */
export function fileName(title: string): string {
  const plain = title
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(/[æøåßðþłđ]/gu, (letter) => letters[letter] ?? letter)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  const name = Array.from(plain)
    .slice(0, longest)
    .join('')
    .replaceAll(/^-+|-+$/gu, '');
  return name === '' || reserved.test(name) ? `faq${name === '' ? '' : `-${name}`}` : name;
}
