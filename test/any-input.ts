import fc from 'fast-check';

/**
 * fast-check with the same inputs on every run, so that what fails is what was changed. `SVAR_SEED=random npm test` tries
 * others, and prints the seed of what it finds.
 */
const asked = process.env['SVAR_SEED'];
if (asked !== 'random') fc.configureGlobal({ seed: Number(asked ?? 2026) });

export { default } from 'fast-check';
