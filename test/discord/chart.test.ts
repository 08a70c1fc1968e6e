import { createCanvas, loadImage } from '@napi-rs/canvas';
import { beforeAll, describe, expect, it } from 'vitest';
import { figuresOf, type Figures } from '../../src/curation/figures/figures.ts';
import { columnsOf, figuresChart } from '../../src/discord/chart.ts';
import { figuresPost } from '../../src/discord/figures.ts';
import { uiLanguages } from '../../src/strings/index.ts';

const now = new Date('2026-11-27T15:00:00Z');
const daily = (days: number): Figures =>
  figuresOf(
    days,
    ['2026-11-26', '2026-11-27'].flatMap((day) => [
      { day, kind: 'found', target: 'a', count: 40 },
      { day, kind: 'pinned', target: 'p1', count: 20 },
      { day, kind: 'unsure', target: '', count: 20 },
      { day, kind: 'unknown', target: '', count: 20 },
    ]),
    [],
  );

describe('the columns of the chart', () => {
  it('are every day, also those on which nobody asked', () => {
    const columns = columnsOf(daily(30), now);
    expect(columns.map(({ counts }) => counts.found)).toEqual([
      ...Array.from({ length: 28 }, () => 0),
      40,
      40,
    ]);
    expect(columns.at(-1)?.from.toISOString()).toBe('2026-11-27T00:00:00.000Z');
    expect(columns[0]?.from.toISOString()).toBe('2026-10-29T00:00:00.000Z');
  });
  it('are weeks where there are too many days, the last one ending today', () => {
    const columns = columnsOf(daily(90), now);
    expect(columns).toHaveLength(13);
    expect(columns.map(({ counts }) => counts.unknown).slice(-2)).toEqual([0, 40]);
    expect(columns[0]?.from.toISOString()).toBe('2026-08-30T00:00:00.000Z');
  });
});

type Colour = readonly [red: number, green: number, blue: number];
const bytes = (colour: string): Colour => {
  const of = (from: number): number => Number.parseInt(colour.slice(from, from + 2), 16);
  return [of(1), of(3), of(5)];
};
/** Relative luminance and contrast as WCAG 2 defines them. */
const luminance = (colour: Colour): number => {
  const [red = 0, green = 0, blue = 0] = colour.map((byte) =>
    byte <= 10 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one: Colour, other: Colour): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};
const card = bytes('#2b2d31');

const told = (one: Figures): readonly string[] =>
  figuresPost(one, [], uiLanguages.da.figures).content.split('\n');

describe('the chart', () => {
  const pictures: { readonly theme: string; readonly at: (x: number, y: number) => Colour }[] = [];
  beforeAll(async () => {
    const image = await loadImage(await figuresChart(daily(2), uiLanguages.da.figures, now));
    for (const theme of ['#313338', '#ffffff']) {
      const canvas = createCanvas(image.width, image.height);
      const context = canvas.getContext('2d');
      context.fillStyle = theme;
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.drawImage(image, 0, 0);
      pictures.push({
        theme,
        at(x, y) {
          const [red = 0, green = 0, blue = 0] = context.getImageData(x, y, 1, 1).data;
          return [red, green, blue];
        },
      });
    }
  });
  it('is a card of its own colour in either theme, round at its corners', () => {
    for (const { theme, at } of pictures) {
      expect(at(1599, 839)).toEqual(bytes(theme));
      expect(at(1, 1)).toEqual(bytes(theme));
      expect(at(800, 20)).toEqual(card);
    }
  });

  it('shows the four kinds one above the other, each well apart from the card', () => {
    for (const { at } of pictures) {
      const column = Array.from({ length: 840 }, (_, y) => at(436, y).join());
      const kinds = ['#d55e00', '#f0e442', '#56b4e9', '#009e73'].map(bytes);
      const heights = kinds.map((kind) => column.filter((pixel) => pixel === kind.join()).length);
      const places = kinds.map((kind) => column.indexOf(kind.join()));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(Math.min(...places)).toBeGreaterThan(0);
      expect((heights[3] ?? 0) / (heights[0] ?? 1)).toBeCloseTo(2, 0);
      for (const kind of kinds) expect(contrast(kind, card)).toBeGreaterThan(3);
    }
  });

  it('has text that can be read, in its own font', () => {
    expect(contrast(bytes('#f2f3f5'), card)).toBeGreaterThan(7);
    for (const { at } of pictures) {
      const title = Array.from({ length: 400 }, (_, x) => at(40 + x, 62).join());
      expect(title).toContain(bytes('#f2f3f5').join());
    }
  });
});

describe('the text beside it', () => {
  it('says what became better, what moderators did for it, and what nobody asks', () => {
    const figures = {
      ...daily(7),
      before: { asked: 100, answered: 41 },
      passages: 12,
      neverAsked: [],
    };
    expect(told(figures)).toContain(
      'Besvaret uden hjælp: **41 → 60 %** (de 7 dage før → nu), heraf 20 % med faste svar',
    );
    expect(told({ ...figures, before: null }).join('\n')).not.toContain('→');
    expect(told(figures).join('\n')).not.toContain('Aldrig');
  });
});
