/**
 * Looks into the card's closed shadow root from outside the page, by each browser's own debugging protocol: what a page
 * cannot reach, a test must. Everything is read and done through functions evaluated on the root.
 */
import type { CDPSession, Page } from 'puppeteer-core';
import type { BrowserName } from './browsers.ts';

/** Evaluates a function of the card's shadow root; `null` when no card host is in the page. */
export type InCard = <T>(evaluate: (root: ShadowRoot) => T) => Promise<T | null>;

interface DomNode {
  readonly backendNodeId: number;
  readonly shadowRoots?: readonly DomNode[];
  readonly children?: readonly DomNode[];
}

function inChromium(session: CDPSession): InCard {
  return async (evaluate) => {
    const { root } = (await session.send('DOM.getDocument', { depth: 3, pierce: true })) as { root: DomNode };
    // The host hangs on the document element, beside the page's own tree.
    const shadow = root.children?.flatMap((html) => html.children ?? []).flatMap((child) => child.shadowRoots ?? [])[0];
    if (!shadow) return null;
    const { object } = await session.send('DOM.resolveNode', { backendNodeId: shadow.backendNodeId });
    const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId!,
      functionDeclaration: `function () { return (${evaluate})(this); }`,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
}

/** The raw WebDriver BiDi connection; Puppeteer has no call of its own for closed roots. */
interface Bidi {
  send(method: string, params: object): Promise<{ result: { result: BidiValue; exceptionDetails?: { text: string } } }>;
}
interface BidiValue {
  readonly type: string;
  readonly value?: unknown;
  readonly sharedId?: string;
}
interface BidiNode {
  readonly sharedId?: string;
  readonly value?: { readonly children?: readonly BidiNode[]; readonly shadowRoot?: BidiNode | null };
}

function inFirefox(page: Page): InCard {
  const bidi = (page.browser() as unknown as { connection: Bidi }).connection;
  const target = { context: (page.mainFrame() as unknown as { _id: string })._id };
  return async (evaluate) => {
    const { result: found } = await bidi.send('script.evaluate', {
      expression: 'document.documentElement',
      target,
      awaitPromise: false,
      serializationOptions: { includeShadowTree: 'all', maxDomDepth: 2 },
    });
    const html = found.result as BidiNode;
    const shadow = html.value?.children?.map((child) => child.value?.shadowRoot).find((root) => root?.sharedId);
    if (!shadow) return null;
    const { result: answer } = await bidi.send('script.callFunction', {
      functionDeclaration: `(root) => JSON.stringify((${evaluate})(root) ?? null)`,
      arguments: [{ sharedId: shadow.sharedId }],
      target,
      awaitPromise: false,
    });
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text);
    return JSON.parse(answer.result.value as string);
  };
}

export async function cardReader(name: BrowserName, page: Page): Promise<InCard> {
  return name === 'chromium' ? inChromium(await page.createCDPSession()) : inFirefox(page);
}
