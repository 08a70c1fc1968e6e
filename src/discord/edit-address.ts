import type { Located } from '../knowledge/ranking.ts';

/** As long as the address of a button may be. */
const longest = 512;

/** Where a passage is edited, from EDIT_URL; null where that is not set or the address is too long for a button. */
export function editAddress(located: Located | null, template: string | null): string | null {
  if (located === null || template === null) return null;
  const { article, passage } = located;
  const path = article.id.split('/').map(encodeURIComponent).join('/');
  const address = template.replaceAll('{article}', path).replaceAll('{line}', String(passage.line));
  return address.length <= longest ? address : null;
}
