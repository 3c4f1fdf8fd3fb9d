// Lighthouse, mobile, over one page of each kind of a commune and of the métropole, on sites that `sitefactory serve` serves.
//   node lighthouse.mjs [--port 5080] [--site amanvillers]… [--only /agenda/] [--runs 5] [--markdown FILE]
// Exit code 1 when a score is under its aim, a page weighs 50 KB or more without pictures, or another host is asked. CHROMIUM_PATH names the browser, /usr/bin/chromium by default.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '5080' },
    site: { type: 'string', multiple: true, default: ['amanvillers', 'metropole'] },
    only: { type: 'string' },
    runs: { type: 'string', default: '5' },
    markdown: { type: 'string' },
  },
});

const kinds = ['/', '/actualites/', 'news item', '/agenda/', 'event', '/annuaire/', 'entry', '/carte/', '/recherche/', '/documents/', '/demarches/', 'service', 'sheet', '/contact/', '/accessibilite/'];
const aims = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 };
const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
// Which item stands for its kind: the first one of the site's own list.
const lists = { 'news item': '/actualites/', event: '/agenda/', entry: '/annuaire/', service: '/demarches/', sheet: '/demarches/fiches/' };
const mostBytes = 50 * 1024;

const origin = site => `http://${site}.localhost:${values.port}`;

// Node does not know that *.localhost is this machine; the browser does.
async function pathOf(site, kind) {
  if (!lists[kind]) return kind;
  const answer = await fetchFrom(site, lists[kind]);
  const found = [...answer.matchAll(new RegExp(`href="(${lists[kind]}[a-z0-9-]+/)"`, 'g'))].map(m => m[1]).filter(p => !/\d{4}-\d{2}\/$|\/page-|\/theme-|^\/demarches\/(suivre|ecran-d-accueil|fiches)\/$/.test(p));
  return found[0];
}

async function fetchFrom(site, path) {
  const { request } = await import('node:http');
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: values.port, path, headers: { Host: `${site}.localhost:${values.port}` } }, answer => {
      let text = '';
      answer.setEncoding('utf8').on('data', part => { text += part; }).on('end', () => resolve(text));
    }).on('error', reject).end();
  });
}

// A busy machine makes a page look slow: a run under the aim is repeated, and the median of the runs is what counts.
async function measure(chrome, url) {
  const runs = [];
  do {
    const { lhr } = await lighthouse(url, { port: chrome.port, output: 'json', logLevel: 'error', onlyCategories: Object.keys(aims) });
    // The browser was too busy to load the page at all: that run says nothing of the page.
    if (lhr.runtimeError && ++failures < 10) continue;
    runs.push(lhr);
  } while (runs.length === 0 || (runs.length < Number(values.runs) && median(runs).categories.performance.score * 100 < aims.performance));
  return median(runs);
}

const median = runs => runs.sort((a, b) => a.categories.performance.score - b.categories.performance.score)[Math.floor(runs.length / 2)];
let failures = 0;

// What came over the network, pictures left out (the icons of the manifest among them), and from whom.
function weight(result, host) {
  const requests = result.audits['network-requests'].details.items.filter(r => r.url.startsWith('http'));
  const bytes = requests.filter(r => !r.mimeType.startsWith('image/')).reduce((sum, r) => sum + r.transferSize, 0);
  return { bytes, foreign: requests.filter(r => new URL(r.url).host !== host).map(r => r.url) };
}

const lines = ['| page | performance | accessibility | best practices | SEO | largest paint | shift | blocked | weight |', '|---|---|---|---|---|---|---|---|---|'];
const short = [];
const chrome = await launch({ chromePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', chromeFlags: flags });
try {
  for (const site of values.site) {
    for (const kind of kinds.filter(k => !values.only || k === values.only)) {
      const url = origin(site) + await pathOf(site, kind);
      const result = await measure(chrome, url);
      const scores = Object.keys(aims).map(c => Math.round(result.categories[c].score * 100));
      const { bytes, foreign } = weight(result, new URL(url).host);
      if (bytes >= mostBytes) short.push(`${url}: ${bytes} bytes without pictures`);
      foreign.forEach(other => short.push(`${url} asks ${other}`));
      lines.push(`| ${site} ${kind} | ${scores.join(' | ')} | ${result.audits['largest-contentful-paint'].displayValue} | ${result.audits['cumulative-layout-shift'].displayValue} | ${result.audits['total-blocking-time'].displayValue} | ${Math.round(bytes / 1024)} KB |`);
      console.log(lines.at(-1));
      Object.entries(aims).forEach(([category, aim], i) => {
        if (scores[i] >= aim) return;
        short.push(`${url}: ${category} ${scores[i]} < ${aim}`);
        for (const { id, weight } of result.categories[category].auditRefs) {
          const audit = result.audits[id];
          if (weight > 0 && audit.score !== null && audit.score < 1)
            console.log(`    ${category} ${id} ${audit.displayValue ?? ''} ${(audit.details?.items ?? []).slice(0, 3).map(item => item.node?.snippet ?? item.source ?? item.description ?? JSON.stringify(item).slice(0, 300)).join(' · ')}`);
        }
      });
    }
  }
} finally {
  chrome.kill();
}
if (values.markdown) writeFileSync(values.markdown, lines.join('\n') + '\n');
console.log(short.length === 0 ? 'Every score reaches its aim.' : `Under the aim:\n  ${short.join('\n  ')}`);
process.exitCode = short.length === 0 ? 0 : 1;
