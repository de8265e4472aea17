import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Puts the focus on an element when `wanted` turns true: where a pressed button gave way to what it asked for, the
 * keyboard and a screen reader go on from there and not from the top of the page.
 */
export function useFocus<T extends HTMLElement>(wanted: boolean) {
  const element = useRef<T>(null);
  useLayoutEffect(() => {
    if (wanted) element.current?.focus({ preventScroll: true });
  }, [wanted]);
  return element;
}
