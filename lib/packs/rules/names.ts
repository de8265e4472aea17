import type { Alias, Note } from '../../notes/note.ts';
import type { Rule } from './rule.ts';
import { fold } from './rule.ts';

/** A name as the gazetteer compares it, near enough: a hyphen is not a space, an apostrophe is one however it is drawn. */
const asMatched = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’ʼʻ`´]/gu, "'")
    .replace(/\p{Pd}/gu, '-')
    .toLowerCase()
    .replace(/\s+/gu, ' ');

const isCapitals = (text: string): boolean => /^[\p{Lu}\p{N}&.-]+$/u.test(text);

export const nameRules: readonly Rule[] = [
  {
    id: 'alias-twice',
    asks: 'A note lists each of its names once.',
    mend: 'Take one of the two out; case, accents and the drawing of apostrophes and dashes make no difference.',
    check({ pack }, tell) {
      for (const note of pack.notes) {
        const seen = new Map<string, Alias>();
        note.aliases.forEach((alias, i) => {
          // A form in capitals is matched as such; a form with dates or flags of its own is another entry.
          const key = `${isCapitals(alias.text) ? alias.text : asMatched(alias.text)}|${alias.from ?? ''}|${alias.to ?? ''}`;
          const first = seen.get(key);
          if (first) tell(note.id, `aliases[${i}]`, `“${alias.text}” is listed already as “${first.text}”`);
          else seen.set(key, alias);
        });
      }
    },
  },
  {
    id: 'alias-too-short',
    asks: 'A name of two or three letters is in capitals, or asks for something beside it.',
    mend: 'Add `needs: context` with context words, or `needs: introduction`; or take it out.',
    check({ pack }, tell) {
      for (const note of pack.notes) {
        note.aliases.forEach((alias, i) => {
          const isShort = [...alias.text].length <= 3 && /^\p{Script=Latin}+$/u.test(alias.text);
          if (isShort && !alias.needs && !isCapitals(alias.text))
            tell(note.id, `aliases[${i}]`, `“${alias.text}” is short enough to be another word`);
        });
      }
    },
  },
  {
    id: 'alias-shared',
    asks: 'Of two notes with one name, both say which words of an article speak for them.',
    mend: 'Give both notes `context`, or set `needs: introduction` where it is a surname or a short form.',
    check({ pack }, tell) {
      const bearers = new Map<string, { note: Note; alias: Alias; at: string }[]>();
      for (const note of pack.notes) {
        note.aliases.forEach((alias, i) => {
          const key = fold(alias.text);
          const held = bearers.get(key);
          const bearer = { note, alias, at: `aliases[${i}]` };
          if (!held) bearers.set(key, [bearer]);
          else if (!held.some((other) => other.note === note)) held.push(bearer);
        });
      }
      for (const held of bearers.values()) {
        if (held.length < 2) continue;
        for (const { note, alias, at } of held) {
          if (note.context.length > 0 || alias.needs === 'introduction') continue;
          const others = held.filter((other) => other.note !== note).map((other) => other.note.id);
          tell(note.id, at, `“${alias.text}” also names ${others.join(', ')}, and this note has no context words`);
        }
      }
    },
  },
  {
    id: 'needs-no-context',
    asks: 'A name that needs a context word has some to find.',
    mend: 'Give the note `context`.',
    check({ pack }, tell) {
      for (const note of pack.notes) {
        note.aliases.forEach((alias, i) => {
          if (alias.needs === 'context' && note.context.length === 0) {
            tell(
              note.id,
              `aliases[${i}]`,
              `“${alias.text}” needs a context word, and the note has none: it is never found`,
            );
          }
        });
      }
    },
  },
  {
    id: 'nothing-to-find',
    asks: 'A note has a name that can be found in an article.',
    mend: 'Add the names it goes by to `aliases`; at least one without `needs: introduction`.',
    check({ pack }, tell) {
      for (const note of pack.notes) {
        if (!note.aliases.some((alias) => alias.needs !== 'introduction' && !alias.misprint)) {
          tell(note.id, 'aliases', 'no name of the note can be found on its own');
        }
      }
    },
  },
  {
    id: 'name-twice',
    asks: 'Two notes do not bear one name.',
    mend: 'Tell them apart in `name`: “Fourth Division (Syria)”.',
    check({ pack }, tell) {
      const seen = new Map<string, Note>();
      for (const note of pack.notes) {
        const key = `${note.kind} ${fold(note.name)}`;
        const first = seen.get(key);
        if (first) tell(note.id, 'name', `“${note.name}” is also the name of ${first.id}`);
        else seen.set(key, note);
      }
    },
  },
];
