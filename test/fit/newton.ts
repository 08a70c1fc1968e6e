/** Solves `matrix · x = vector` for a symmetric positive definite matrix (Gaussian elimination, rows in order). */
export function solved(matrix: readonly Float64Array[], vector: Float64Array): Float64Array {
  const rows = matrix.map((row) => Float64Array.from(row));
  const right = Float64Array.from(vector);
  const size = right.length;
  for (let pivot = 0; pivot < size; pivot++) {
    const from = rows[pivot] ?? right;
    for (let below = pivot + 1; below < size; below++) {
      const row = rows[below] ?? right;
      const factor = (row[pivot] ?? 0) / (from[pivot] ?? 1);
      for (let column = pivot; column < size; column++) {
        row[column] = (row[column] ?? 0) - factor * (from[column] ?? 0);
      }
      right[below] = (right[below] ?? 0) - factor * (right[pivot] ?? 0);
    }
  }
  const found = new Float64Array(size);
  for (let place = size - 1; place >= 0; place--) {
    let sum = right[place] ?? 0;
    for (let column = place + 1; column < size; column++) {
      sum -= (rows[place]?.[column] ?? 0) * (found[column] ?? 0);
    }
    found[place] = sum / (rows[place]?.[place] ?? 1);
  }
  return found;
}

/** Gradient and negative Hessian of what is made greatest, at one point. */
export interface Slope {
  readonly gradient: Float64Array;
  readonly curvature: readonly Float64Array[];
}

const steps = 60;
/** Far from the top Newton's steps are too long; nothing moves by more than this at once. */
const longest = 1;
const close = 1e-6;

/**
 * The greatest value of a concave function, less a penalty for leaving `prior` (a normal prior of precision `penalties`):
 * Newton's method from the prior.
 */
export function greatest(
  prior: Float64Array,
  penalties: Float64Array,
  slopeAt: (point: Float64Array) => Slope,
): Float64Array {
  let point = Float64Array.from(prior);
  for (let step = 0; step < steps; step++) {
    const { gradient, curvature } = slopeAt(point);
    curvature.forEach((row, place) => {
      const penalty = penalties[place] ?? 0;
      row[place] = (row[place] ?? 0) + penalty;
      gradient[place] = (gradient[place] ?? 0) - penalty * ((point[place] ?? 0) - (prior[place] ?? 0));
    });
    const move = solved(curvature, gradient);
    const scale = Math.min(1, longest / Math.max(...move.map(Math.abs)));
    point = point.map((value, place) => value + scale * (move[place] ?? 0));
    if (move.every((value) => Math.abs(value) < close)) break;
  }
  return point;
}

/** A slope of so many dimensions, all 0. */
export const flat = (size: number): Slope => ({
  gradient: new Float64Array(size),
  curvature: Array.from({ length: size }, () => new Float64Array(size)),
});

/** Adds `weight · vector · vectorᵀ` to a matrix. */
export function addOuter(matrix: readonly Float64Array[], vector: Float64Array, weight: number): void {
  vector.forEach((value, place) => {
    const row = matrix[place];
    if (row === undefined || value === 0) return;
    for (let column = 0; column < vector.length; column++) {
      row[column] = (row[column] ?? 0) + weight * value * (vector[column] ?? 0);
    }
  });
}

export function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let place = 0; place < one.length; place++) sum += (one[place] ?? 0) * (other[place] ?? 0);
  return sum;
}
