/**
 * What each signal adds to the log-odds that a candidate is meant. Set by test/bench/fit-weights.ts where the data
 * speaks to a signal, by hand where it does not; DESIGN.md has the figures.
 */
export const WEIGHTS = {
  full_name: 3,
  pack_name: 2,
  surname: 0.4,
  derived_form: 0.8,
  given_name: -1.8,
  name_words: 0.6,
  changed_case: -1,
  spelling: -0.3,
  misprint: 2,
  misprint_person: -0.5,
  listed_misprint: 1,
  context_near: 1.6,
  context_article: 0.8,
  introduced: 3.9,
  introduced_later: 2.7,
  other_bearer: -3,
  told_apart: 1,
  nation: 1.5,
  nation_against: -3.5,
  title: 1.5,
  title_against: -1.5,
  post_ended: -1,
  name_out_of_use: -6,
  related: 0.7,
  longer_name: -3,
  heir: -8,
  number: -8,
  place: -8,
  past: -2,
  no_article: -4,
  common_word: -2.5,
  only_bearer: 0.5,
  in_address: -8,
  team: 1,
  given_fits: 3,
  turned_round: 3,
  lone_surname: 1,
} as const;

export type Signal = keyof typeof WEIGHTS;

/** A candidate is linked from here on. */
export const LINK_AT = 1;
/** Candidates closer together than this stay undecided. */
export const MARGIN = 1;
/** Below this a candidate is not worth showing. */
export const SHOW_AT = -0.5;

/** Log-odds as the 0-to-1 score that orders candidates. */
export const scoreOf = (logOdds: number): number => Math.round(1000 / (1 + Math.exp(-logOdds))) / 1000;
