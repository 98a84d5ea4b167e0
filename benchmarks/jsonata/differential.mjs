// Compares LocalBridge's JSONata with npm jsonata over generated expressions; prints what differs. Not part of CI.
//   npm install && node differential.mjs [kind=all] [count=20000] [seed=1] [file of expressions, one JSON string or case a line]
// kinds: call, operation, expression, mutant (of the file's expressions), given (the file's expressions as they are)
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { jsonata, run } from './engine.mjs';
import { random } from './random.mjs';
import { call, data, expression, mutate, operation } from './expressions.mjs';

const [kind = 'all', count = '20000', seed = '1', file] = process.argv.slice(2);
const r = random(Number(seed));
const given = file ? readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line)) : [];
const items = given.map((item) => (typeof item === 'string' ? { expr: item } : item)).filter((item) => item.expr.length < 400);
const generated = (make) => (rnd) => ({ text: make(rnd), input: data });
const makers = {
  call: generated(call),
  operation: generated(operation),
  expression: generated(expression),
  mutant: (rnd) => { const item = rnd.pick(items); return { text: mutate(rnd, item.expr), ...surroundings(item) }; },
  given: () => { const item = items.shift(); return item && { text: item.expr, ...surroundings(item) }; },
};
const kinds = kind === 'all' ? ['call', 'operation', 'expression', ...(file ? ['mutant'] : [])] : [kind];
const shown = Number(process.env.SHOW ?? 40);

// What an evaluation cannot repeat, or what would only show how long a machine can wait.
// Recursion is left out too: npm jsonata has no limits, and a mutant of a loop may never end.
const recursive = /\$(\w+)\s*:=\s*(?:function|λ)[\s\S]*\{[\s\S]*\$\1\b/;
const skipped = /\$(now|millis|random|shuffle)\b|\.\.\s*(\d{6,}|9e9|1e[6-9])|1e[6-9]\]/;

const isFunction = (value) => typeof value === 'function' || value?._jsonata_function || value?._jsonata_lambda;
const plain = (value) => JSON.parse(JSON.stringify(value, (key, item) => (isFunction(item) ? undefined : item)));

// A value in an error may be a lambda, which holds its own environment.
function show(value) {
  try {
    return plain(value);
  } catch {
    return String(value);
  }
}

// A case names its input as the conformance corpus does: a file beside it, or the value itself.
const datasets = new Map();
function dataset(name) {
  if (!datasets.has(name)) datasets.set(name, JSON.parse(readFileSync(join(dirname(file), 'datasets', `${name}.json`), 'utf8')));
  return datasets.get(name);
}
function surroundings(item) {
  const bindings = { ...item.bindings, ...(item.states ? { states: dataset(item.states) } : {}) };
  return { input: item.dataset ? dataset(item.dataset) : 'data' in item ? item.data : item.states || item.bindings ? undefined : data, bindings };
}

async function reference({ text, input, bindings }) {
  try {
    const compiled = jsonata(text);
    const result = await Promise.race([compiled.evaluate(structuredClone(input), structuredClone(bindings)), new Promise((resolve) => setTimeout(() => resolve(skipped), 3000))]);
    if (result === skipped) return null;
    if (result === undefined) return { u: 1 };
    if (isFunction(result)) return { f: 1 };
    return typeof result === 'number' && !Number.isFinite(result) ? { n: String(result) } : { r: plain(result) };
  } catch (error) {
    return { c: error.code ?? '?', p: error.position, t: error.token, v: show(error.value), m: error.message };
  }
}

function read(line) {
  try {
    return JSON.parse(line);
  } catch {
    return { invalid: line };
  }
}

function differs(expected, actual) {
  if (expected.f) return actual.c === undefined && 'function';
  if (expected.c === '?') return actual.c === undefined && 'failure';
  if (expected.c) return (actual.c !== expected.c && 'code') || (expected.p !== undefined && expected.p !== actual.p && 'position')
    || (expected.m !== undefined && expected.m !== actual.m && 'message');
  if (actual.c) return 'code';
  if (expected.n) return expected.n !== actual.n && 'number';
  return 'u' in expected ? !actual.u && 'result' : !('r' in actual && isDeepStrictEqual(expected.r, JSON.parse(JSON.stringify(actual.r)))) && 'result';
}

const wanted = [];
const tally = new Map();
let agreed = 0;
let answered = 0;
const engine = run(['jsonata-batch'], (line) => {
  const { text, expected } = wanted[answered++];
  const actual = read(line);
  const difference = differs(expected, actual);
  if (!difference) {
    agreed++;
    return;
  }
  const n = (tally.get(difference) ?? 0) + 1;
  tally.set(difference, n);
  if (n <= shown) console.log(`${difference}: ${text}\n   npm  ${JSON.stringify(expected)}\n   ours ${JSON.stringify(actual)}`);
});

for (let i = 0; i < Number(count); i++) {
  const request = makers[r.pick(kinds)](r);
  if (request === undefined) break;
  const { text, input, bindings } = request;
  if (skipped.test(text) || recursive.test(text)) continue;
  const expected = await reference(request);
  if (expected === null) continue;
  wanted.push({ text, expected });
  engine.input.write(JSON.stringify({ e: text, d: input, b: bindings }) + '\n');
}
engine.input.end();
await engine.done;
console.log(`${agreed} of ${wanted.length} agree; differences: ${[...tally].map(([name, n]) => `${name} ${n}`).join(', ') || 'none'}`);
if (answered < wanted.length) console.log(`CRASH after ${answered}: ${wanted[answered].text}`);
