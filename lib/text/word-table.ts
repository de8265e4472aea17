/**
 * A table that words of a text are looked up in: without a prototype, for texts have the word "constructor" in them, and
 * every plain object has one too.
 */
export const wordTable = <T>(rows: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
  Object.assign(Object.create(null), rows);
