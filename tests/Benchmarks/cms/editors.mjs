// Editors at work on a running CMS: each opens screens, reads, and now and then publishes a page; then waits for the site.
// node editors.mjs ADDRESS OUTPUT PASSWORD EDITORS SECONDS; the accounts are editeur1@example.org and so on, run.sh makes them.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const [address, output, password, editors, seconds] = process.argv.slice(2);
const screens = ['', 'pages', 'publications'];
const reading = 2000;
const screensBetweenPublications = 12;
const times = new Map();
const end = performance.now() + Number(seconds) * 1000;
const pause = ms => new Promise(resolve => setTimeout(resolve, ms));

function note(kind, from) {
  if (!times.has(kind)) times.set(kind, []);
  times.get(kind).push(performance.now() - from);
}

const text = html => html.replace(/&#x([0-9a-f]+);/gi, (_, n) => String.fromCodePoint(parseInt(n, 16)))
  .replace(/&#(\d+);/g, (_, n) => String.fromCodePoint(Number(n))).replace(/&quot;/g, '"').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');

const attribute = (tag, name) => text(tag.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1] ?? '');

// What a browser without scripts would send of the page's main form.
function fields(page) {
  const start = page.indexOf('<form', page.indexOf('<main'));
  const form = page.slice(start, page.indexOf('</form>', start));
  const values = new URLSearchParams();
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const type = attribute(tag, 'type');
    if (!attribute(tag, 'name') || type === 'file' || ((type === 'checkbox' || type === 'radio') && !/\schecked/.test(tag))) continue;
    values.append(attribute(tag, 'name'), attribute(tag, 'value'));
  }
  for (const [, tag, body] of form.matchAll(/<textarea\b([^>]*)>\r?\n?([^]*?)<\/textarea>/g)) values.append(attribute(tag, 'name'), text(body));
  for (const [, tag, body] of form.matchAll(/<select\b([^>]*)>([^]*?)<\/select>/g)) {
    const chosen = body.match(/<option\b[^>]*\sselected[^>]*>/) ?? body.match(/<option\b[^>]*>/);
    if (chosen) values.append(attribute(tag, 'name'), attribute(chosen[0], 'value'));
  }
  return values;
}

async function editor(number) {
  const cookies = new Map();
  const ask = async (path, body) => {
    const answer = await fetch(new URL(path, address), { redirect: 'manual', method: body ? 'POST' : 'GET', body, headers: { accept: 'text/html', cookie: [...cookies].map(c => c.join('=')).join('; ') } });
    for (const cookie of answer.headers.getSetCookie()) cookies.set(cookie.slice(0, cookie.indexOf('=')), cookie.slice(cookie.indexOf('=') + 1, cookie.indexOf(';')));
    return { status: answer.status, location: answer.headers.get('location') ?? '', body: await answer.text() };
  };
  const open = async (kind, path) => {
    const from = performance.now();
    const answer = await ask(path);
    if (answer.status !== 200) return answer;
    note(`screen ${kind}`, from);
    note('all screens', from);
    return answer;
  };

  const signIn = fields((await open('connexion', '/connexion')).body);
  signIn.set('Email', `editeur${number}@example.org`);
  signIn.set('Password', password);
  await ask('/connexion', signIn);
  const site = (await ask('/')).location.split('/').filter(Boolean).at(-1);
  if (!site) throw new Error(`Editor ${number} could not sign in.`);
  const domain = (await readFile(join(output, '.benchmark', site), 'utf8')).trim();
  const list = (await open('pages', `/s/${site}/pages`)).body;
  const pages = [...new Set(list.match(new RegExp(`/s/${site}/pages/[0-9a-f-]{36}`, 'g')))];

  const publish = async () => {
    const path = pages[Math.floor(Math.random() * pages.length)];
    const screen = (await open('editor', path)).body;
    const form = fields(screen);
    const address = screen.match(/<a class="button secondary" href="([^"]+)" target="_blank"/)?.[1];
    if (!address) return;
    const mark = `Contenu ${number} de ${Math.round(performance.now() * 1000)}`;
    form.set('Body', `${mark}.`);
    const from = performance.now();
    const answer = await ask(`${path}?handler=Publish`, form);
    note('publish: the answer', from);
    if (answer.status !== 302) return;
    const file = join(output, domain, new URL(text(address)).pathname, 'index.html');
    while (performance.now() - from < 60_000) {
      if ((await readFile(file, 'utf8').catch(() => '')).includes(mark)) break;
      await pause(20);
    }
    note('save to live', from);
  };

  for (let step = Math.floor(Math.random() * screensBetweenPublications); performance.now() < end; step++) {
    await pause(reading * (0.5 + Math.random()));
    if (step % screensBetweenPublications === 0) await publish();
    else if (step % 4 === 1) await open('editor', pages[Math.floor(Math.random() * pages.length)]);
    else {
      const screen = screens[Math.floor(Math.random() * screens.length)];
      await open(screen || 'home', `/s/${site}/${screen}`);
    }
  }
}

await Promise.all(Array.from({ length: Number(editors) }, (_, n) => editor(n + 1)));
for (const [kind, all] of [...times].sort()) {
  all.sort((a, b) => a - b);
  const at = part => all[Math.min(all.length - 1, Math.floor(all.length * part))].toFixed(0).padStart(7);
  console.log(`${kind.padEnd(24)} ${String(all.length).padStart(6)} times   median ${at(0.5)} ms   p95 ${at(0.95)} ms   longest ${at(1)} ms`);
}
