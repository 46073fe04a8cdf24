// A small runner: scenarios run one after the other, each prints one line.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { signInOf } from './sign-in.mjs';

const scenarios = [];
const output = join(import.meta.dirname, 'output');

/** Registers a scenario; `run` gets {browser, server, open, shot}. */
export function scenario(name, run) {
  scenarios.push({ name, run });
}

/** Runs everything registered whose name holds `only`; gives how many failed. */
export async function runAll(tools, only = '') {
  mkdirSync(output, { recursive: true });
  let failed = 0;
  for (const { name, run } of scenarios.filter((s) => s.name.includes(only))) {
    const pages = [];
    const started = Date.now();
    // open({ as: "company", lang: "en", viewport, at: "/needs" }): a page in a fresh
    // context, signed in as a role, at an address.
    const open = async ({ as, at = '/', ...options } = {}) => {
      const storageState = as ? await signInOf(tools.browser, tools.server, as) : undefined;
      const page = await tools.open(tools.browser, { ...options, storageState });
      pages.push(page);
      await page.goto(tools.server.address + at);
      return page;
    };
    const shot = (page, file) => page.screenshot({ path: join(output, `${file}.png`), fullPage: false });
    try {
      await run({ ...tools, open, shot });
      const problems = pages.flatMap((p) => p.problems);
      if (problems.length > 0) throw new Error(problems.join('\n'));
      console.log(`ok   e2e: ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    } catch (e) {
      failed++;
      console.log(`FAIL e2e: ${name}: ${indent(e.stack ?? e)}`);
      for (const [i, p] of pages.entries()) {
        if (p.isClosed()) continue;
        await shot(p, `failed-${name.replace(/\W+/g, '-').slice(0, 60)}-${i}`).catch(() => {});
        console.log(`     at ${p.url().replace(/#.*/, '')}`);
      }
    } finally {
      for (const p of pages)
        await p
          .context()
          .close()
          .catch(() => {});
    }
  }
  return failed;
}

const indent = (s) => String(s).split('\n').join('\n     ');
