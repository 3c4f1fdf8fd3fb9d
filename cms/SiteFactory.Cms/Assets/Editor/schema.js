// What a body can hold, as ProseMirror sees it. Whatever is not named here stands in an `opaque` block, word for word.
import { Schema } from 'prosemirror-model';
import { tableNodes } from 'prosemirror-tables';

const tables = tableNodes({
  tableGroup: 'block',
  cellContent: 'inline*',
  cellAttributes: {
    align: {
      default: null,
      getFromDOM: dom => dom.getAttribute('data-align'),
      setDOMAttr: (value, attrs) => { if (value) attrs['data-align'] = value; },
    },
  },
});

// `rule` is the line below the heads as it was written.
tables.table = { ...tables.table, attrs: { rule: { default: null } } };

const heading = level => ({ tag: `h${level}`, attrs: { level } });

const nodes = {
  doc: { content: 'block+' },
  paragraph: { content: 'inline*', group: 'block', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
  heading: {
    attrs: { level: { default: 2 } },
    content: 'inline*', group: 'block', defining: true,
    // The page's own title is its only h1.
    parseDOM: [{ tag: 'h1', attrs: { level: 2 } }, ...[2, 3, 4, 5, 6].map(heading)],
    toDOM: node => [`h${node.attrs.level}`, 0],
  },
  bullet_list: {
    attrs: { tight: { default: true }, bullet: { default: '-' } },
    content: 'list_item+', group: 'block',
    parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0],
  },
  ordered_list: {
    attrs: { tight: { default: true }, order: { default: 1 }, delimiter: { default: '.' } },
    content: 'list_item+', group: 'block',
    parseDOM: [{ tag: 'ol', getAttrs: dom => ({ order: Number(dom.getAttribute('start')) || 1 }) }],
    toDOM: node => node.attrs.order === 1 ? ['ol', 0] : ['ol', { start: node.attrs.order }, 0],
  },
  list_item: {
    attrs: { task: { default: null } },
    content: 'block+', defining: true,
    parseDOM: [{ tag: 'li' }],
    toDOM: node => node.attrs.task === null ? ['li', 0] : ['li', { 'data-task': String(node.attrs.task) }, 0],
  },
  blockquote: { content: 'block+', group: 'block', defining: true, parseDOM: [{ tag: 'blockquote' }], toDOM: () => ['blockquote', 0] },
  horizontal_rule: { group: 'block', parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },
  code_block: {
    attrs: { params: { default: '' } },
    content: 'text*', marks: '', group: 'block', code: true, defining: true,
    parseDOM: [{ tag: 'pre', preserveWhitespace: 'full' }], toDOM: () => ['pre', ['code', 0]],
  },
  ...tables,
  // `open` is the opening line as it was written; null once somebody changed an attribute.
  directive: {
    attrs: { name: {}, values: { default: [] }, open: { default: null }, close: { default: ':::' } },
    content: 'block*', group: 'block', defining: true, isolating: true, selectable: true, draggable: true,
    parseDOM: [{
      tag: 'section[data-directive]',
      getAttrs: dom => ({ name: dom.getAttribute('data-directive'), values: readValues(dom.getAttribute('data-values')) }),
      contentElement: '.directive-content',
    }],
    toDOM: node => ['section', { 'data-directive': node.attrs.name, 'data-values': JSON.stringify(node.attrs.values) }, ['div', { class: 'directive-content' }, 0]],
  },
  opaque: {
    attrs: { source: {} },
    group: 'block', atom: true, selectable: true, draggable: true,
    parseDOM: [{ tag: 'pre[data-opaque]', getAttrs: dom => ({ source: dom.getAttribute('data-opaque') }), priority: 60 }],
    toDOM: node => ['pre', { 'data-opaque': node.attrs.source }, node.attrs.source],
  },
  text: { group: 'inline' },
  image: {
    attrs: { src: {}, alt: { default: '' }, title: { default: null } },
    inline: true, group: 'inline', draggable: true,
    parseDOM: [{ tag: 'img[data-src]', getAttrs: dom => ({ src: dom.getAttribute('data-src'), alt: dom.getAttribute('alt') ?? '', title: dom.getAttribute('title') }) }],
    toDOM: ({ attrs }) => ['img', { 'data-src': attrs.src, alt: attrs.alt, ...(attrs.title ? { title: attrs.title } : {}) }],
  },
  footnote: {
    attrs: { label: {} },
    inline: true, group: 'inline', atom: true,
    parseDOM: [{ tag: 'sup[data-note]', getAttrs: dom => ({ label: dom.getAttribute('data-note') }) }],
    toDOM: node => ['sup', { 'data-note': node.attrs.label }, node.attrs.label],
  },
  // The end of a line that is not the end of a paragraph: shown as the space that it means, kept where it was.
  soft_break: {
    inline: true, group: 'inline', selectable: false, linebreakReplacement: false,
    parseDOM: [{ tag: 'span[data-soft]' }], toDOM: () => ['span', { 'data-soft': '' }, ' '],
  },
  hard_break: { inline: true, group: 'inline', selectable: false, parseDOM: [{ tag: 'br' }], toDOM: () => ['br'] },
};

const isBold = value => /^(bold(er)?|[5-9]\d{2,})$/.test(value) && null;

const marks = {
  link: {
    attrs: { href: {}, title: { default: null }, auto: { default: false } },
    inclusive: false,
    parseDOM: [{ tag: 'a[href]', getAttrs: dom => ({ href: dom.getAttribute('href'), title: dom.getAttribute('title') }) }],
    toDOM: node => ['a', { href: node.attrs.href, ...(node.attrs.title ? { title: node.attrs.title } : {}) }, 0],
  },
  strong: {
    attrs: { markup: { default: '**' } },
    parseDOM: [{ tag: 'strong' }, { tag: 'b' }, { style: 'font-weight', getAttrs: isBold }],
    toDOM: () => ['strong', 0],
  },
  em: { attrs: { markup: { default: '*' } }, parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
  code: { code: true, parseDOM: [{ tag: 'code' }], toDOM: () => ['code', 0] },
};

function readValues(text) {
  try {
    const values = JSON.parse(text);
    return Array.isArray(values) ? values.filter(v => Array.isArray(v) && v.length === 2).map(v => v.map(String)) : [];
  } catch {
    return [];
  }
}

export const schema = new Schema({ nodes, marks });
