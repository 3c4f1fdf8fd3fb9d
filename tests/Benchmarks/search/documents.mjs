// Turns a site of a content folder into search documents, one JSON object a line. A stand-in for the generator, which
// does it from rendered pages: directives give what they hold, Markdown loses its signs.
//   node documents.mjs <content folder> <site key> > documents.jsonl
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

const [content, key] = process.argv.slice(2);
const SHARED = 'metropole';
const origin = 'Metz Métropole';

const files = (folder) => (existsSync(folder) ? readdirSync(folder, { recursive: true }) : [])
  .filter((name) => name.endsWith('.md')).sort();

const unquote = (text) => text.trim().replace(/^(["'])(.*)\1$/, '$2');

const read = (file) => {
  const [, head, body] = /^---\n(.*?)\n---\n?(.*)$/s.exec(readFileSync(file, 'utf8'));
  const front = Object.fromEntries([...head.matchAll(/^(\w+): ?(.+)$/gm)].map(([, name, value]) => [name, unquote(value)]));
  return { front, body };
};

const plain = (markdown) => markdown
  .replace(/^:::.*?(?:title="([^"]*)".*)?$/gm, '$1')
  .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
  .replace(/^\s*(?:#+|>|[-*+]|\d+\.)\s+/gm, '')
  .replace(/\|[ :|-]*(?=\n|$)/g, ' ').replace(/[|*_`]/g, ' ')
  .replace(/[ \t]+/g, ' ').trim();

/** What the page of a directory entry says besides its body. */
const details = (front) => [
  front.hours && 'Horaires d’ouverture. Ouvert maintenant', front.phones && 'Téléphone', front.emails && 'Courriel',
  front.address, front.city,
].filter(Boolean);

const document = (folder, name, kind, url, from) => {
  const { front, body } = read(join(content, folder, name));
  if (front.status && front.status !== 'published') return;
  const headings = [...body.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => plain(heading));
  console.log(JSON.stringify({
    url,
    title: front.title,
    kind,
    summary: front.summary ? plain(front.summary) : null,
    text: [plain(body), ...(kind === 'directory' ? details(front) : [])].join('\n'),
    date: (front.date ?? front.start ?? front.postedAt)?.slice(0, 10) ?? null,
    origin: from,
    headings: headings.join('. ') || null,
    keywords: [front.category, front.topics?.replace(/[[\]]/g, '')].filter(Boolean).join(', ') || null,
  }));
};

const slug = (name) => basename(name, '.md').replace(/^\d{4}-\d{2}-\d{2}-/, '');
const pageUrl = (name) => `/${name.replace(/\.md$/, '').replace(/(^|\/)index$/, '')}/`.replace('//', '/');

for (const name of files(join(content, key, 'pages'))) document(`${key}/pages`, name, 'page', pageUrl(name), null);
const lists = [['directory', 'directory', 'annuaire'], ['documents', 'document', 'documents'], ['events', 'event', 'agenda'], ['news', 'news', 'actualites']];
for (const [folder, kind, path] of lists) {
  for (const name of files(join(content, key, folder))) document(`${key}/${folder}`, name, kind, `/${path}/${slug(name)}/`, null);
}
if (key !== SHARED) {
  for (const name of files(join(content, SHARED, 'pages'))) {
    if (read(join(content, SHARED, 'pages', name)).front.audience) document(`${SHARED}/pages`, name, 'page', pageUrl(name), origin);
  }
  for (const [folder, kind, path] of lists.filter(([folder]) => folder === 'events' || folder === 'news')) {
    for (const name of files(join(content, SHARED, folder))) {
      if (read(join(content, SHARED, folder, name)).front.audience !== 'none') document(`${SHARED}/${folder}`, name, kind, `/${path}/${slug(name)}/`, origin);
    }
  }
}
