import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { type OpenArticle, until } from '../../lib/cli/reader.ts';
import { violationsIn } from '../support/axe.ts';
import { inBothBrowsers } from '../support/both-browsers.ts';

const SAMPLE = 'articles/trade-fire/source.html';
const textOf = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText);

inBothBrowsers('the popup', {}, (reader) => {
  async function openBoth(): Promise<{ article: OpenArticle; popup: Page }> {
    const article = await reader().open(SAMPLE);
    await article.marked();
    const popup = await reader().openPopup(article.tabId);
    return { article, popup };
  }
  async function close({ article, popup }: { article: OpenArticle; popup: Page }): Promise<void> {
    await popup.close();
    await article.page.close();
  }
  const showTab = async (popup: Page, tab: string): Promise<string> => {
    await popup.click(`[role="tab"][data-tab="${tab}"]`);
    await popup.waitForSelector(`[role="tab"][data-tab="${tab}"][aria-selected="true"]`);
    return textOf(popup);
  };

  test('says who the article rests on, what it claims and whom it names', async () => {
    const both = await openBoth();
    const { popup } = both;
    expect(await popup.$eval('input, button', (first) => first.getAttribute('role'))).toBe('switch');
    expect(await textOf(popup)).toContain('10 Feb 2019');

    const sources = await showTab(popup, 'sources');
    for (const source of ['Al-Ahram', 'BasNews', 'The Jerusalem Post', 'Heshmatollah Falahatpisheh']) {
      expect(sources).toContain(source);
    }
    const claims = await showTab(popup, 'claims');
    expect(claims).toMatch(/Overtaken/);
    expect(claims).toMatch(/Contradicted[\s\S]*place|Differs[\s\S]*place/);
    expect(claims).toMatch(/No source given/);

    const names = await showTab(popup, 'names');
    for (const name of ['Fourth Division', 'Maher al-Assad', 'Hezbollah', 'The Jerusalem Post'])
      expect(names).toContain(name);
    await close(both);
  });

  test('the toolbar button counts the names', async () => {
    const both = await openBoth();
    expect(Number(await reader().badgeOf(both.article.tabId))).toBeGreaterThan(10);
    await close(both);
  });

  test('its tabs go by arrow key', async () => {
    const both = await openBoth();
    await both.popup.focus('[role="tab"][data-tab="sources"]');
    await both.popup.keyboard.press('ArrowRight');
    await both.popup.waitForSelector('[role="tab"][data-tab="claims"][aria-selected="true"]');
    await close(both);
  });

  test('a name or a claim scrolls the page to it', async () => {
    const both = await openBoth();
    const { article, popup } = both;
    await article.page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    await showTab(popup, 'names');
    await popup.evaluate(() => {
      const named = [...document.querySelectorAll('button')].find((button) =>
        button.innerText.includes('Benjamin Netanyahu'),
      );
      named!.click();
    });
    await until('the page to scroll', () => article.page.evaluate(() => scrollY > 200));
    await close(both);
  });

  test('the switch turns a site off and on, at once and for the next visit', async () => {
    const both = await openBoth();
    const { article, popup } = both;
    await popup.click('[role="switch"]');
    await until('the marks to go', async () => Object.values(await article.marks()).flat().length === 0);
    await until('the popup to say so', async () => /^Off on/m.test(await textOf(popup)));
    await article.page.reload({ waitUntil: 'load' });
    await until('nothing to be marked', async () => Object.values(await article.marks()).flat().length === 0);
    await popup.click('[role="switch"]');
    await article.marked();
    await close(both);
  });

  test('popup and card have nothing axe-core objects to', { timeout: 120_000 }, async () => {
    const both = await openBoth();
    const { article, popup } = both;
    for (const tab of ['sources', 'claims', 'names']) {
      await showTab(popup, tab);
      expect(await violationsIn(popup), tab).toEqual([]);
    }

    await article.page.bringToFront();
    await article.cardOn('Maher al-Assad', 'Maher al-Assad');
    // No tool reaches into a closed root: what is in it is laid out on a page of its own, styles and all.
    const card = await article.inCard((root) => ({
      html: root.innerHTML,
      css: [...root.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join('\n'),
    }));
    const page = await reader().running.browser.newPage();
    await page.setContent(
      `<!doctype html><html lang="en"><title>Card</title><style>${card!.css.replaceAll(':host', ':root')}</style><main>${card!.html}</main></html>`,
    );
    // The card is no page: it has no heading of the first level and no landmarks of its own.
    expect((await violationsIn(page)).filter((line) => !/^(?:page-has-heading-one|region)/.test(line))).toEqual([]);
    await page.close();
    await close(both);
  });
});
