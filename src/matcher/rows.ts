/**
 * Rows of numbers of different lengths in two typed arrays (compressed sparse rows): row `r` is
 * `values[offsets[r]] … values[offsets[r + 1] - 1]`.
 */
export interface Rows {
  readonly offsets: Uint32Array;
  readonly values: Uint32Array;
}

/** Collects rows one after another. */
export interface RowsBuilder {
  /** How many rows are closed. */
  readonly length: number;
  push(value: number): void;
  /** Ends the row that values were pushed to. */
  endRow(): void;
  finish(): Rows;
}

/** An array of 32-bit numbers that doubles when full. */
export class GrowingNumbers {
  #values: Uint32Array<ArrayBuffer>;
  #length = 0;

  constructor(capacity = 1024) {
    this.#values = new Uint32Array(capacity);
  }
  get length(): number {
    return this.#length;
  }
  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Uint32Array(this.#values.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = value;
  }
  finish(): Uint32Array {
    return this.#values.slice(0, this.#length);
  }
}

export function rowsBuilder(): RowsBuilder {
  const values = new GrowingNumbers();
  const offsets = new GrowingNumbers();
  offsets.push(0);
  return {
    get length() {
      return offsets.length - 1;
    },
    push: (value) => {
      values.push(value);
    },
    endRow: () => {
      offsets.push(values.length);
    },
    finish: () => ({ offsets: offsets.finish(), values: values.finish() }),
  };
}

/** The same pairs the other way round: for each value below `size`, the rows it occurs in, ascending. */
export function transposed(rows: Rows, size: number): Rows {
  const { offsets, values } = rows;
  const counts = new Uint32Array(size + 1);
  for (const value of values) counts[value + 1] = at(counts, value + 1) + 1;
  for (let index = 0; index < size; index++) counts[index + 1] = at(counts, index + 1) + at(counts, index);
  const next = counts.slice();
  const found = new Uint32Array(values.length);
  for (let from = 0; from + 1 < offsets.length; from++) {
    for (let index = at(offsets, from); index < at(offsets, from + 1); index++) {
      const value = at(values, index);
      found[at(next, value)] = from;
      next[value] = at(next, value) + 1;
    }
  }
  return { offsets: counts, values: found };
}

/** An element that is known to be there; 0 beyond the end. */
export function at(
  numbers: Uint32Array | Float32Array | Float64Array | Uint8Array | Int32Array,
  index: number,
): number {
  return numbers[index] ?? 0;
}

/** One row as a view, not a copy. */
export function row(rows: Rows, index: number): Uint32Array {
  return rows.values.subarray(at(rows.offsets, index), at(rows.offsets, index + 1));
}
