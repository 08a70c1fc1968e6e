// The worker is kept from one mutant to the next: what a test file imports and builds must not hold the one before.
const shared: { __stryker__?: { activeMutant?: string | undefined } } = globalThis as object;
if (shared.__stryker__ !== undefined) shared.__stryker__.activeMutant = undefined;
