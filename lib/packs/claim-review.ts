import { isObject } from './shape.ts';

/**
 * ClaimReview (https://schema.org/ClaimReview) as other checkers publish it, brought into the source form as drafts. A
 * rating is theirs: it becomes what their report says, never a finding of the pack. The author fills in the rest.
 */

const textOf = (raw: unknown): string | undefined => (typeof raw === 'string' && raw.trim() ? raw.trim() : undefined);
const nameOf = (raw: unknown): string | undefined => (isObject(raw) ? textOf(raw.name) : textOf(raw));
const first = (raw: unknown): unknown => (Array.isArray(raw) ? raw[0] : raw);

const slugOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
    .replace(/-$/, '');

const dayOf = (raw: unknown): string | undefined => textOf(raw)?.match(/^\d{4}-\d{2}-\d{2}/)?.[0];

/** Where a rating lies between worst (0) and best (1), when it says. */
function shareOf(rating: unknown): number | undefined {
  if (!isObject(rating)) return undefined;
  const [value, best, worst] = [rating.ratingValue, rating.bestRating, rating.worstRating].map((each) =>
    each === undefined || each === '' ? Number.NaN : Number(each),
  ) as [number, number, number];
  const share = (value - worst) / (best - worst);
  return Number.isFinite(share) && share >= 0 && share <= 1 ? share : undefined;
}

function stanceOf(share: number | undefined): string {
  if (share === undefined) return 'differs';
  return share >= 0.8 ? 'supports' : share <= 0.2 ? 'contradicts' : 'differs';
}

/** Every ClaimReview in a JSON value, wherever it stands. */
export function* findClaimReviews(raw: unknown, depth = 0): Generator<Readonly<Record<string, unknown>>> {
  if (depth > 8) return;
  if (Array.isArray(raw)) for (const item of raw) yield* findClaimReviews(item, depth + 1);
  else if (isObject(raw)) {
    if ([raw['@type']].flat().includes('ClaimReview')) yield raw;
    else for (const item of Object.values(raw)) yield* findClaimReviews(item, depth + 1);
  }
}

/** The draft of a check in its source form; `null` without a claim or an address. */
export function toDraft(review: Readonly<Record<string, unknown>>, retrieved: string): Record<string, unknown> | null {
  const claim = textOf(review.claimReviewed);
  const url = textOf(review.url);
  if (!claim || !url?.startsWith('https://')) return null;
  const rating = review.reviewRating;
  const word = isObject(rating) ? (textOf(rating.alternateName) ?? textOf(rating.name)) : undefined;
  const item = first(review.itemReviewed);
  const speaker = isObject(item) ? nameOf(first(item.author)) : undefined;
  const reviewer = nameOf(first(review.author)) ?? new URL(url).host;
  const date = dayOf(review.datePublished);
  const when = isObject(item) ? dayOf(item.datePublished) : undefined;
  return {
    type: 'check',
    id: `check/${slugOf(`${reviewer} ${claim}`)}`,
    claim,
    ...(when && { when }),
    finding: 'unconfirmed',
    explain: `${reviewer} looked into this claim${speaker ? `, made by ${speaker}` : ''}.`,
    reports: [
      {
        name: reviewer,
        url,
        ...(date ? { date } : { undated: true }),
        retrieved,
        stance: stanceOf(shareOf(rating)),
        ...(word && { says: `Its own rating: “${word}”.` }),
      },
    ],
  };
}
