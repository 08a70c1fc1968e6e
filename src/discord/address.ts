/** An `http` or `https` address that cannot end a masked link early; null for everything else. */
export function webAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (!['http:', 'https:'].includes(url.protocol) || url.href.length > 500) return null;
  return url.href.replace(/[()<>\s\\*_~|`]/gu, (mark) =>
    mark === '_' || mark === '~' || mark === '*' ? mark : `%${mark.charCodeAt(0).toString(16)}`,
  );
}

/** A masked link to the web, or only its text: Discord opens no other scheme, and hides no address behind one. `isQuiet`: without a preview. */
export function renderLink(address: string, label: string, isQuiet: boolean): string {
  const url = webAddress(address);
  const text = label.replace(/\s+/gu, ' ').trim();
  if (url === null) return text;
  if (text === '' || /:\/\/|^www\./iu.test(text)) return isQuiet ? `<${url}>` : url;
  return isQuiet ? `[${text}](<${url}>)` : `[${text}](${url})`;
}
