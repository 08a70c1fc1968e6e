import type { App } from '../../app.ts';
import type { ServerId } from '../../answers/answer.ts';
import type { Figures } from '../../curation/figures/figures.ts';
import type { Gap } from '../../curation/gaps/gap.ts';
import type { Offer } from '../../curation/offers/offer.ts';
import { button, row } from '../controls.ts';
import { formatCustomId } from '../custom-id.ts';
import { escapeLine, shorten } from '../escape.ts';
import { deskWordsFor, gapWordsFor, offerWordsFor, type DeskWords } from '../front.ts';
import { headLine } from '../gaps/list.ts';
import { limits } from '../limits.ts';
import { acceptButton, offerLine, offersButton } from '../offers/list.ts';
import type { Post } from '../post.ts';

/** What a week comes to. */
export interface Week {
  readonly figures: Figures;
  readonly gaps: readonly Gap[];
  readonly offers: readonly Offer[];
  readonly stale: readonly Stale[];
}

/** An article that was to be looked at again by now. */
interface Stale {
  readonly title: string;
  readonly by: Date;
}

/** Gaps and offers that are shown with a button each; the rest is a press away. */
const mostShown = 3;
/** Characters of a question. */
const lengths = [120, 80, 40] as const;

/** Reads the week of a server; null where the store does not answer. */
export async function weekOf(server: ServerId, app: App, now: Date): Promise<Week | null> {
  const figures = await app.figures?.of(server, 7);
  const gaps = await app.gaps?.list(server);
  const offers = await app.offers?.list(server);
  if (figures?.ok !== true || gaps?.ok !== true || offers?.ok !== true) return null;
  const today = now.toISOString().slice(0, 10);
  const stale = app.answers
    .content()
    .articles.flatMap(({ title, reviewBy }) =>
      reviewBy === null || reviewBy >= today ? [] : [{ title, by: new Date(reviewBy) }],
    )
    .toSorted((a, b) => a.by.getTime() - b.by.getTime());
  return { figures: figures.value, gaps: gaps.value.open, offers: offers.value, stale };
}

/** Whether there is nothing that a moderator would want to read. */
export const isQuiet = ({ figures, gaps, offers, stale }: Week): boolean =>
  figures.asked + gaps.length + offers.length + stale.length === 0;

/** The week as moderators read it, the questions that wait for them with a button each. */
export function digestPost(week: Week, locale: string): Post {
  const words = deskWordsFor(locale);
  const offerWords = offerWordsFor(locale);
  const gaps = week.gaps.slice(0, mostShown);
  const offers = week.offers.slice(0, mostShown);
  const texts = lengths.map((most) => digestText(week, gaps, offers, most, locale));
  return {
    content:
      texts.find(({ length }) => length <= limits.content) ?? shorten(texts.at(-1) ?? '', limits.content),
    components: [
      ...row([
        ...gaps.map(({ id }, index) =>
          button(formatCustomId({ verb: 'gappin', gap: id }), gapWordsFor(locale).pin(index + 1)),
        ),
        ...(week.gaps.length === 0
          ? []
          : [button(formatCustomId({ verb: 'gappage', page: '0' }), words.digest.allGaps)]),
      ]),
      ...row([
        ...offers.flatMap((offer, index) =>
          isGapOffer(offer, gaps) ? [] : [acceptButton(offer, gaps.length + index + 1, offerWords)],
        ),
        ...(week.offers.length === 0 ? [] : [offersButton(words.digest.allOffers)]),
      ]),
    ],
    ping: null,
  };
}

/** An offer whose button would be that of a gap shown above: no two buttons of a message may be the same. */
const isGapOffer = (offer: Offer, gaps: readonly Gap[]): boolean =>
  offer.kind === 'downvoted' && offer.instead === null && gaps.some(({ id }) => id === offer.gap.id);

function digestText(
  { figures, gaps: allGaps, offers: allOffers, stale }: Week,
  gaps: readonly Gap[],
  offers: readonly Offer[],
  most: number,
  locale: string,
): string {
  const { digest } = deskWordsFor(locale);
  const gapWords = gapWordsFor(locale);
  const offerWords = offerWordsFor(locale);
  return [
    `### ${digest.title}`,
    figureLine(figures, digest),
    ...(gaps.length === 0
      ? []
      : [
          `**${digest.gaps(allGaps.length)}**`,
          ...gaps.map((gap, index) => headLine(gap, index, most, gapWords)),
        ]),
    ...(offers.length === 0
      ? []
      : [
          `**${digest.offers(allOffers.length)}**`,
          ...offers.map((offer, index) => offerLine(offer, gaps.length + index + 1, most, offerWords)),
        ]),
    ...staleLines(stale, digest),
  ].join('\n');
}

const percent = (part: number, whole: number): number => Math.round((part / whole) * 100);

function figureLine({ asked, counts, up, down, before }: Figures, digest: DeskWords['digest']): string {
  if (asked === 0) return digest.asked(0);
  const answered = percent(counts.pinned + counts.found, asked);
  const share =
    before === null
      ? digest.answered(answered)
      : digest.changed(percent(before.answered, before.asked), answered);
  const votes = up + down === 0 ? [] : [digest.votes(percent(up, up + down), up + down)];
  return [digest.asked(asked), share, ...votes].join(' · ');
}

function staleLines(stale: readonly Stale[], digest: DeskWords['digest']): readonly string[] {
  if (stale.length === 0) return [];
  const named = stale
    .slice(0, mostShown)
    .map(({ title, by }) => `- ${digest.staleLine(escapeLine(shorten(title, 80)), by)}`);
  const left = stale.length - named.length;
  return [`**${digest.stale}**`, ...named, ...(left > 0 ? [`-# ${digest.more(left)}`] : [])];
}
