// Markdown as the content format reads it: CommonMark with tables, footnotes and directives, no HTML. Every block knows its lines.
import MarkdownIt from 'markdown-it';

const openingLine = /^( {0,3})(:{3,})(.*)$/;

const tokenizer = new MarkdownIt('commonmark', { html: false }).enable('table');
tokenizer.block.ruler.before('fence', 'directive', directive, { alt: ['paragraph', 'reference', 'blockquote', 'list', 'table'] });
tokenizer.block.ruler.before('reference', 'note', note, { alt: ['paragraph', 'reference'] });
tokenizer.block.ruler.before('paragraph', 'definitions', definitions, { alt: [] });
tokenizer.inline.ruler.before('link', 'footnote', footnote);

// A no-break space after a sign that starts a line is read as a space, as the site does.
const markerSpace = /(?<=^[ \t]*(?:[-*+>]|\d{1,9}[.)]|#{1,6}|:{3,}))[\u00a0\u202f]/gm;

/** The blocks of a text: `{ type, token, inline, children, from, to }`, lines from 0, `to` excluded. */
export function readBlocks(text) {
  const top = { children: [] };
  const open = [top];
  for (const token of tokenizer.parse(text.replace(markerSpace, ' '), {})) {
    const parent = open[open.length - 1];
    if (token.nesting < 0) open.pop();
    else if (token.type === 'inline') parent.inline = token.children;
    else {
      const block = { type: token.type.replace(/_open$/, ''), token, children: [], from: token.map?.[0], to: token.map?.[1] };
      parent.children.push(block);
      if (token.nesting > 0) open.push(block);
    }
  }
  return top.children;
}

/** The inline tokens of one line of text. */
export const readInline = text => tokenizer.parseInline(text, {})[0]?.children ?? [];

function lineOf(state, line) {
  return state.src.slice(state.bMarks[line] + state.tShift[line], state.eMarks[line]);
}

const isIndented = (state, line) => state.sCount[line] - state.blkIndent >= 4;

function directive(state, startLine, endLine, silent) {
  if (isIndented(state, startLine)) return false;
  const match = openingLine.exec(lineOf(state, startLine));
  if (!match) return false;
  if (silent) return true;
  const end = match[3].trim() === '' ? -1 : closingLine(state, startLine, endLine, match[2].length);
  if (end < 0) return verbatim(state, startLine, match[3].trim() === '' ? startLine + 1 : endLine);
  const open = state.push('directive_open', 'div', 1);
  open.block = true;
  open.map = [startLine, end + 1];
  open.info = match[3].trim();
  open.meta = { open: lineOf(state, startLine), close: lineOf(state, end) };
  const before = [state.lineMax, state.parentType];
  state.lineMax = end;
  state.parentType = 'directive';
  state.md.block.tokenize(state, startLine + 1, end);
  [state.lineMax, state.parentType] = before;
  state.push('directive_close', 'div', -1).block = true;
  state.line = end + 1;
  return true;
}

// The line that closes a directive: of as many colons, not inside code, not the end of one within.
function closingLine(state, startLine, endLine, colons) {
  let depth = 1;
  let fence = null;
  for (let line = startLine + 1; line < endLine; line++) {
    if (state.sCount[line] < state.blkIndent && !state.isEmpty(line)) return -1;
    const text = lineOf(state, line);
    const mark = /^(`{3,}|~{3,})/.exec(text)?.[1];
    if (fence) {
      if (mark && mark[0] === fence[0] && mark.length >= fence.length && text.trim() === mark) fence = null;
      continue;
    }
    if (mark) { fence = mark; continue; }
    const match = openingLine.exec(text);
    if (!match || match[2].length !== colons) continue;
    depth += match[3].trim() === '' ? -1 : 1;
    if (depth === 0) return line;
  }
  return -1;
}

// `[^1]: The note.` with the lines that belong to it.
function note(state, startLine, endLine, silent) {
  if (isIndented(state, startLine) || !/^\[\^[^\]\s]+\]:/.test(lineOf(state, startLine))) return false;
  return silent || verbatim(state, startLine, afterIndented(state, startLine, endLine));
}

// A term, and lines that start with a colon.
function definitions(state, startLine, endLine, silent) {
  let line = startLine + 1;
  while (line < endLine && !state.isEmpty(line) && !/^[:~]\s/.test(lineOf(state, line))) line++;
  if (line < endLine && state.isEmpty(line)) line++;
  if (line >= endLine || line === startLine || !/^[:~]\s/.test(lineOf(state, line)) || isIndented(state, line)) return false;
  return silent || verbatim(state, startLine, afterIndented(state, line, endLine));
}

function afterIndented(state, line, endLine) {
  line++;
  while (line < endLine) {
    let next = line;
    while (next < endLine && state.isEmpty(next)) next++;
    if (next >= endLine) break;
    const belongs = next === line || isIndented(state, next) || /^[:~]\s/.test(lineOf(state, next));
    if (!belongs) break;
    line = next + 1;
  }
  return line;
}

function verbatim(state, from, to) {
  const token = state.push('verbatim', '', 0);
  token.block = true;
  token.map = [from, to];
  state.line = to;
  return true;
}

function footnote(state, silent) {
  const match = /^\[\^([^\]\s]+)\](?!:)/.exec(state.src.slice(state.pos, state.pos + 80));
  if (!match) return false;
  if (!silent) state.push('footnote', '', 0).meta = { label: match[1] };
  state.pos += match[0].length;
  return true;
}
