// Markdown in. Beside the document it keeps, for every block, the very lines it was read from: what nobody touches is
// written back as it was.
import { schema } from './schema.js';
import { readBlocks } from './tokens.js';
import { readOpening } from './directive-line.js';

const { nodes, marks } = schema;

/** Raised for what the schema cannot hold: the block that holds it stays as text. */
class Unknown extends Error {}

/** `{ doc, sources, lead, tail }`; `sources` maps blocks to `{ text, before, after }`. */
export function parse(markdown) {
  const lines = markdown.replace(/\r\n?/g, '\n').split('\n');
  const sources = new Map();
  const reader = new Reader(lines, sources);
  const children = reader.blocks(readBlocks(lines.join('\n')), 0, lines.length, line => lines[line]);
  const first = lines.findIndex(line => line.trim() !== '');
  const lead = first < 0 ? '' : lines.slice(0, first).map(line => line + '\n').join('');
  const tail = first < 0 ? null : /\s*$/.exec(lines.join('\n'))[0];
  return { doc: nodes.doc.create(null, children.length ? children : [nodes.paragraph.create()]), sources, lead, tail };
}

class Reader {
  constructor(lines, sources) {
    this.lines = lines;
    this.sources = sources;
  }

  /** The nodes of a run of blocks. `strip` gives a line without what its containers put before it, or null. */
  blocks(blocks, from, to, strip) {
    const found = [];
    let line = from;
    for (const block of blocks) {
      this.leftOver(found, line, block.from, strip);
      found.push({ ...this.bounds(block.from, block.to), node: this.block(block, strip) });
      line = Math.max(line, block.to);
    }
    this.leftOver(found, line, to, strip);
    found.forEach((entry, i) => this.remember(entry, found[i - 1], found[i + 1], strip));
    return found.map(entry => entry.node);
  }

  // Lines that no block claims define link targets: they stay where they are.
  leftOver(found, from, to, strip) {
    const { from: start, to: end } = this.bounds(from, to);
    if (start >= end) return;
    found.push({ from: start, to: end, node: nodes.opaque.create({ source: this.text(start, end, strip) }) });
  }

  bounds(from, to) {
    while (to > from && this.lines[to - 1].trim() === '') to--;
    while (from < to && this.lines[from].trim() === '') from++;
    return { from, to };
  }

  text(from, to, strip) {
    const lines = [];
    for (let line = from; line < to; line++) {
      const text = strip(line);
      if (text === null) throw new Unknown('lazy line');
      lines.push(text);
    }
    return lines.join('\n');
  }

  remember(entry, before, after, strip) {
    try {
      this.sources.set(entry.node, {
        text: this.text(entry.from, entry.to, strip),
        before: before ? entry.from - before.to + 1 : null,
        after: after ? after.from - entry.to + 1 : null,
        next: after?.node ?? null,
      });
    } catch (error) {
      if (!(error instanceof Unknown)) throw error;
    }
  }

  block(block, strip) {
    const known = this.sources.size;
    try {
      return this.known(block, strip);
    } catch (error) {
      if (!(error instanceof Unknown)) throw error;
      for (const key of [...this.sources.keys()].slice(known)) this.sources.delete(key);
      const { from, to } = this.bounds(block.from, block.to);
      return nodes.opaque.create({ source: this.text(from, to, strip) });
    }
  }

  known(block, strip) {
    switch (block.type) {
      case 'paragraph': return nodes.paragraph.create(null, inline(block.inline));
      case 'heading': return nodes.heading.create({ level: Number(block.token.tag.slice(1)) }, inline(block.inline));
      case 'hr': return nodes.horizontal_rule.create();
      case 'fence': return code(block.token.content, block.token.info);
      case 'code_block': return code(block.token.content, '');
      case 'blockquote': return nodes.blockquote.create(null, this.quoted(block, strip));
      case 'bullet_list': return nodes.bullet_list.create({ tight: isTight(block), bullet: block.token.markup }, this.items(block, strip));
      case 'ordered_list': return nodes.ordered_list.create({ tight: isTight(block), order: start(block), delimiter: block.token.markup }, this.items(block, strip));
      case 'table': return this.table(block, strip);
      case 'directive': return this.directive(block, strip);
      default: throw new Unknown(block.type);
    }
  }

  directive(block, strip) {
    const opening = readOpening(block.token.info);
    if (!opening) throw new Unknown('opening line');
    const children = this.blocks(block.children, block.from + 1, block.to - 1, strip);
    const { open, close } = block.token.meta;
    return nodes.directive.create({ name: opening.name, values: opening.values, open, close: close.trim() }, children);
  }

