// Bundles the directives' stylesheets and scripts into the folder given on the command line. A directive brings
// `<name>.css` or `<name>.js` in its folder; a script exports one function, of the script's name, called once a page.
import { readFileSync, readdirSync, writeFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { transform } from 'lightningcss';

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2];
mkdirSync(out, { recursive: true });

const files = readdirSync(here, { withFileTypes: true })
  .filter(entry => entry.isDirectory() && /^[A-Z]/.test(entry.name))
  .flatMap(folder => readdirSync(join(here, folder.name)).map(name => ({ path: join(here, folder.name, name), name })))
  .sort((a, b) => (a.name === 'body.css' ? -1 : b.name === 'body.css' ? 1 : a.name < b.name ? -1 : 1));

const targets = { chrome: 111 << 16, edge: 111 << 16, firefox: 113 << 16, safari: (16 << 16) | (2 << 8), ios_saf: (16 << 16) | (2 << 8) };
const css = files.filter(file => file.name.endsWith('.css')).map(file => readFileSync(file.path, 'utf8')).join('\n');
writeFileSync(join(out, 'widgets.css'), transform({ filename: 'widgets.css', code: Buffer.from(css), minify: true, targets }).code);

const scripts = files.filter(file => file.name.endsWith('.js')).map(file => ({ ...file, call: file.name.slice(0, -3) }));
const entry = scripts.map(script => `import { ${script.call} } from ${JSON.stringify(script.path)}; ${script.call}();`).join('\n');
buildSync({
  stdin: { contents: entry, resolveDir: here }, outfile: join(out, 'widgets.js'),
  bundle: true, minify: true, format: 'iife', target: ['es2022'], charset: 'utf8', legalComments: 'none',
});

// The custom elements: one module that any page may load, by an address that stays.
buildSync({
  entryPoints: [join(here, 'Elements/elements.mjs')], outfile: join(out, 'sf.js'),
  bundle: true, minify: true, format: 'esm', target: ['es2022'], charset: 'utf8', legalComments: 'none',
});
