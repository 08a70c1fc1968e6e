/** Keeps the best of many scored numbers: a heap whose root is the worst that is kept. Of equal scores the smaller number wins. */
export class TopScores {
  readonly #scores: Float64Array;
  readonly #numbers: Uint32Array;
  #size = 0;

  constructor(limit: number) {
    this.#scores = new Float64Array(limit);
    this.#numbers = new Uint32Array(limit);
  }

  /** What a number must score to be kept: that of the worst one, −∞ while there is room. */
  get bar(): number {
    return this.#size < this.#scores.length ? -Infinity : (this.#scores[0] ?? Infinity);
  }

  offer(number: number, score: number): void {
    if (this.#size < this.#scores.length) {
      this.#rise(this.#size++, number, score);
      return;
    }
    if (this.#size > 0 && isWorse(this.#scores[0] ?? 0, this.#numbers[0] ?? 0, score, number))
      this.#sink(number, score, this.#size);
  }

  /** The numbers, best first. Empties it. */
  sorted(): readonly number[] {
    const found = Array.from({ length: this.#size }, () => 0);
    for (let size = this.#size; size > 0; size--) {
      found[size - 1] = this.#numbers[0] ?? 0;
      this.#sink(this.#numbers[size - 1] ?? 0, this.#scores[size - 1] ?? 0, size - 1);
    }
    this.#size = 0;
    return found;
  }

  #rise(from: number, number: number, score: number): void {
    let place = from;
    while (place > 0) {
      const above = (place - 1) >>> 1;
      const aboveScore = this.#scores[above] ?? 0;
      const aboveNumber = this.#numbers[above] ?? 0;
      if (!isWorse(score, number, aboveScore, aboveNumber)) break;
      this.#scores[place] = aboveScore;
      this.#numbers[place] = aboveNumber;
      place = above;
    }
    this.#scores[place] = score;
    this.#numbers[place] = number;
  }

  /** Puts one in place of the root, among the first `size`. */
  #sink(number: number, score: number, size: number): void {
    let place = 0;
    for (let below = 1; below < size; below = 2 * place + 1) {
      const right = below + 1;
      const isRightWorse =
        right < size &&
        isWorse(
          this.#scores[right] ?? 0,
          this.#numbers[right] ?? 0,
          this.#scores[below] ?? 0,
          this.#numbers[below] ?? 0,
        );
      const child = isRightWorse ? right : below;
      const childScore = this.#scores[child] ?? 0;
      const childNumber = this.#numbers[child] ?? 0;
      if (!isWorse(childScore, childNumber, score, number)) break;
      this.#scores[place] = childScore;
      this.#numbers[place] = childNumber;
      place = child;
    }
    this.#scores[place] = score;
    this.#numbers[place] = number;
  }
}

const isWorse = (score: number, number: number, other: number, otherNumber: number): boolean =>
  score < other || (score === other && number > otherNumber);
