import './popup.css';
import { browser } from 'wxt/browser';
import { mount } from './mount.tsx';
import { PopupPage } from './PopupPage.tsx';

const given = new URLSearchParams(location.search);

/** The tab the popup is about: the one in its address when it stands in a tab of its own, else the current one. */
async function subjectTab(): Promise<number | null> {
  const tab = given.get('tab');
  if (tab !== null && /^\d+$/.test(tab)) return Number(tab);
  const [current] = await browser.tabs.query({ active: true, currentWindow: true });
  return current?.id ?? null;
}

/** The selection this page was opened on, if it was. */
async function selection(): Promise<string | null> {
  if (!given.has('look-up')) return null;
  const text = (await browser.storage.session.get('look-up'))['look-up'];
  return typeof text === 'string' ? text : null;
}

const [tabId, lookUp] = await Promise.all([subjectTab(), selection()]);
await mount((background) => (
  <PopupPage
    tabId={tabId}
    background={background}
    className={lookUp === null ? 'popup' : 'panel'}
    {...(lookUp !== null && { lookUp })}
  />
));
