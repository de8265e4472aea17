import type { Alias, Note } from './note.ts';

/**
 * One subject of several packs as the engine reads it: what the first pack says, found by every pack's names. Nothing
 * said is mixed; the card shows what each pack says under its own name. `notes` is in the reader's order.
 */
export function readTogether([first, ...others]: readonly [Note, ...Note[]]): Note {
  if (others.length === 0) return first;
  const aliases = new Map<string, Alias>();
  // The first pack to give a form also says what the form needs.
  for (const alias of [first, ...others].flatMap(namesOf)) if (!aliases.has(alias.text)) aliases.set(alias.text, alias);
  aliases.delete(first.name);
  return {
    ...first,
    aliases: [...aliases.values()],
    context: [...new Set([first, ...others].flatMap(({ context }) => context))],
  };
}

/** A note's own name is an alias for another pack's. */
const namesOf = ({ name, aliases }: Note): Alias[] => [...aliases, { text: name }];
