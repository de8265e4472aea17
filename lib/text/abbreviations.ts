/** Words printed with a period that ends no sentence, without the period, in lower case. */

/** Stand before a name: "Gen. Votel", "St. Petersburg". */
export const BEFORE_NAMES: ReadonlySet<string> = new Set(
  (
    'mr mrs ms mx dr prof rev fr sr jr st ste hon rep sen gov pres gen lt col maj capt cpt cmdr cdr adm brig sgt cpl pvt ' +
    'pte ltg mg bg radm vadm msgr sec amb atty supt insp det mt ft messrs mme mlle m'
  ).split(' '),
);

/** Stand inside a sentence but before no name. */
export const INSIDE_SENTENCES: ReadonlySet<string> = new Set(
  'vs v no nos art vol pp p fig cf eg ie approx est dept univ al ca jan feb mar apr jun jul aug sept sep oct nov dec'.split(
    ' ',
  ),
);

/** May end a sentence as well: "Apple Inc. said", "at 5 p.m. The". */
export const EITHER: ReadonlySet<string> = new Set(
  'inc corp ltd co bros llc plc u.s u.k u.n e.u u.s.a d.c a.m p.m etc jr sr'.split(' '),
);
