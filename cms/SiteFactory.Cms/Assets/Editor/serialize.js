// Markdown out. A block that is the one that was read gives its very lines; only what was changed is written anew.
import { writeInline } from './inline.js';
import { writeOpening } from './directive-line.js';

/** The text of a document. `origin` is what `parse` gave, or nothing. */
export function serialize(doc, origin = { sources: new Map(), lead: '', tail: null }) {
  if (isEmpty(doc)) return '';
  const writer = new Writer(origin.sources);
  return origin.lead + writer.blocks(doc) + (origin.tail ?? '\n');
}

const isEmpty = doc => doc.childCount === 1 && doc.firstChild.type.name === 'paragraph' && doc.firstChild.content.size === 0;

class Writer {
  constructor(sources) {
    this.sources = sources;
  }

  // Undoing a change makes a new block equal to the one that was read.
  source(node) {
    const own = this.sources.get(node);
    if (own) return own;
    for (const [other, source] of this.sources) if (other.type === node.type && other.eq(node)) return source;
    return null;
  }

  blocks(parent, between = 2) {
    const parts = [];
    let before = null;
    parent.forEach(node => {
      // Paragraphs without text have no Markdown; they are where somebody stopped typing.
      if (node.type.name === 'paragraph' && node.content.size === 0 && parent.childCount > 1) return;
      const source = this.source(node);
      const text = source?.text ?? this.block(node);
      if (text === '' && !source) return;
      if (before) parts.push('\n'.repeat(gap(before, { node, source }, between)));
      parts.push(text);
      before = { node, source };
    });
    return parts.join('');
  }

  block(node) {
    switch (node.type.name) {
      case 'paragraph': return writeInline(node);
      case 'heading': return `${'#'.repeat(node.attrs.level)} ${writeInline(node).replace(/\\?\n/g, ' ').replace(/(\s)(#+)$/, '$1\\$2')}`.trimEnd();
      case 'horizontal_rule': return '---';
      case 'code_block': return code(node);
      case 'blockquote': return prefixed(this.blocks(node), '> ', '> ');
      case 'bullet_list': return this.list(node, () => `${node.attrs.bullet} `);
      case 'ordered_list': return this.list(node, i => `${node.attrs.order + i}${node.attrs.delimiter} `);
      case 'table': return this.table(node);
      case 'directive': return this.directive(node);
      case 'opaque': return node.attrs.source;
      default: throw new Error(`No Markdown for ${node.type.name}`);
    }
  }

  list(node, marker) {
    const parts = [];
    let before = null;
    node.forEach((item, _, i) => {
      const source = this.source(item);
      // An item that moved keeps its text, and gets the sign of its new place.
      const text = source && source.text.startsWith(marker(i).trimEnd()) ? source.text : this.item(item, marker(i), node.attrs.tight);
      const least = node.attrs.tight ? 1 : 2;
      if (before) parts.push('\n'.repeat(Math.max(before.source?.after ?? source?.before ?? least, 1)));
      parts.push(text);
      before = { source };
    });
    return parts.join('');
  }

  table(node) {
    const rows = [];
    node.forEach(row => rows.push(this.source(row)?.text ?? tableRow(row)));
    rows.splice(1, 0, rule(node));
    return rows.join('\n');
  }

  item(item, marker, tight) {
    const task = item.attrs.task === null ? '' : item.attrs.task ? '[x] ' : '[ ] ';
    return prefixed(task + this.blocks(item, tight ? 1 : 2), marker, ' '.repeat(marker.length)).trimEnd();
  }

  directive(node) {
    const { name, values, open, close } = node.attrs;
    const colons = /^:{3,}/.exec(close)?.[0] ?? ':::';
    const inner = this.blocks(node);
    return `${open ?? writeOpening(name, values, colons)}\n${inner ? inner + '\n' : ''}${colons}`;
  }
}

// Lines between two blocks: as many as there were beside whichever of them was not touched, if they keep the two apart.
function gap(before, after, otherwise) {
  const both = before.source && after.source && before.source.next && (before.source.next === after.node || before.source.next.eq(after.node));
  if (both) return before.source.after;
  const known = before.source?.after ?? after.source?.before ?? otherwise;
  if (known >= 2) return known;
  if (before.node.type.name === 'heading' || after.node.type.name === 'heading') return known;
  const isListAfterText = otherwise === 1 && before.node.type.name === 'paragraph' && after.node.type.name.endsWith('_list');
  return isListAfterText ? 1 : 2;
}

const prefixed = (text, first, rest) => text.split('\n').map((line, i) => (i === 0 ? first : rest) + line).map(line => line.trim() === '' || line === rest ? line.trimEnd() : line).join('\n');

function code(node) {
  const text = node.textContent;
  const longest = Math.max(2, ...[...text.matchAll(/^`+/gm)].map(match => match[0].length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${node.attrs.params}\n${text}\n${fence}`;
}

function tableRow(row) {
  const cells = [];
  row.forEach(cell => cells.push(writeInline(cell, { inTable: true }) || ' '));
  return `| ${cells.join(' | ')} |`;
}

const marksOf = { left: ':--', center: ':-:', right: '--:' };

// The rule as it was written, as long as it says the same of as many columns.
function rule(table) {
  const aligns = [];
  table.firstChild.forEach(cell => aligns.push(cell.attrs.align));
  const written = table.attrs.rule?.trim().replace(/^\||\|$/g, '').split('|').map(part => {
    const [, left, right] = /^\s*(:?)-+(:?)\s*$/.exec(part) ?? [];
    return left && right ? 'center' : left ? 'left' : right ? 'right' : null;
  });
  return written?.length === aligns.length && written.every((align, i) => align === aligns[i])
    ? table.attrs.rule
    : `| ${aligns.map(align => marksOf[align] ?? '---').join(' | ')} |`;
}
