// Builds the index of every site named in questions.tsv from the content folder, and asks it that site's questions.
//   node communes.mjs <IndexTool.dll> <search.js> <content folder> [--list questions.tsv] [--half odd|even] [--quiet]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ask, importModule, readQuestions, summary } from './ask.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const [tool, moduleFile, content, ...options] = process.argv.slice(2);
const half = options.includes('--half') ? options[options.indexOf('--half') + 1] : undefined;
const report = options.includes('--quiet') ? () => {} : console.log;
const module = await importModule(moduleFile);
const folder = mkdtempSync(join(tmpdir(), 'search-communes-'));
const all = { asked: 0, first: 0, three: 0, brotli: [], gzip: [], raw: [] };
const list = options.includes('--list') ? options[options.indexOf('--list') + 1] : join(here, 'questions.tsv');
const questions = readQuestions(list, { half });
for (const site of new Set(questions.map((q) => q.site))) {
  const documents = join(folder, `${site}.jsonl`);
  writeFileSync(documents, execFileSync('node', [join(here, 'documents.mjs'), content, site], { maxBuffer: 1 << 28 }));
  execFileSync('dotnet', [tool, documents, join(folder, site)]);
  const result = await ask(module, join(folder, site), questions.filter((q) => q.site === site), (line) => report(`${site}: ${line}`));
  for (const key of Object.keys(all)) all[key] = Array.isArray(all[key]) ? [...all[key], ...result[key]] : all[key] + result[key];
}
console.log(summary(all));
