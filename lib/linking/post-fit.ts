/** The title or role beside a name, held against the posts of a note. */

import type { Case } from './case.ts';
import { heldOn } from './note-view.ts';
import { titleFamily } from './titles.ts';

// Families of posts so wide that another one does not contradict them.
const WIDE = new Set(['leader', 'official', 'soldier']);

/** What a title beside the name says of the note's posts at the article's date. */
export function postFit(c: Case): 'held' | 'not then' | 'other' | null {
  const family = c.frame.family ?? (c.frame.role ? familyOfRole(c.frame.role) : null);
  if (!family || c.view.posts.length === 0) return null;
  const fitting = c.view.posts.filter((post) => post.family === family);
  if (fitting.length === 0) return WIDE.has(family) ? null : 'other';
  return fitting.some((post) => heldOn(post.days, c.article.date)) ? 'held' : 'not then';
}

/** The family of the first title word of a clause: "chair of the ... committee". */
function familyOfRole(role: string): string | null {
  for (const word of role.split(/\s+/)) {
    const family = titleFamily(word);
    if (family) return family;
  }
  return null;
}
