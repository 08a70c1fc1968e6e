/**
 * What was worked out lately, by key. Two generations: when the younger is full it becomes the older, and the older is
 * dropped, so that what is asked for again and again stays and memory is bounded by twice `most` values.
 */
export class Remembered<Value extends object> {
  readonly #most: number;
  #young = new Map<string, Value>();
  #old = new Map<string, Value>();

  constructor(most: number) {
    this.#most = most;
  }

  /** The value of this key, made now if it is not remembered. */
  get(key: string, make: () => Value): Value {
    const known = this.#young.get(key);
    if (known !== undefined) return known;
    const value = this.#old.get(key) ?? make();
    if (this.#young.size >= this.#most) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, value);
    return value;
  }
}
