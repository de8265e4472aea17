import type { EntityKind } from '../lib/notes/note.ts';

/** A name under the same line it has on the page; names without a note have none. */
export function Name({ text, kind, lang }: { text: string; kind: EntityKind | null; lang?: string | undefined }) {
  return (
    <span class={`nm ${kind ?? 'none'}`} lang={lang}>
      {text}
    </span>
  );
}
