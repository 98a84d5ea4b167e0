// Measures the expressions of a file of speed cases with npm jsonata and with LocalBridge, one after the other, and prints a Markdown table.
//   npm install && node compare.mjs <cases.json> [baseline.json]
// Results are checked on both sides. The baseline holds another .NET engine's bytes for one evaluation and its speed beside npm's.
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { jsonata, run } from './engine.mjs';

const [file, baselineFile] = process.argv.slice(2);
const { cases, data } = JSON.parse(readFileSync(file, 'utf8'));
const baseline = baselineFile ? JSON.parse(readFileSync(baselineFile, 'utf8')).cases : {};
const rounds = 5;

async function rate(action) {
  const measure = async (milliseconds) => {
    const start = performance.now();
    let count = 0;
    let elapsed;
    do {
      for (let i = 0; i < 16; i++) await action();
      count += 16;
      elapsed = performance.now() - start;
    } while (elapsed < milliseconds);
    return (count / elapsed) * 1000;
  };
  await measure(500);
  const rates = [];
  for (let i = 0; i < rounds; i++) rates.push(await measure(200));
  return rates.sort((a, b) => a - b)[rounds >> 1];
}

const npm = {};
for (const item of cases) {
  const input = item.as === 'states' ? undefined : data[item.data];
  const bindings = item.as === 'states' ? { states: data[item.data] } : undefined;
  const compiled = jsonata(item.expr);
  const result = JSON.parse(JSON.stringify(await compiled.evaluate(input, bindings)));
  if (!isDeepStrictEqual(result, item.result)) throw new Error(`npm jsonata: ${item.id} results in ${JSON.stringify(result)}`);
  npm[item.id] = { rate: await rate(() => compiled.evaluate(input, bindings)), compile: await rate(() => jsonata(item.expr)) };
}

let ours;
const code = await run(['jsonata-times', file], (line) => { ours = JSON.parse(line); }).done;
const wrong = cases.filter((item) => !ours?.[item.id].right).map((item) => item.id);
const format = (number) => Math.round(number).toLocaleString('en-US');
const mean = (numbers) => Math.exp(numbers.reduce((sum, number) => sum + Math.log(number), 0) / numbers.length);

console.log('| expression | npm/s | LocalBridge/s | ratio | other .NET ratio | bytes | other .NET bytes | npm compile/s | compile/s |');
console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
for (const { id } of cases) {
  const other = baseline[id];
  console.log(`| ${id} | ${format(npm[id].rate)} | ${format(ours[id].rate)} | ${(ours[id].rate / npm[id].rate).toFixed(1)}x `
    + `| ${other ? `${(other.net / other.npm).toFixed(1)}x` : ''} | ${format(ours[id].bytes)} | ${other ? format(other.netBytes) : ''} | ${format(npm[id].compile)} | ${format(ours[id].compile)} |`);
}
const ratios = cases.map(({ id }) => ours[id].rate / npm[id].rate);
const bytes = cases.filter(({ id }) => baseline[id]).map(({ id }) => Math.max(ours[id].bytes, 1) / baseline[id].netBytes);
console.log(`\nGeometric mean of the ratios: ${mean(ratios).toFixed(1)}x npm.`
  + (bytes.length ? ` Bytes beside the other .NET engine's, geometric mean: ${(mean(bytes) * 100).toFixed(1)} %.` : ''));
console.log(wrong.length ? `WRONG RESULTS: ${wrong.join(', ')}` : 'All results are right.');
process.exitCode = code;
