// One headless Chromium; every scenario gets a fresh context.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const executablePath =
  process.env.CHROMIUM ??
  ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((p) => existsSync(p));

export function launch() {
  if (!executablePath) throw new Error('no Chromium found; set CHROMIUM to its path');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export const wide = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

/** Opens a page in a fresh context. Uncaught errors of the page fail the scenario at `page.problems`. */
export async function open(
  browser,
  { lang = 'ko', viewport = wide, reducedMotion = 'reduce', storageState } = {},
) {
  const context = await browser.newContext({
    locale: lang === 'ko' ? 'ko-KR' : 'en-GB',
    viewport,
    reducedMotion,
    timezoneId: 'Asia/Seoul',
    storageState,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(45_000);
  page.problems = [];
  page.on('pageerror', (e) => page.problems.push(`page error: ${e.message}`));
  page.on('console', (m) => {
    if (m.type() === 'error' && !/status of 4\d\d/.test(m.text())) page.problems.push(`console: ${m.text()}`);
  });
  return page;
}
