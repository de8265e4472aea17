/** Components drawn without a browser, for what they say; how they look is seen in browsers. */
import { parseHTML } from 'linkedom';
import { type ComponentChildren, render } from 'preact';
import { act } from 'preact/test-utils';
import { Strings } from '../../components/strings.ts';
import { english } from './english.ts';

/** Where one thing said ends and another begins. */
const BLOCK_END = /<\/(?:p|h\d|li|dt|dd|button|div|label|legend|summary|small)>/g;

export interface Drawn {
  /** What a reader would read, white space folded. */
  text(): string;
  /** Presses the first button that begins with these words, and waits for what comes of it. */
  press(words: string): Promise<void>;
}

export async function drawn(children: ComponentChildren): Promise<Drawn> {
  const { document } = parseHTML('<!doctype html><html lang="en"><body><div></div></body></html>');
  Object.assign(globalThis, { document });
  // What linkedom's fields cannot do, and nobody reads.
  Object.assign(document.defaultView!.HTMLElement.prototype, { setSelectionRange: () => {} });
  const root = document.querySelector('div')!;
  await act(() => render(<Strings value={english}>{children}</Strings>, root as unknown as Element));
  const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();
  const wordsOf = (element: Element): string => fold(element.innerHTML.replace(BLOCK_END, ' ').replace(/<[^>]+>/g, ''));
  return {
    text: () => wordsOf(root),
    async press(words) {
      const button = [...root.querySelectorAll('button')].find((one) => wordsOf(one).startsWith(words));
      if (!button) throw new Error(`no button “${words}” in: ${wordsOf(root)}`);
      await act(
        () => void button.dispatchEvent(new (document.defaultView as never as { Event: typeof Event }).Event('click')),
      );
      await new Promise((resolve) => setTimeout(resolve, 20));
    },
  };
}
