// Starts the console modes of LocalBridge.Benchmarks and finds npm jsonata beside this file or where JSONATA_MODULES says.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const program = process.env.LOCALBRIDGE_BENCHMARKS
  ?? join(here, '../../artifacts/bin/LocalBridge.Benchmarks/release/LocalBridge.Benchmarks.dll');

export const jsonata = createRequire(process.env.JSONATA_MODULES ? join(process.env.JSONATA_MODULES, 'x.js') : import.meta.url)('jsonata');

export function run(args, onLine) {
  const child = spawn('dotnet', [program, ...args], { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, TZ: 'UTC' } });
  createInterface({ input: child.stdout }).on('line', onLine);
  return { input: child.stdin, done: new Promise((resolve) => child.on('close', resolve)) };
}
