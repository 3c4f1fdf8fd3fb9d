// Runs the editor's own modules for the tests: node run.mjs <folder of the modules> <requests.json>, answers as JSON on standard output.
//   { "bodies": ["…"] } → { "results": [{ "back": "…", "anew": "…", "edits": 12, "strays": ["…"], "opaque": 0 }] }
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, requestFile] = process.argv.slice(2);
const load = name => import(pathToFileURL(join(folder, name)).href);
const { parse } = await load('parse.js');
const { serialize } = await load('serialize.js');
const require = createRequire(join(folder, 'parse.js'));
const { EditorState } = await import(pathToFileURL(require.resolve('prosemirror-state')).href);
const { history, undo } = await import(pathToFileURL(require.resolve('prosemirror-history')).href);

// The same modules as the editor's: its documents are instances of their classes.
const request = JSON.parse(readFileSync(requestFile, 'utf8'));
process.stdout.write(JSON.stringify({ results: request.bodies.map(tryBody) }));

function tryBody(body) {
  const origin = parse(body);
  origin.doc.check();
  const result = { back: serialize(origin.doc, origin), anew: serialize(origin.doc), edits: 0, strays: [], opaque: 0 };
  origin.doc.descendants((node, position) => {
    if (node.type.name === 'opaque') result.opaque++;
    if (!node.isTextblock) return;
    result.edits++;
    const stray = edit(origin, body, node, position);
    if (stray) result.strays.push(stray);
  });
  return result;
}

// Types a word at the start of a paragraph: its own lines change and no others; undone, the text is what it was.
function edit(origin, body, node, position) {
  let state = EditorState.create({ doc: origin.doc, plugins: [history()] });
  state = state.apply(state.tr.insertText('Zut', position + 1));
  const before = body.split('\n');
  const after = serialize(state.doc, origin).split('\n');
  let head = 0;
  while (head < before.length && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < before.length - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  let own = 1;
  node.forEach(child => { if (child.type.name.endsWith('_break')) own++; });
  if (Math.max(before.length, after.length) - head - tail > own) return `${node.type.name}: ${before.slice(head, before.length - tail).join('⏎')} → ${after.slice(head, after.length - tail).join('⏎')}`;
  undo(state, transaction => { state = state.apply(transaction); });
  return serialize(state.doc, origin) === body ? null : `${node.type.name}: undoing leaves another text`;
}
