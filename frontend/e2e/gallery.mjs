/**
 * Shows the gallery in both languages, both modes and two widths, takes a picture of each section and asks
 * axe about it. Fails when axe finds anything, when the page logs an error, or when it scrolls sideways.
 *
 *   node e2e/gallery.mjs            everything, pictures in e2e/output/gallery
 *   node e2e/gallery.mjs match ko   one section, one language
 */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { createServer } from 'vite';
import { launch } from './browser.mjs';

const only = process.argv.slice(2);
const wants = (list) => list.filter((x) => !list.some((y) => only.includes(y)) || only.includes(x));

const sections = wants(['base', 'match', 'table', 'form', 'work', 'charts']);
const languages = wants(['ko', 'en']);
const modes = wants(['standard', 'high']);
const widths = [320, 1440];

const output = fileURLToPath(new URL('./output/gallery/', import.meta.url));
mkdirSync(output, { recursive: true });

const root = fileURLToPath(new URL('..', import.meta.url));
const server = await createServer({
  root,
  server: { host: '127.0.0.1', port: 0, strictPort: false },
  logLevel: 'error',
});
await server.listen();
const base = server.resolvedUrls.local[0];
const browser = await launch();
const faults = [];

async function visit(section, language, mode, width) {
  const name = `${section}-${language}-${mode}-${width}`;
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
  await page.goto(`${base}dev/gallery?section=${section}`);
  await page.locator(`section#${section}`).waitFor({ timeout: 60_000 });
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  // A viewport as high as the page: sticky parts then stand where they belong in one picture.
  for (let i = 0; i < 2; i += 1) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height: Math.min(height, 9000) });
  }
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (sideways > 0) faults.push(`${name}: scrolls sideways by ${sideways} px`);
  const { violations } = await new AxeBuilder({ page }).analyze();
  for (const v of violations) {
    for (const node of v.nodes)
      faults.push(
        `${name}: axe ${v.id}: ${node.html.slice(0, 160)} :: ${node.failureSummary?.split('\n')[1] ?? ''}`,
      );
  }
  await page.screenshot({ path: `${output}${name}.png` });
  await context.close();
}

try {
  for (const section of sections) {
    for (const language of languages) {
      for (const mode of modes) for (const width of widths) await visit(section, language, mode, width);
    }
  }
} finally {
  await browser.close();
  await server.close();
}

for (const fault of [...new Set(faults)]) console.error(fault);
console.log(
  `${sections.length * languages.length * modes.length * widths.length} views, ${faults.length} faults`,
);
process.exit(faults.length > 0 ? 1 : 0);
