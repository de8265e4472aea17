import { useEffect, useState } from 'preact/hooks';

/** A section that begins above this share of the window is the one being read. */
const READ_FROM = 0.35;

/** Which of a page's sections, given by their ids, is being read: at the very end the last. */
export function useSectionInView<T extends string>(ids: readonly T[]): T {
  const [here, setHere] = useState(ids[0]!);
  useEffect(() => {
    const look = (): void => {
      const isAtEnd = scrollY > 0 && innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
      const begun = ids.filter((id) => {
        const top = document.getElementById(id)?.getBoundingClientRect().top;
        return top !== undefined && top < innerHeight * READ_FROM;
      });
      setHere((isAtEnd ? ids.at(-1) : begun.at(-1)) ?? ids[0]!);
    };
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    look();
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  }, []);
  return here;
}
