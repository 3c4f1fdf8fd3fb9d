// Measures ours and Pagefind side by side on the same documents: right pages among the first three, bytes of the first
// query (script included, with Brotli where a server would compress), time to index (whole process, median of five).
//   npm install --no-save pagefind@1.6.0 esbuild          (in any folder; give it as the first argument)
//   node pagefind.mjs <node_modules> <IndexTool.dll> <search.js> <documents.jsonl> [questions.tsv]
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { ask, importModule, readQuestions, summary } from './ask.mjs';

const [modules, tool, moduleFile, documentFile, questionFile] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'search-compare-'));
const documents = readFileSync(documentFile, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
const escape = (text) => (text ?? '').replace(/&/g, '&amp;').replace(/</g, '&lt;');

const writeSite = (site) => {
  for (const { url, title, summary: lead, text, headings } of documents) {
    const page = join(site, url.replace(/^https?:\/\/[^/]+/, ''));
    mkdirSync(page, { recursive: true });
    const found = new Set((headings ?? '').split('. '));
    const paragraphs = text.split('\n').filter((line) => line.trim())
      .map((line) => (found.has(line.trim()) ? `<h2>${escape(line)}</h2>` : `<p>${escape(line)}</p>`)).join('\n');
    writeFileSync(join(page, 'index.html'), `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${escape(title)}</title></head>
<body><header>Mairie</header><main data-pagefind-body><h1>${escape(title)}</h1><p>${escape(lead)}</p>\n${paragraphs}</main></body></html>`);
  }
};

const time = (run) => {
  const times = [];
  for (let i = 0; i < 5; i++) {
    const start = performance.now();
    run();
    times.push(performance.now() - start);
  }
  return Math.round(times.sort((a, b) => a - b)[2]);
};

const command = (program, args) => {
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
};

// ---- Pagefind, in Node instead of a browser: what it fetches is counted ---------------------------------------

const openPagefind = async (site, bundle) => {
  const cost = { files: 0, bytes: 0 };
  const count = (content) => {
    // Its index is compressed by itself; its scripts and lists are compressed by the server.
    cost.files++;
    cost.bytes += Math.min(content.length, brotliCompressSync(content).length);
    return content;
  };
  globalThis.window = globalThis;
  globalThis.location = new URL('http://localhost/recherche/');
  globalThis.document = { querySelector: () => ({ getAttribute: () => 'fr' }), documentElement: { lang: 'fr' }, currentScript: null };
  globalThis.fetch = async (url) => {
    const path = new URL(url, 'http://localhost/').pathname;
    return new Response(count(readFileSync(join(site, path))));
  };
  const file = join(bundle, 'pagefind.js');
  const pagefind = await import(`${pathToFileURL(file).href}?${Math.random()}`);
  count(readFileSync(file));
  await pagefind.options({ basePath: '/pagefind/', baseUrl: '/', noWorker: true });
  return { pagefind, cost };
};

const askPagefind = async (site, questions) => {
  const result = { first: 0, three: 0, bytes: [] };
  for (const { question, urls } of questions) {
    const { pagefind, cost } = await openPagefind(site, join(site, 'pagefind'));
    const found = await pagefind.search(question);
    const shown = await Promise.all((found?.results ?? []).slice(0, 10).map((r) => r.data()));
    const rank = shown.findIndex(({ url }) => urls.includes(url.replace(/index\.html$/, '')));
    if (rank === 0) result.first++;
    if (rank >= 0 && rank < 3) result.three++;
    result.bytes.push(cost.bytes);
    await pagefind.destroy?.();
  }
  return result;
};

// ---- Both -----------------------------------------------------------------------------------------------------

const site = join(folder, 'site');
writeSite(site);
const binary = join(modules, '.bin', 'pagefind');
const pagefindTime = time(() => {
  rmSync(join(site, 'pagefind'), { recursive: true, force: true });
  command(binary, ['--site', site, '--quiet']);
});
const ours = join(folder, 'ours');
const oursTime = time(() => {
  rmSync(ours, { recursive: true, force: true });
  command('dotnet', [tool, documentFile, ours]);
});
console.log(`${documents.length} documents. Whole process, median of 5: Pagefind ${pagefindTime} ms, ours ${oursTime} ms`);
console.log(execFileSync('dotnet', [tool, documentFile, ours], { encoding: 'utf8' }).trim());
const size = (path) => readdirSync(path, { recursive: true, withFileTypes: true }).filter((f) => f.isFile())
  .map((f) => readFileSync(join(f.parentPath ?? f.path, f.name)).length);
for (const [name, path] of [['Pagefind', join(site, 'pagefind')], ['ours', ours]]) {
  const sizes = size(path);
  console.log(`${name}: ${sizes.length} files, ${sizes.reduce((a, b) => a + b, 0)} bytes`);
}

if (questionFile) {
  const pageModule = join(dirname(moduleFile), 'search-page.js');
  const bundle = execFileSync(join(modules, '.bin', 'esbuild'), [pageModule, '--bundle', '--minify', '--format=esm']);
  const script = brotliCompressSync(bundle).length;
  const questions = readQuestions(questionFile);
  const result = await ask(await importModule(moduleFile), ours, questions);
  console.log(`ours: ${summary(result)}`);
  const most = (list) => `median ${[...list].sort((a, b) => a - b)[list.length >> 1]}, most ${Math.max(...list)}`;
  console.log(`ours, first query with the scripts (${script} bytes, ${bundle.length} before compression): ${most(result.brotli.map((b) => b + script))}`);
  const peer = await askPagefind(site, questions);
  console.log(`Pagefind: ${peer.three} of ${questions.length} among the first three (${peer.first} first); first query with its script: ${most(peer.bytes)}`);
}
rmSync(folder, { recursive: true });
process.exit(0);
