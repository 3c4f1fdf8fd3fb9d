// Runs the client for the tests: node run.mjs <client folder> <requests.json>, answers as JSON on standard output.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const [clientFolder, requestFile] = process.argv.slice(2);
const client = await import(pathToFileURL(`${clientFolder}/search.mjs`).href);
const request = JSON.parse(readFileSync(requestFile, 'utf8'));

const open = async () => {
  const loaded = [];
  const load = async (url) => {
    const content = readFileSync(url);
    loaded.push({
      file: url.slice(request.index.length + 1),
      raw: content.length,
      brotli: brotliCompressSync(content).length,
      gzip: gzipSync(content).length,
    });
    return content.toString('utf8');
  };
  return { index: await client.openIndex(request.index, { load }), loaded };
};

const answers = { stems: (request.stems ?? []).map(client.stem), words: (request.texts ?? []).map((t) => client.words(t).map(({ word }) => client.fold(word))) };
if (request.index) {
  answers.searches = [];
  for (const { query, limit, kind } of request.queries) {
    const { index, loaded } = await open();
    answers.searches.push({ ...(await index.search(query, { limit, kind })), loaded });
  }
}
process.stdout.write(JSON.stringify(answers));
