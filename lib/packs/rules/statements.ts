import type { EntityKind } from '../../notes/note.ts';

const EVERY_KIND = 'is founded ended renamed based relation stake sanction legal allegation reply record'.split(' ');

/** What a fact may state of each kind of entity; FORMAT.md section 1.3 tells what each word is for. */
export const STATEMENTS: Readonly<Record<EntityKind, ReadonlySet<string>>> = {
  outlet: new Set([
    ...EVERY_KIND,
    ...'owner control funding editor alignment carries language restriction correction'.split(' '),
  ]),
  official: new Set([...EVERY_KIND, ...'role rank party statement death'.split(' ')]),
  unit: new Set([
    ...EVERY_KIND,
    ...'parent subunit commander leader backer strength composition area war predecessor successor designation mandate'.split(
      ' ',
    ),
  ]),
};
