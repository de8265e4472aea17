/** Nouns that tell what kind of source a phrase is. Our own lists; frequent ones checked against counts over PolNeAR's development half. */

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Sources nobody could ask, when no name stands with them. */
export const VAGUE =
  set(`report reports source sources official officials expert experts analyst analysts critic critics
  observer observers people person some many others witness witnesses resident residents insider insiders media
  commentator commentators diplomat diplomats activist activists aide aides adviser advisers advisor advisors supporter
  supporters opponent opponents lawmaker lawmakers strategist strategists researcher researchers scientist scientists
  everyone everybody somebody someone nobody most several few locals eyewitness eyewitnesses rumor rumors rumour rumours
  speculation circles observers figure figures rebels fighters militants leaders pundits outlets sceptics skeptics
  detractors allies rivals neighbours neighbors passersby villagers commanders soldiers officers loyalists economists
  historians economists lawyers doctors medics rescuers investigators prosecutors authorities study studies polls surveys
  survey poll`);

/** Persons who hold a post, and bodies that act for a state. */
export const OFFICIAL = set(`president premier minister chancellor secretary senator representative congressman
  congresswoman governor mayor judge justice general colonel major captain admiral commander lieutenant sergeant brigadier
  marshal king queen prince princess emir sultan ayatollah ambassador envoy spokesman spokeswoman spokesperson deputy chief
  director commissioner prosecutor attorney sheriff chairman chairwoman chair speaker leader lawmaker parliamentarian mp
  mep government ministry administration cabinet parliament senate congress court council commission committee department
  embassy office agency authority authorities kremlin pentagon presidency legislature tribunal assembly police treasury
  white house`);

export const UNIT = set(`army military forces force troops division brigade corps regiment battalion militia militias
  navy marines guard guards command coalition rebels fighters intelligence insurgents garrison fleet squadron mujahideen
  peacekeepers unit`);

export const OUTLET =
  set(`newspaper daily weekly agency channel broadcaster station network website site magazine outlet
  tabloid journal tv television radio observatory monitor newswire wire paper bulletin gazette press newsroom correspondent
  reporter journalist media blog portal`);

/** Things that speak for whoever wrote them: the note is that of the name they belong to. */
export const DOCUMENT = set(`report statement article letter story release email e-mail memo document documents filing
  tweet post dispatch analysis editorial column interview briefing communique communiqué survey poll study investigation
  announcement broadcast account bulletin newsletter transcript message book paper speech testimony figures data reports
  reporting coverage piece video`);

/** Persons who speak for another name: the note of that name is theirs. */
export const MOUTHPIECE =
  set(`spokesman spokeswoman spokesperson representative correspondent reporter editor journalist
  newspaper agency channel office service website site team bureau desk columnist`);
