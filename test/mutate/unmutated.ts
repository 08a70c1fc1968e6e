// The worker is kept from one mutant to the next: what a test file imports and builds must not hold the one before.
Object.assign(Object(Reflect.get(globalThis, '__stryker__')), { activeMutant: undefined });
