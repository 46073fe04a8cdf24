// Starts the built binary with the demonstration cohort in a folder of its own
// and reads the address and the sign-in links that it prints.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Starts a server; `demo: false` leaves its folder empty. */
export async function startServer({
  demo = true,
  data = mkdtempSync(join(tmpdir(), 'jumpup-e2e-')),
  port,
} = {}) {
  const listen = port ?? (await freePort());
  const args = ['serve', '--data', data, '--listen', `127.0.0.1:${listen}`, '--metrics-listen', ''];
  const child = spawn(join(root, 'jumpup'), demo ? [...args, '--demo'] : args, {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  let logged = '';
  child.stderr.on('data', (b) => {
    logged = (logged + b).slice(-20000);
  });
  const address = `http://127.0.0.1:${listen}`;
  await new Promise((resolve, reject) => {
    const giveUp = setTimeout(
      () => reject(new Error(`the server was not ready in 60 s:\n${printed}\n${logged}`)),
      60_000,
    );
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${printed}\n${logged}`)));
    child.stdout.on('data', (b) => {
      printed += b;
      if (printed.includes('Ready.')) {
        clearTimeout(giveUp);
        resolve();
      }
    });
  });
  const links = {};
  for (const [, role, link] of printed.matchAll(/^\s*(\S+)\s.*?(http\S+\/link#\S+)/gm)) links[role] ??= link;
  return {
    address,
    data,
    links,
    log: () => logged,
    kill: (signal = 'SIGKILL') => stop(child, signal),
    async close() {
      await stop(child, 'SIGTERM');
      rmSync(data, { recursive: true, force: true });
    },
  };
}

function stop(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill(signal);
  });
}