  quoted(block, strip) {
    const inner = line => {
      const match = /^ {0,3}>[ \u00a0\u202f]?/.exec(strip(line) ?? '');
      return match ? strip(line).slice(match[0].length) : null;
    };
    return this.inner(block, inner);
  }

  items(block, strip) {
    const items = block.children.map(item => ({ ...this.bounds(item.from, item.to), node: this.item(item, strip) }));
    items.forEach((entry, i) => this.remember(entry, items[i - 1], items[i + 1], strip));
    return items.map(entry => entry.node);
  }

  item(block, strip) {
    const marker = /^( {0,3}(?:[-*+]|\d{1,9}[.)]))( {1,4}(?! )| *(?=$)|[ \u00a0\u202f])/.exec(strip(block.from) ?? '');
    if (!marker) throw new Unknown('list marker');
    const width = marker[0].length;
    const indent = new RegExp(`^ {${width}}`);
    const inner = line => {
      const text = strip(line);
      if (text === null) return null;
      if (line === block.from) return text.slice(width);
      return text.trim() === '' ? '' : indent.test(text) ? text.slice(width) : null;
    };
    const task = takeTask(block);
    return nodes.list_item.create({ task }, this.inner(block, inner));
  }

  // The rule is the second line; every other line is a row.
  table(block, strip) {
    const rows = block.children.flatMap(part => part.children).map((row, i) => ({ from: row.from ?? block.from + (i && i + 1), node: nodes.table_row.create(null, row.children.map(cell)) }));
    for (const row of rows) this.remember({ ...row, to: row.from + 1 }, null, null, strip);
    return nodes.table.create({ rule: strip(block.from + 1) }, rows.map(row => row.node));
  }

  // An item or a quotation without text still has a paragraph to write in.
  inner(block, strip) {
    const children = this.blocks(block.children, block.from, block.to, strip);
    return children.length ? children : [nodes.paragraph.create()];
  }
}

const isTight = block => block.children.every(item => item.children.every(child => child.type !== 'paragraph' || child.token.hidden));

const start = block => Number(block.token.attrGet('start') ?? 1);

const code = (content, info) => nodes.code_block.create({ params: info }, content.replace(/\n$/, '') ? schema.text(content.replace(/\n$/, '')) : null);

// `[ ] ` and `[x] ` at the start of an item.
function takeTask(item) {
  const first = item.children[0]?.type === 'paragraph' ? item.children[0].inline?.[0] : null;
  const match = first?.type === 'text' ? /^\[([ xX])\] (?=\S)/.exec(first.content) : null;
  if (!match) return null;
  first.content = first.content.slice(match[0].length);
  return match[1] !== ' ';
}

function cell(block) {
  const align = /text-align:(\w+)/.exec(block.token.attrGet('style') ?? '')?.[1] ?? null;
  return (block.type === 'th' ? nodes.table_header : nodes.table_cell).create({ align }, inline(block.inline));
}

function inline(tokens) {
  const found = [];
  let active = [];
  const without = type => { active = active.filter(mark => mark.type !== type); };
  for (const token of tokens ?? []) {
    switch (token.type) {
      case 'text': case 'text_special': if (token.content) found.push(schema.text(token.content, active)); break;
      case 'softbreak': found.push(nodes.soft_break.create(null, null, active)); break;
      case 'hardbreak': found.push(nodes.hard_break.create(null, null, active)); break;
      case 'code_inline': found.push(schema.text(token.content, marks.code.create().addToSet(active))); break;
      case 'footnote': found.push(nodes.footnote.create(token.meta, null, active)); break;
      case 'image': found.push(picture(token, active)); break;
      case 'strong_open': active = marks.strong.create({ markup: token.markup }).addToSet(active); break;
      case 'strong_close': without(marks.strong); break;
      case 'em_open': active = marks.em.create({ markup: token.markup }).addToSet(active); break;
      case 'em_close': without(marks.em); break;
      case 'link_open': active = link(token).addToSet(active); break;
      case 'link_close': without(marks.link); break;
      default: throw new Unknown(token.type);
    }
  }
  return found;
}

function link(token) {
  return marks.link.create({ href: decoded(token.attrGet('href')), title: token.attrGet('title'), auto: token.markup === 'autolink' });
}

function picture(token, active) {
  return nodes.image.create({ src: decoded(token.attrGet('src')), alt: token.content, title: token.attrGet('title') }, null, active);
}

// The tokenizer writes addresses as browsers send them; people read them as they were typed.
function decoded(address) {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
