/**
 * How many origins stand behind the outlets an article names: two outlets on one interview are one origin.
 *
 * Three kinds of evidence, each of which can be shown: the article's own chains ("X, citing Y"), the origin a held report
 * goes back to, and a note that says one outlet carries another's copy. An outlet nothing is known of is its own origin.
 */
import type { Note, NoteId } from '../notes/note.ts';
import type { ArticleView } from './article-view.ts';
import type { OriginGroup } from './finding.ts';
import type { Match } from './match.ts';

/** Facts of an outlet's note that name whose copy it carries. */
const CARRIES: ReadonlySet<string> = new Set(['carries', 'feeds-on', 'agency']);

/** An outlet with what it says here and where that comes from. */
interface Standing {
  readonly outlet: NoteId;
  readonly claims: Set<number>;
  origin: string | null;
}

export function groupOrigins(article: ArticleView, matches: readonly Match[]): OriginGroup[] {
  const standings = standingsOf(article, matches);
  chain(article, standings);
  for (const standing of standings) standing.origin ??= carried(standing.outlet, standings, article.notes);
  const groups = new Map<string, { outlets: NoteId[]; claims: Set<number> }>();
  for (const { outlet, claims, origin } of standings) {
    const key = origin ?? outlet;
    const group = groups.get(key) ?? { outlets: [], claims: new Set() };
    if (!group.outlets.includes(outlet)) group.outlets.push(outlet);
    for (const claim of claims) group.claims.add(claim);
    groups.set(key, group);
  }
  return [...groups].map(([origin, { outlets, claims }]) => ({
    outlets,
    origin,
    claims: [...claims].sort((a, b) => a - b),
  }));
}

/** One entry per outlet and origin: what an outlet says of two matters may have two origins. */
function standingsOf(article: ArticleView, matches: readonly Match[]): Standing[] {
  const standings: Standing[] = [];
  const open = (outlet: NoteId, origin: string | null): Standing => {
    let standing = standings.find((other) => other.outlet === outlet && other.origin === origin);
    if (!standing) {
      standing = { outlet, origin, claims: new Set() };
      standings.push(standing);
    }
    return standing;
  };
  const claimsOf = outletClaims(article);
  // An outlet named beside a claim that its own report makes is a source of it, whatever the sentence's form.
  for (const { check, claim, sentence } of matches) {
    const named = article.sentences[sentence]!.mentions;
    for (const { outlet, origin } of check.check.reports) {
      if (outlet === undefined || origin === undefined || !named.some(({ note }) => note === outlet)) continue;
      claimsOf.set(outlet, (claimsOf.get(outlet) ?? new Set<number>()).add(claim));
    }
  }
  for (const [outlet, claims] of claimsOf) {
    // What held reports of this outlet go back to, for the claims a check was found for.
    const known = matches.flatMap(({ check, claim }) =>
      claims.has(claim)
        ? check.check.reports.flatMap((report) =>
            report.outlet === outlet && report.origin !== undefined ? [[report.origin, claim] as const] : [],
          )
        : [],
    );
    for (const [origin, claim] of known) open(outlet, origin).claims.add(claim);
    const origins = [...new Set(known.map(([origin]) => origin))];
    const settled = new Set(known.map(([, claim]) => claim));
    // Its other claims rest on the same origin when only one is known; else they are its own.
    for (const claim of claims)
      if (!settled.has(claim)) open(outlet, origins.length === 1 ? origins[0]! : null).claims.add(claim);
  }
  return standings;
}

/** Outlets that are sources here, with the claims attributed to them. */
function outletClaims({ attributions, claims, notes }: ArticleView): Map<NoteId, Set<number>> {
  const found = new Map<NoteId, Set<number>>();
  const outletsOf = attributions.map(({ sourceNotes }) =>
    sourceNotes.filter((note) => notes.get(note)?.kind === 'outlet'),
  );
  for (const outlet of outletsOf.flat()) if (!found.has(outlet)) found.set(outlet, new Set());
  claims.forEach(({ attribution }, at) => {
    if (attribution !== null) for (const outlet of outletsOf[attribution]!) found.get(outlet)!.add(at);
  });
  return found;
}

/** "X, citing Y": X goes back to what Y goes back to. */
function chain({ attributions, notes }: ArticleView, standings: readonly Standing[]): void {
  for (const { sourceNotes, citing, inner } of attributions) {
    // The relation that says "citing Y" has the same source X; Y stands inside it.
    const cited = (citing === undefined ? inner : attributions[citing]?.inner)?.notes[0];
    if (cited === undefined) continue;
    const root = standings.find((other) => other.outlet === cited)?.origin ?? cited;
    for (const outlet of sourceNotes) {
      if (notes.get(outlet)?.kind !== 'outlet' || outlet === cited) continue;
      for (const standing of standings) if (standing.outlet === outlet) standing.origin ??= root;
    }
    for (const standing of standings) if (standing.outlet === cited) standing.origin ??= root;
  }
}

/** An outlet that carries the copy of another one named here shares its origin. */
function carried(outlet: NoteId, standings: readonly Standing[], notes: ReadonlyMap<NoteId, Note>): string | null {
  for (const { what, ref } of notes.get(outlet)?.facts ?? []) {
    if (!CARRIES.has(what) || ref === undefined || ref === outlet) continue;
    const feeder = standings.find((other) => other.outlet === ref);
    if (feeder) return feeder.origin ?? ref;
  }
  return null;
}
