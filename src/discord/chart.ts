import { createRequire } from 'node:module';
import type { ChartConfiguration, Plugin } from 'chart.js';
import type { Figures } from '../curation/figures/figures.ts';
import type { FigureWords } from './front.ts';

/** Pixels as Discord shows them; twice as many are drawn, for screens that have them. */
const size = { width: 800, height: 420 } as const;
const sharpness = 2;
const font = 'Inter';
/** A card of its own colour reads the same in Discord's dark and light theme. */
const colours = { card: '#2b2d31', text: '#f2f3f5', grid: '#45474e' } as const;
/** From the ground up. Okabe and Ito's palette: people who are blind to a colour can tell them apart. */
const stack = [
  ['found', '#009e73'],
  ['pinned', '#56b4e9'],
  ['unsure', '#f0e442'],
  ['unknown', '#d55e00'],
] as const;
/** Columns at most: where there are more days, each is a week. */
const mostColumns = 31;
const dayLength = 24 * 60 * 60 * 1000;

/** The questions of a day, or of the week that begins with it. */
interface Column {
  readonly from: Date;
  readonly counts: Readonly<Record<(typeof stack)[number][0], number>>;
}

/**
 * Figures as a picture: what became of the questions of each day, or week. PNG. The libraries are loaded when the first
 * is drawn.
 * @throws {Error} where this machine has no build of the drawing library
 */
export async function figuresChart(figures: Figures, words: FigureWords, now = new Date()): Promise<Buffer> {
  const [{ createCanvas, GlobalFonts }, { Chart, registerables }] = await Promise.all([
    import('@napi-rs/canvas'),
    import('chart.js'),
  ]);
  Chart.register(...registerables);
  if (!GlobalFonts.has(font)) {
    const { resolve } = createRequire(import.meta.url);
    for (const weight of ['400', '600'])
      GlobalFonts.registerFromPath(
        resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff2`),
        font,
      );
  }
  // Chart.js makes the canvas as much larger as it is sharper.
  const canvas = createCanvas(size.width, size.height);
  const chart = new Chart(canvas, configuration(columnsOf(figures, now), figures.days, words));
  const png = await canvas.encode('png');
  chart.destroy();
  return png;
}

/** Every day there is, also those on which nobody asked; weeks where there are too many. */
export function columnsOf({ outcomes, days }: Figures, now: Date): readonly Column[] {
  const perColumn = days > mostColumns ? 7 : 1;
  const count = Math.ceil(days / perColumn);
  const today = Math.floor(now.getTime() / dayLength);
  return Array.from({ length: count }, (_, place) => {
    const last = today - (count - 1 - place) * perColumn;
    const first = Math.max(last - perColumn + 1, today - days + 1);
    const own = outcomes.filter(({ day }) => {
      const at = Date.parse(day) / dayLength;
      return at >= first && at <= last;
    });
    const of = (wanted: string): number =>
      own.reduce((sum, { kind, count: more }) => (kind === wanted ? sum + more : sum), 0);
    return {
      from: new Date(first * dayLength),
      counts: {
        found: of('found'),
        pinned: of('pinned'),
        unsure: of('unsure'),
        unknown: of('unknown'),
      },
    };
  });
}

/** Paints the card below everything else: Chart.js clears what was there before. */
const card: Plugin<'bar'> = {
  id: 'card',
  beforeDraw({ ctx }) {
    ctx.save();
    ctx.fillStyle = colours.card;
    ctx.beginPath();
    ctx.roundRect(0, 0, size.width, size.height, 12);
    ctx.fill();
    ctx.restore();
  },
};

const text = (pixels: number, weight: 'normal' | 600 = 'normal') => ({ family: font, size: pixels, weight });

function configuration(
  columns: readonly Column[],
  days: number,
  words: FigureWords,
): ChartConfiguration<'bar'> {
  const { chart } = words;
  return {
    type: 'bar',
    plugins: [card],
    data: {
      labels: columns.map(({ from }) => chart.day(from)),
      datasets: stack.map(([kind, colour]) => ({
        label: chart.kinds[kind],
        data: columns.map(({ counts }) => counts[kind]),
        backgroundColor: colour,
        borderColor: colours.card,
        borderWidth: { top: 1, bottom: 0, left: 0, right: 0 },
        maxBarThickness: 60,
      })),
    },
    options: {
      animation: false,
      responsive: false,
      devicePixelRatio: sharpness,
      layout: { padding: 20 },
      plugins: {
        title: {
          display: true,
          align: 'start',
          text: words.title(days),
          color: colours.text,
          font: text(20, 600),
          padding: { bottom: 4 },
        },
        subtitle: {
          display: true,
          align: 'start',
          text: days > mostColumns ? chart.perWeek : chart.perDay,
          color: colours.text,
          font: text(14),
          padding: { bottom: 12 },
        },
        legend: {
          position: 'bottom',
          labels: { color: colours.text, font: text(14), boxWidth: 14, boxHeight: 14, padding: 18 },
        },
      },
      scales: {
        x: {
          stacked: true,
          grid: { display: false },
          border: { color: colours.grid },
          ticks: { color: colours.text, font: text(13), maxRotation: 0, autoSkipPadding: 14 },
        },
        y: {
          stacked: true,
          beginAtZero: true,
          grid: { color: colours.grid },
          border: { display: false },
          ticks: { color: colours.text, font: text(13), precision: 0, maxTicksLimit: 6 },
        },
      },
    },
  };
}
