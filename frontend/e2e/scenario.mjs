// A small runner: scenarios run one after the other, each prints one line.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

const scenarios = [];
const output = join(import.meta.dirname, 'output');

/** Registers a scenario; `run` gets {browser, server, shot}. */
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
    const open = async (options) => {
      const page = await tools.open(tools.browser, options);
      pages.push(page);
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
