import type { ComponentChildren } from 'preact';

/**
 * The next of a few things on one line, after a dot. Where it begins a new line the dot lies outside the line's box
 * (`.joined`) and is not seen: no line ends or begins with one.
 */
export const Then = ({ children }: { children: ComponentChildren }) => (
  <>
    <span class="gap"> </span>
    <span class="then">
      <span class="dot">{'· '}</span>
      {children}
    </span>
  </>
);
