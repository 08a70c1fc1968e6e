import type { Literal } from 'mdast';

/** Mark-up of a site generator: neither text nor heading. Fences of boxes and template tags still bound what they hold. */
export interface SiteMark extends Literal {
  readonly type: 'siteMark';
}

/** Front matter between lines of `+++`. */
export interface Toml extends Literal {
  readonly type: 'toml';
}

declare module 'mdast' {
  interface FrontmatterContentMap {
    toml: Toml;
  }
  interface RootContentMap {
    siteMark: SiteMark;
    toml: Toml;
  }
  interface PhrasingContentMap {
    siteMark: SiteMark;
  }
}
