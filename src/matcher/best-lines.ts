import { closeLook, valuesOf } from './weights.ts';

const weights = valuesOf(closeLook);

/** An entry is scored over its four best lines. */
export const lineShares = [
  weights.firstLine,
  weights.secondLine,
  weights.thirdLine,
  weights.fourthLine,
] as const;

/** What `aggregated` makes of values that are added one by one. */
export class BestLines {
  #first = 0;
  #second = 0;
  #third = 0;
  #fourth = 0;
  #count = 0;

  clear(): void {
    this.#first = this.#second = this.#third = this.#fourth = -Infinity;
    this.#count = 0;
  }

  add(value: number): void {
    this.#count++;
    if (value <= this.#fourth) return;
    this.#fourth = value;
    if (value > this.#third) [this.#third, this.#fourth] = [value, this.#third];
    if (value > this.#second) [this.#second, this.#third] = [value, this.#second];
    if (value > this.#first) [this.#first, this.#second] = [value, this.#first];
  }

  /** A single line counts fully; further ones that agree add to it. */
  get value(): number {
    const [first, second, third, fourth] = lineShares;
    if (this.#count === 0) return 0;
    let sum = first * this.#first;
    let used = first;
    if (this.#count > 1) {
      sum += second * this.#second;
      used += second;
    }
    if (this.#count > 2) {
      sum += third * this.#third;
      used += third;
    }
    if (this.#count > 3) return (sum + fourth * this.#fourth) / (used + fourth);
    return Math.max(sum / used, this.#first * weights.singleLine);
  }
}
