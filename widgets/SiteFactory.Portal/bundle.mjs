// Bundles the portal's stylesheets, scripts and icons into the folder that is named as the argument.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { bundleAsync } from 'lightningcss';
import sharp from 'sharp';

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2];
const require = createRequire(import.meta.url);
mkdirSync(out, { recursive: true });

// One sprite of symbols: the theme's icons and the portal's own, which win.
const folders = [join(here, '../../themes/SiteFactory.Themes.Territoire/Icons'), join(here, 'Assets/Icons')].filter(existsSync);
const icons = new Map(folders.flatMap(folder => readdirSync(folder).filter(name => name.endsWith('.svg')).map(name => [name.slice(0, -4), join(folder, name)])));
const drawing = path => readFileSync(path, 'utf8').replace(/^[\s\S]*?<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '').replace(/>\s+</g, '><').trim();
const symbols = [...icons].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, path]) => `<symbol id="${name}" viewBox="0 0 24 24"><g fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">${drawing(path)}</g></symbol>`);
writeFileSync(join(out, 'icons.svg'), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`);

const targets = { chrome: 111 << 16, edge: 111 << 16, firefox: 113 << 16, safari: (16 << 16) | (2 << 8), ios_saf: (16 << 16) | (2 << 8) };
for (const sheet of ['portal', 'map'])
  writeFileSync(join(out, `${sheet}.css`), (await bundleAsync({ filename: join(here, 'Assets', `${sheet}.css`), minify: true, targets, resolver: {
    resolve: (specifier, from) => (specifier === 'leaflet' ? require.resolve('leaflet/dist/leaflet.css') : join(dirname(from), specifier)),
  } })).code);

buildSync({
  entryPoints: { portal: join(here, 'Assets/portal.js'), map: join(here, 'Assets/map.js') },
  outdir: out, bundle: true, minify: true, format: 'esm', target: ['es2022'], charset: 'utf8', legalComments: 'none',
  alias: { leaflet: require.resolve('leaflet/dist/leaflet-src.esm.js') },
});

const font = dirname(require.resolve('@fontsource/bricolage-grotesque/package.json'));
copyFileSync(join(font, 'files/bricolage-grotesque-latin-700-normal.woff2'), join(out, 'heading.woff2'));
for (const size of [192, 512])
  await sharp(join(here, 'Assets/icon.svg')).resize(size, size).png({ compressionLevel: 9, palette: true }).toFile(join(out, `icon-${size}.png`));
