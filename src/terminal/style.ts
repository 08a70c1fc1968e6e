import { styleText } from 'node:util';

/** How text is set off on a screen; on anything else all of these leave it alone. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly heading: (text: string) => string;
  readonly warning: (text: string) => string;
}

const plain = (text: string): string => text;

const styled =
  (...format: Parameters<typeof styleText>[0][]) =>
  (text: string): string =>
    format.reduce<string>((set, one) => styleText(one, set, { validateStream: false }), text);

/** Colours are for terminals only, and for people who did not turn them off. */
export function styleFor(isColored: boolean): Style {
  if (!isColored) return { bold: plain, dim: plain, heading: plain, warning: plain };
  return {
    bold: styled('bold'),
    dim: styled('dim'),
    heading: styled('bold', 'cyan'),
    warning: styled('yellow'),
  };
}
