// A line of text with its marks, as Markdown.

const word = /[\p{L}\p{N}]/u;
const space = /\s/;
const sign = /[\p{P}\p{S}]/u;

/** The text of a textblock. `escapeStart` for text that may not begin like a list, a heading… */
export function writeInline(parent, { inTable = false } = {}) {
  const runs = settle(runsOf(parent));
  const out = [];
  let open = [];
  runs.forEach((run, i) => {
    const keep = common(open, run.marks);
    for (const mark of open.slice(keep).reverse()) out.push(closing(mark, runs[i - 1]));
    const fresh = ordered(run.marks.slice(0), open.slice(0, keep), runs, i);
    for (const mark of fresh.slice(keep)) out.push(opening(mark, run));
    open = fresh;
    out.push(content(run, out, inTable));
  });
  for (const mark of open.slice().reverse()) out.push(closing(mark, runs.at(-1)));
  return startOfLines(out.join(''), inTable);
}

function runsOf(parent) {
  const runs = [];
  parent.forEach(node => runs.push({ node, text: node.isText ? node.text : null, marks: node.marks.filter(mark => mark.type.name !== 'code'), code: node.marks.some(mark => mark.type.name === 'code') }));
  return runs;
}

// Emphasis neither begins nor ends with a space, nor with a sign that touches a word outside: such characters move out.
function settle(runs) {
  let settled = runs.filter(run => run.text !== '');
  for (const name of ['strong', 'em']) settled = settleMark(settled, name);
  return settled;
}

function settleMark(runs, name) {
  const has = run => run?.marks.some(mark => mark.type.name === name);
  const drop = run => ({ ...run, marks: run.marks.filter(mark => mark.type.name !== name) });
  const result = [];
  runs.forEach((run, i) => {
    if (!has(run)) { result.push(run); return; }
    if (run.text === null || run.code) {
      const isBreak = run.node.type.name.endsWith('_break');
      result.push(isBreak && (!has(runs[i - 1]) || !has(runs[i + 1])) ? drop(run) : run);
      return;
    }
    let { text } = run;
    let head = '';
    let tail = '';
    if (!has(runs[i - 1])) {
      const before = lastOf(runs[i - 1]);
      while (text && (space.test(text[0]) || (sign.test(text[0]) && word.test(before)))) { head += text[0]; text = text.slice(1); }
    }
    if (!has(runs[i + 1])) {
      const after = firstOf(runs[i + 1]);
      while (text && (space.test(text.at(-1)) || (sign.test(text.at(-1)) && word.test(after)))) { tail = text.at(-1) + tail; text = text.slice(0, -1); }
    }
    if (head) result.push(drop({ ...run, text: head }));
    if (text) result.push({ ...run, text });
    if (tail) result.push(drop({ ...run, text: tail }));
  });
  return result;
}

const lastOf = run => run?.text?.at(-1) ?? '';
const firstOf = run => run?.text?.[0] ?? '';

function common(open, marks) {
  let keep = 0;
  while (keep < open.length && marks.some(mark => mark.eq(open[keep]))) keep++;
  return keep;
}

// Marks that go on longest are opened first.
function ordered(marks, kept, runs, at) {
  const rest = marks.filter(mark => !kept.some(other => other.eq(mark)));
  const reach = mark => {
    let end = at;
    while (end < runs.length && runs[end].marks.some(other => other.eq(mark))) end++;
    return end;
  };
  return [...kept, ...rest.sort((a, b) => reach(b) - reach(a))];
}

function opening(mark, run) {
  switch (mark.type.name) {
    case 'link': return isAuto(mark, run) ? '<' : '[';
    default: return mark.attrs.markup;
  }
}

function closing(mark, run) {
  if (mark.type.name !== 'link') return mark.attrs.markup;
  return isAuto(mark, run) ? '>' : `](${destination(mark.attrs.href)}${title(mark.attrs.title)})`;
}

const isAuto = (mark, run) => mark.attrs.auto && run.text !== null && (run.text === mark.attrs.href || `mailto:${run.text}` === mark.attrs.href);

function content(run, out, inTable) {
  if (run.text !== null) {
    if (run.code) return inlineCode(run.text, inTable);
    return run.marks.some(mark => mark.type.name === 'link' && isAuto(mark, run)) ? run.text : escaped(run.text, out.join('').at(-1) ?? '', inTable);
  }
  const { node } = run;
  switch (node.type.name) {
    case 'image': return `![${escaped(node.attrs.alt, '', inTable)}](${destination(node.attrs.src)}${title(node.attrs.title)})`;
    case 'footnote': return `[^${node.attrs.label}]`;
    case 'hard_break': return inTable ? ' ' : '\\\n';
    default: return inTable ? ' ' : '\n';
  }
}

function inlineCode(text, inTable) {
  const line = text.replace(/\n/g, ' ');
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(match => match[0].length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(line) ? ' ' : '';
  const code = fence + pad + line + pad + fence;
  return inTable ? code.replaceAll('|', '\\|') : code;
}

const destination = href => /^[^\s<>()]+$/.test(href) ? href : /^[^\s<>]+$/.test(href) && balanced(href) ? href : `<${href.replace(/[\n<>]/g, encodeURIComponent)}>`;

function balanced(text) {
  let depth = 0;
  for (const c of text) {
    if (c === '(') depth++;
    if (c === ')' && --depth < 0) return false;
  }
  return depth === 0;
}

const title = text => text ? ` "${text.replace(/[\\"]/g, '\\$&').replace(/\n/g, ' ')}"` : '';

function escaped(text, before, inTable) {
  return text.replace(/\n/g, ' ').replace(/[\\`*_[\]<&|~]/g, (found, at) => {
    const left = at === 0 ? before : text[at - 1];
    const right = text[at + 1] ?? '';
    switch (found) {
      case '_': return word.test(left) && word.test(right) ? found : '\\_';
      case '*': return space.test(left) && space.test(right) ? found : '\\*';
      case '<': return /[a-z!?/]/i.test(right) ? '\\<' : found;
      case '&': return /^&(#\d+|#x[\da-f]+|\w+);/i.test(text.slice(at)) ? '\\&' : found;
      case '|': return inTable ? '\\|' : found;
      case '~': return right === '~' || left === '~' ? '\\~' : found;
      case '\\': return right === '' || /[!-/:-@[-`{-~]/.test(right) ? '\\\\' : found;
      default: return '\\' + found;
    }
  });
}

// What would make something else of a line that starts with it.
function startOfLines(text, inTable) {
  if (inTable) return text.trim();
  return text.split('\n').map(line => line.replace(/^[ \t]+/, '')).map((line, i) => line
    .replace(/^(#{1,6})(?=\s|$)/, '\\$1')
    .replace(/^([-+])(?=\s|$)/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^>/, '\\>')
    .replace(/^(:{3,}|:(?=\s))/, '\\$1')
    .replace(/^(=+|-{2,}|_{3,}|\*{3,})(?=\s*$)/, i > 0 || /^(-{3,}|_{3,}|\*{3,})\s*$/.test(line) ? '\\$1' : '$1')
    .replace(/^(~{3,})/, '\\$1')).join('\n').replace(/[ \t]+$/, '').replace(/^\n+/, '');
}
