/**
 * Shows the gallery in both languages, both modes and two widths, takes a picture of each section and asks
 * axe about it. Fails when axe finds anything, when the page logs an error, or when it scrolls sideways.
 *
 *   node e2e/gallery.mjs            everything, pictures in e2e/output/gallery
 *   node e2e/gallery.mjs match ko   one section, one language
 *   node e2e/gallery.mjs plain      without what opens over the page
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { build, preview } from 'vite';
import { launch } from './browser.mjs';

const only = process.argv.slice(2);
const wants = (list) => list.filter((x) => !list.some((y) => only.includes(y)) || only.includes(x));

const sections = wants(['base', 'match', 'table', 'search', 'form', 'work', 'charts']);
const languages = wants(['ko', 'en']);
const modes = wants(['standard', 'high']);
const widths = [320, 1440];
const withOverlays = !only.includes('plain');
/** Pixels; beyond this Chromium without a graphics card leaves the picture empty. */
const highest = 3200;

const output = fileURLToPath(new URL('./output/gallery/', import.meta.url));
mkdirSync(output, { recursive: true });

const root = fileURLToPath(new URL('..', import.meta.url));
// A build of its own: a page that reloads while somebody saves a file cannot be judged.
const folder = mkdtempSync(join(tmpdir(), 'jumpup-gallery-'));
await build({
  root,
  logLevel: 'error',
  build: { outDir: folder, emptyOutDir: true, rolldownOptions: { input: join(root, 'gallery.html') } },
});
const server = await preview({
  root,
  logLevel: 'error',
  build: { outDir: folder },
  preview: { host: '127.0.0.1', port: 0, proxy: {} },
});
const base = server.resolvedUrls.local[0];
const browser = await launch();
const faults = [];

/** Everything axe has against the page as it stands. */
async function ask(page, name) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  for (const v of violations) {
    for (const node of v.nodes) {
      faults.push(
        `${name}: axe ${v.id}: ${node.html.slice(0, 160)} :: ${node.failureSummary?.split('\n')[1] ?? ''}`,
      );
    }
  }
}

/** What opens over the page, by the section it belongs to: how to open it, and what then must be there. */
const overlays = {
  base: [
    ['palette', (p) => p.locator('header button[aria-keyshortcuts]').click(), 'dialog'],
    [
      'confirm',
      (p) =>
        p
          .getByRole('button', { name: /기수 삭제|Delete cohort/ })
          .first()
          .click(),
      'dialog',
    ],
    ['stale', (p) => p.getByRole('button', { name: /동시 수정|Stale dialog/ }).click(), 'dialog'],
    ['account', (p) => p.getByRole('button', { name: /내 계정 메뉴|My account/ }).click(), 'dialog'],
    ['notices', (p) => p.getByRole('button', { name: /^(알림|Notices)/ }).click(), 'dialog'],
    ['toast', (p) => p.getByRole('button', { name: /되돌리기 알림|Undo toast/ }).click(), 'toast'],
  ],
  search: [
    [
      'saved',
      (p) =>
        p
          .getByRole('button', { name: /저장한 검색|Saved searches/ })
          .first()
          .click(),
      'dialog',
    ],
  ],
  match: [
    [
      'reasons',
      (p) =>
        p
          .getByRole('button', { name: /모든 근거|All reasons/ })
          .first()
          .click(),
      'dialog',
    ],
    [
      'note',
      (p) =>
        p
          .getByRole('button', { name: /^(메모|Note)$/ })
          .first()
          .click(),
      'dialog',
    ],
  ],
};

async function visit(section, language, mode, width, overlay) {
  const name = `${section}${overlay ? `-${overlay[0]}` : ''}-${language}-${mode}-${width}`;
  const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  await context.addInitScript(
    ([l, m]) => {
      localStorage.setItem('jumpup.language', l);
      localStorage.setItem('jumpup.contrast', m);
    },
    [language, mode],
  );
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${name}: console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`${name}: ${error.message}`));
  await page.goto(`${base}gallery.html?section=${section}`);
  await page.locator(`section#${section}`).waitFor({ timeout: 60_000 });
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  if (overlay) {
    const [, open, role] = overlay;
    await open(page);
    const found = role === 'toast' ? page.locator('.mantine-Notification-root') : page.getByRole(role);
    await found.first().waitFor({ timeout: 10_000 });
    await page.waitForTimeout(400);
    // The picture first: a toast is gone before axe has finished. Being there is what both are about.
    await page.screenshot({ path: `${output}${name}.png` });
    const there = await found.first().isVisible();
    await ask(page, name);
    if (!there) faults.push(`${name}: what was opened is not in the picture`);
    await context.close();
    return;
  }
  // A viewport as high as the page: sticky parts then stand where they belong. Very high ones are not painted.
  for (let i = 0; i < 2; i += 1) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height: Math.min(height, highest) });
  }
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (sideways > 0) faults.push(`${name}: scrolls sideways by ${sideways} px`);
  await ask(page, name);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let top = 0, part = 1; top < height; top += highest - 200, part += 1) {
    await page.evaluate((y) => window.scrollTo(0, y), top);
    const picture = await page.screenshot({ path: `${output}${name}${part > 1 ? `-${part}` : ''}.png` });
    // A blank picture compresses to next to nothing: nobody could have looked at it.
    if (picture.length < 8_000) faults.push(`${name}: picture ${part} is blank (${picture.length} bytes)`);
    if (top + highest >= height) break;
  }
  await context.close();
}

const plan = [];
for (const section of sections) {
  for (const language of languages) {
    for (const mode of modes) {
      for (const width of widths) {
        plan.push([section, language, mode, width, undefined]);
        if (withOverlays)
          for (const o of overlays[section] ?? []) plan.push([section, language, mode, width, o]);
      }
    }
  }
}

let seen = 0;
try {
  for (const view of plan) {
    const before = faults.length;
    await visit(...view);
    seen += 1;
    for (const fault of new Set(faults.slice(before))) console.error(fault);
  }
} finally {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
  // Said in any case, so that a run that was cut short is never taken for a clean one.
  console.log(`${seen} of ${plan.length} views seen, ${faults.length} faults`);
}
process.exitCode = faults.length > 0 || seen < plan.length ? 1 : 0;
