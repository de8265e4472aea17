import type { StoredPack } from './store.ts';

const lettersOf = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * A pack's title as cards name it. One that is called as another in use is told apart by its id, which no two packs
 * share; what came with the program keeps its title to itself.
 */
export function titleAmong({ id, from, revision }: StoredPack, packs: readonly StoredPack[]): string {
  const { title } = revision.manifest;
  const isAlike = (other: StoredPack): boolean =>
    other.id !== id && lettersOf(other.revision.manifest.title) === lettersOf(title);
  return from !== 'bundled' && packs.some(isAlike) ? `${title} (${id})` : title;
}
