// End to end: the built binary and a real browser. `node e2e/run.mjs [part of a
// scenario's name]`. Pictures of failures and of the walk lie in e2e/output.
import { readdirSync } from 'node:fs';
import { launch, open } from './browser.mjs';
import { runAll } from './scenario.mjs';
import { startServer } from './server.mjs';

for (const file of readdirSync(new URL('./scenarios', import.meta.url))
  .filter((f) => f.endsWith('.mjs'))
  .sort()) {
  await import(`./scenarios/${file}`);
}
const server = await startServer();
const browser = await launch();
let failed = 1;
try {
  failed = await runAll({ server, browser, open }, process.argv[2]);
} finally {
  await browser.close();
  await server.close();
}
process.exitCode = failed > 0 ? 1 : 0;
