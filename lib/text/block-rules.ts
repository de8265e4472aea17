/**
 * What a line of a plain text is, by its words. Rows, so that a case found on a page becomes one more row. A rule
 * looks at a whole line; none may fire on a full paragraph of prose.
 */

/** `line` marks the line alone, `list` it and the headlines after it, `rest` it and all that follows. */
export type Reach = 'line' | 'list' | 'rest';

/** Lines that are no part of the article. */
export const BOILERPLATE: readonly (readonly [Reach, RegExp])[] = [
  ['rest', /^(?:leave|post|add|write) (?:a|your) (?:reply|comment|response)\b.{0,40}$/i],
  ['rest', /^your e-?mail address will not be published\b/i],
  ['rest', /^(?:\d+ )?(?:comments?|responses|replies|discussion)(?: \(\d+\)|: ?\d+)?$/i],
  ['rest', /^(?:view|show|join|see) (?:all |the )?(?:\d+ )?(?:comments|conversation|discussion)\b.{0,20}$/i],
  ['rest', /^(?:you must be logged in|log ?in to (?:reply|comment)|sign in to comment)\b/i],
  ['rest', /^this site uses akismet\b/i],
  [
    'list',
    /^(?:related|recommended|popular|trending|latest|more|further|similar|also read|see also|read also|read next|up next|next up|you (?:may|might) (?:also|like)|most (?:read|popular|viewed|shared)|editor'?s'? picks?|don't miss)(?: (?:also|like|for you|now|news|articles?|posts?|stories|story|topics?|content|coverage|links?|reading|from .{1,40}|on this story|on this topic|in .{1,30}))*:?$/i,
  ],
  [
    'line',
    /^(?:read (?:more|also|next|the full story)|also read|see also|more on this|watch(?: now| live)?|related)\s*[:>»|–-].{0,160}$/i,
  ],
  ['line', /^(?:click|tap) here\b.{0,120}$/i],
  ['line', /^(?:continue|keep) reading\b.{0,60}$/i],
  [
    'line',
    /^(?:advertisement|advertising|sponsored(?: content)?|promoted|story continues below.{0,40}|skip ad.{0,20})$/i,
  ],
  [
    'line',
    /^(?:share|tweet|print|e-?mail|copy link|save|whatsapp|facebook|twitter|linkedin|pinterest|reddit|telegram)(?:[ ,|/&·]+(?:this|on|via|to|with|article|story|page|link|share|tweet|print|e-?mail|copy|save|whatsapp|facebook|twitter|x|linkedin|pinterest|reddit|telegram|friends?))*$/i,
  ],
  ['line', /^(?:follow|like|find|join) us on\b.{0,80}$/i],
  [
    'line',
    /^(?:sign up|subscribe|register)\b.{0,30}\b(?:newsletters?|updates|alerts|e-?mails?|inbox|today|now|here|channel)\b.{0,80}$/i,
  ],
  ['line', /^(?:we|this (?:web)?site|our (?:web)?site) uses? cookies\b/i],
  ['line', /^(?:accept|manage|reject)(?: all)? cookies?$/i],
  ['line', /^(?:©|\(c\)|copyright\b).{0,160}$/i],
  ['line', /^.{0,60}\ball rights reserved\.?.{0,60}$/i],
  ['line', /^(?:required fields are marked|save my name, e-?mail)\b/i],
  ['line', /^(?:tags?|topics?|filed under|categor(?:y|ies)|labels?)\s*:.{0,200}$/i],
  ['line', /^(?:previous|next|older|newer) (?:article|post|story)\b.{0,120}$/i],
];

const NAME = String.raw`\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|al-\p{Lu}\p{L}+|de|van|von|bin|and)){0,6}`;
const WRITERS =
  'editor|co-editor|contributor|contributing \\w+|reporter|journalist|writer|author|columnist|correspondent|fellow|analyst|researcher|professor|freelancer?|producer|blogger|commentator|staff';

/** Lines about who wrote or edited the piece. They stay searchable: the outlet is often named nowhere else. */
export const BYLINES: readonly RegExp[] = [
  new RegExp(`^(?:(?:written|reported|story|text|report|analysis|opinion|words) )?by:? ${NAME}.{0,120}$`, 'iu'),
  /^\(?(?:additional |original )?(?:reporting|writing|editing|compiled|translated|edited|reported|photographs?)(?: and \w+)? by\b.{0,240}$/iu,
  new RegExp(`^${NAME},? (?:is|was) (?:the |an? |our )?(?:[\\p{L}'’-]+ ){0,4}(?:${WRITERS})\\b.{0,240}$`, 'u'),
  /^(?:published|updated|posted|last (?:updated|modified))\b.{0,80}$/i,
];

/** Lines under or over a picture. */
export const CAPTIONS: readonly RegExp[] = [
  /^\(?(?:image|photo|picture|photograph|video|file photo|image caption|photo credit|image credit|credit|media caption)s?\s*[:/|].{0,300}$/i,
  /^.{0,240}[([](?:photo|image|picture|file)(?: by|:| credit)?\b[^)\]]{0,80}[)\]]\.?$/i,
];

export const ITEM = /^(?:[-*•◦▪‣·–—]\s+|\(?\d{1,2}[.)]\s+|\(?[a-z][.)]\s+)\S/;
export const QUOTED = /^>\s*\S/;
/** Ends as prose does, closing quotes and brackets aside. */
export const ENDS_LIKE_PROSE = /[.!?…:;,。؟]["'’”»)\]]*$/u;
