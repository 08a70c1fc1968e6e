import { gramIndex, gramVector, type GramIndex, type GramVector } from './grams.ts';
import { at, row, type Rows } from './rows.ts';

/**
 * A linear model that learns from phrasings which passage a question belongs to: softmax regression (multinomial
 * logistic regression, Bishop 2006, §4.3.4) on the features of `grams.ts`, trained when the index is built.
 */
export interface LineModel {
  readonly grams: GramIndex;
  /** Class → passage. */
  readonly passages: readonly number[];
  /** Feature × class. */
  readonly weights: Float32Array;
}

/** A model pays where entries have several phrasings each; below that a line's own cosine says as much. */
const fewestLinesPerPassage = 3;
const mostWeights = 20_000_000;
const mostUpdates = 1_500_000_000;
const epochs = 40;
const learningRate = 0.2;
const decay = 1e-5;

/** Trains on the lines of all passages with phrasings; null where that brings nothing or takes too long. */
export function lineModel(lines: Rows, lineGrams: readonly (readonly string[])[]): LineModel | null {
  const passages: number[] = [];
  const examples: { grams: readonly string[]; label: number }[] = [];
  for (let passage = 0; passage + 1 < lines.offsets.length; passage++) {
    const own = row(lines, passage);
    if (own.length < fewestLinesPerPassage) continue;
    const label = passages.push(passage) - 1;
    for (const line of own) examples.push({ grams: lineGrams[line] ?? [], label });
  }
  if (passages.length < 2) return null;
  const grams = gramIndex(examples.map((example) => example.grams));
  const features = grams.ids.size;
  const updates = grams.lines.values.length * passages.length * epochs;
  if (features * passages.length > mostWeights || updates > mostUpdates) return null;
  const vectors = examples.map((example) => gramVector(grams, example.grams));
  const labels = examples.map(({ label }) => label);
  return { grams, passages, weights: trained(vectors, labels, features, passages.length) };
}

/** Stochastic gradient descent with AdaGrad's step sizes (Duchi, Hazan and Singer 2011), examples in a fixed order. */
function trained(
  vectors: readonly GramVector[],
  labels: readonly number[],
  features: number,
  classes: number,
): Float32Array {
  const weights = new Float32Array(features * classes);
  const squares = new Float32Array(features * classes).fill(1e-6);
  const order = strided(vectors.length);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const example of order) {
      const vector = vectors[example];
      if (vector === undefined) continue;
      const errors = softmax(logits(vector, weights, classes));
      const label = labels[example] ?? 0;
      errors[label] = (errors[label] ?? 0) - 1;
      step(vector, errors, weights, squares, classes);
    }
  }
  return weights;
}

/** Every number below `count` once, neighbours far apart: examples of one passage stand together in the file. */
function strided(count: number): readonly number[] {
  const stride = [7919, 7907, 7901, 7883].find((prime) => count % prime !== 0) ?? 1;
  return Array.from({ length: count }, (_, index) => (index * stride) % count);
}

function step(
  { features, values }: GramVector,
  errors: Float64Array,
  weights: Float32Array,
  squares: Float32Array,
  classes: number,
): void {
  features.forEach((feature, place) => {
    const value = values[place] ?? 0;
    for (let label = 0; label < classes; label++) {
      const index = feature * classes + label;
      const gradient = (errors[label] ?? 0) * value + decay * at(weights, index);
      const square = at(squares, index) + gradient * gradient;
      squares[index] = square;
      weights[index] = at(weights, index) - (learningRate * gradient) / Math.sqrt(square);
    }
  });
}

function logits({ features, values }: GramVector, weights: Float32Array, classes: number): Float64Array {
  const sums = new Float64Array(classes);
  features.forEach((feature, place) => {
    const value = values[place] ?? 0;
    const from = feature * classes;
    for (let label = 0; label < classes; label++) {
      sums[label] = (sums[label] ?? 0) + value * at(weights, from + label);
    }
  });
  return sums;
}

function softmax(values: Float64Array): Float64Array {
  const most = values.reduce((found, value) => Math.max(found, value), -Infinity);
  const powers = values.map((value) => Math.exp(value - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** Passage → probability, for the passages with phrasings; they sum to 1. `asked` is a question over the model's features. */
export function probabilities(
  { passages, weights }: LineModel,
  asked: GramVector,
): ReadonlyMap<number, number> {
  const shares = softmax(logits(asked, weights, passages.length));
  return new Map(passages.map((passage, label) => [passage, shares[label] ?? 0]));
}
