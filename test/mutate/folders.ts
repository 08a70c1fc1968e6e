/** What is mutated, and the tests that must notice. */
export interface Folder {
  readonly files: readonly string[];
  readonly tests: readonly string[];
  /** Its files, by their paths. */
  readonly has: RegExp;
}

const whole = (name: string, ...tests: readonly string[]): Folder => ({
  files: [`src/${name}/**/*.ts`],
  tests: [`test/${name}/**/*.test.ts`, ...tests],
  has: new RegExp(`^src/${name}/`, 'u'),
});

/**
 * By name. Data (packs, strings) is not mutated. Discord is three: what is text, where tables need no bot; what is posted;
 * and what people press and moderators do, which a loopback Discord tries.
 */
export const folders: Readonly<Record<string, Folder>> = {
  answers: whole('answers'),
  check: whole('check'),
  content: whole('content'),
  curation: whole('curation'),
  language: {
    files: ['src/language/*.ts'],
    tests: ['test/language/*.test.ts'],
    has: /^src\/language\/[^/]+$/u,
  },
  matcher: whole('matcher'),
  store: {
    files: ['src/store/pin*.ts'],
    tests: ['test/store/pin*.test.ts', 'test/store/sqlite.test.ts', 'test/store/migrations.test.ts'],
    has: /^src\/store\/pin/u,
  },
  'discord-text': {
    files: ['src/discord/{custom-id,cut,escape,question,recent,render*}.ts'],
    tests: ['test/discord/{custom-id,cut,escape,question,recent,render,render-table,post-text}.test.ts'],
    has: /^src\/discord\/(?:custom-id|cut|escape|question|recent|render[a-z-]*)\.ts$/u,
  },
  'discord-posts': {
    files: ['src/discord/{looks,several,permissions}.ts'],
    tests: ['test/discord/{looks,several,permissions,replies,asking,answer-this}.test.ts'],
    has: /^src\/discord\/(?:looks|several|permissions)\.ts$/u,
  },
  'discord-presses': {
    files: ['src/discord/{buttons,pins}/*.ts'],
    tests: ['test/discord/*.test.ts'],
    has: /^src\/discord\/(?:buttons|pins)\//u,
  },
};
