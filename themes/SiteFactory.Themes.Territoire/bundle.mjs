// Bundles the theme's stylesheet, scripts, icons and font into the folder given on the command line.
import { readFileSync, readdirSync, writeFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { bundle } from 'lightningcss';
import subsetFont from 'subset-font';

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2];
const require = createRequire(import.meta.url);
mkdirSync(out, { recursive: true });

// One strip of icons, 24 units each, in the order of their names: a mask shows one of them.
const icons = readdirSync(join(here, 'Icons')).filter(name => name.endsWith('.svg')).sort();
const drawing = name => readFileSync(join(here, 'Icons', name), 'utf8').replace(/^[\s\S]*?<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '').replace(/>\s+</g, '><').trim();
const strip = icons.map((name, i) => `<g transform="translate(${i * 24})">${drawing(name)}</g>`).join('');
writeFileSync(join(out, 'icons.svg'),
  `<svg xmlns="http://www.w3.org/2000/svg" width="${icons.length * 24}" height="24" fill="none" stroke="#000" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">${strip}</svg>`);
const iconRules = icons.map((name, i) => `.i-${name.slice(0, -4)}{--i:${i}}`).join('') + `:root{--icons:${icons.length}}`;

const targets = { chrome: 111 << 16, edge: 111 << 16, firefox: 113 << 16, safari: (16 << 16) | (2 << 8), ios_saf: (16 << 16) | (2 << 8) };
for (const sheet of ['theme', 'map']) {
  const { code } = bundle({ filename: join(here, 'Styles', `${sheet}.css`), minify: true, targets });
  writeFileSync(join(out, `${sheet}.css`), sheet === 'theme' ? code + iconRules : code);
}

buildSync({
  entryPoints: { theme: join(here, 'Scripts/theme.js'), map: join(here, 'Scripts/map.js') },
  outdir: out, bundle: true, minify: true, format: 'esm', target: ['es2022'], charset: 'utf8', legalComments: 'none',
  alias: { leaflet: require.resolve('leaflet/dist/leaflet-src.esm.js') },
});

// The heading font with the letters of French and its neighbours alone, and without their alternates: a quarter less to fetch.
const face = require.resolve('@fontsource/bricolage-grotesque/files/bricolage-grotesque-latin-700-normal.woff2');
const ascii = String.fromCharCode(...Array.from({ length: 0x7e - 0x20 + 1 }, (_, i) => 0x20 + i));
const letters = 'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜŒŸßàáâãäåæçèéêëìíîïñòóôõöøùúûüœÿ';
const signs = '«»‹›‘’‚“”„–—…·•°ªº€£§©®™¿¡²³½×−\u00a0\u2009\u202f';
writeFileSync(join(out, 'heading.woff2'), await subsetFont(readFileSync(face), ascii + letters + signs, { targetFormat: 'woff2', noLayoutClosure: true }));
