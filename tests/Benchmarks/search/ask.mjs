// Asks an index every question of a list and prints how often the right page is among the first three.
//   node ask.mjs <search.js> <index folder> <questions.tsv> [--half odd|even] [--site key] [--quiet]
// A line of the list: question, site key (left out in lists of one site), accepted addresses.
import { readFileSync, mkdtempSync, copyFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

export const readQuestions = (file, { site, half } = {}) => readFileSync(file, 'utf8').split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => line.split('\t'))
  .filter((_, i) => !half || (i % 2 === 0) === (half === 'odd'))
  .filter((cells) => !site || cells[1] === site)
  .map((cells) => ({ question: cells[0], site: cells.length > 2 ? cells[1] : null, urls: cells.at(-1).split(',') }));

export const importModule = async (file) => {
  const copy = join(mkdtempSync(join(tmpdir(), 'search-')), 'search.mjs');
  copyFileSync(file, copy);
  return import(pathToFileURL(copy).href);
};

/** Opens an index as a visitor does for the first time, and counts what is loaded. */
export const openCounting = async ({ openIndex }, folder) => {
  const cost = { files: 0, raw: 0, gzip: 0, brotli: 0 };
  const load = async (path) => {
    const content = readFileSync(path);
    cost.files++;
    cost.raw += content.length;
    cost.gzip += gzipSync(content, { level: 9 }).length;
    cost.brotli += brotliCompressSync(content).length;
    return content.toString('utf8');
  };
  return { index: await openIndex(folder, { load }), cost };
};

export const ask = async (module, folder, questions, report = () => {}) => {
  const result = { asked: questions.length, first: 0, three: 0, brotli: [], gzip: [], raw: [] };
  for (const { question, urls } of questions) {
    const { index, cost } = await openCounting(module, folder);
    const found = (await index.search(question, { limit: 10 })).results.map((r) => r.url);
    const rank = found.findIndex((url) => urls.includes(url));
    if (rank === 0) result.first++;
    if (rank >= 0 && rank < 3) result.three++;
    else report(`${question} -> ${found.slice(0, 3).join(' ')} (expected ${urls.join(' ')}, rank ${rank + 1})`);
    for (const unit of ['brotli', 'gzip', 'raw']) result[unit].push(cost[unit]);
  }
  return result;
};

export const summary = ({ asked, first, three, ...costs }) => {
  const middle = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
  const of = (unit) => `${unit} median ${middle(costs[unit])}, most ${Math.max(...costs[unit])}`;
  return `${three} of ${asked} among the first three (${first} first); bytes of the index for a first query: ${of('brotli')}; ${of('gzip')}; ${of('raw')}`;
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [moduleFile, folder, list, ...options] = process.argv.slice(2);
  const option = (name) => (options.includes(`--${name}`) ? options[options.indexOf(`--${name}`) + 1] : undefined);
  const questions = readQuestions(list, { site: option('site'), half: option('half') });
  const report = options.includes('--quiet') ? () => {} : console.log;
  console.log(summary(await ask(await importModule(moduleFile), folder, questions, report)));
}
