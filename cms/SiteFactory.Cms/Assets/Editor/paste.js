// What comes from Word, a mail or another site: its words and their structure stay, its looks do not.

const dropped = 'style, script, meta, link, title, xml, object, iframe, svg, form, input, button, noscript';
const known = new Set(['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'UL', 'OL', 'LI', 'BLOCKQUOTE', 'PRE', 'CODE', 'HR', 'TABLE', 'THEAD', 'TBODY', 'TFOOT', 'TR', 'TD', 'TH', 'A', 'STRONG', 'B', 'EM', 'I', 'BR', 'DIV', 'SECTION', 'SUP', 'IMG']);
const kept = new Set(['href', 'start', 'colspan', 'rowspan', 'data-directive', 'data-values', 'data-opaque', 'data-src', 'data-note', 'data-soft', 'data-pm-slice', 'data-align', 'alt', 'title', 'class']);
const allowedLink = /^(https?:|mailto:|tel:|geo:|\/(?!\/)|#|media\/|[a-z0-9-]+\/media\/)/i;

/** `{ html, pictures }`: clean HTML, and how many pictures were left out. */
export function clean(html) {
  const page = new DOMParser().parseFromString(withoutStyles(html), 'text/html');
  // What comes from an editor like this one is ours already.
  if (page.querySelector('[data-pm-slice]')) return { html: page.body.innerHTML, pictures: 0 };
  page.querySelectorAll(dropped).forEach(element => element.remove());
  removeComments(page.body);
  wordLists(page);
  const pictures = page.querySelectorAll('img').length;
  page.querySelectorAll('img').forEach(element => element.remove());
  [...page.body.querySelectorAll('*')].forEach(element => simplify(element));
  divisions(page.body);
  spaces(page.body);
  return { html: page.body.innerHTML, pictures };
}

// Styles are read, never applied: under another name no browser complains of them.
const withoutStyles = html => html
  .replace(/<!\[(if|endif)[^\]]*\]>/gi, '')
  .replace(/<\/?o:p[^>]*>/gi, '')
  .replace(/<style\b[\s\S]*?<\/style\s*>/gi, '')
  .replace(/(<[a-z][^<>]*?\s)style(?=\s*=)/gi, '$1data-style');

function removeComments(root) {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  found.forEach(comment => comment.remove());
}

// Word writes a list as paragraphs that name their level, with the bullet as text.
function wordLists(page) {
  let open = [];
  let last = null;
  for (const paragraph of [...page.querySelectorAll('p')]) {
    const style = paragraph.getAttribute('data-style') ?? '';
    const level = Number(/mso-list:[^;]*level(\d+)/i.exec(style)?.[1] ?? 0);
    const typed = level ? null : /^\s*([•·▪◦‣–-])[\s\u00a0]+(?=\S)/.exec(paragraph.textContent);
    if (!level && !typed) { open = []; last = null; continue; }
    if (last && last.nextElementSibling !== paragraph && !open[0]?.contains(last)) open = [];
    const depth = level || 1;
    const sign = level ? takeSign(paragraph) : typed[1];
    if (typed) cutText(paragraph, typed[0].length);
    const tag = /^[(]?(\d+|[a-z]|[ivx]+)[.)]/i.test(sign) ? 'ol' : 'ul';
    open = open.slice(0, depth);
    while (open.length < depth) {
      const list = page.createElement(tag);
      if (open.length) (open.at(-1).lastElementChild ?? open.at(-1).appendChild(page.createElement('li'))).append(list);
      else paragraph.before(list);
      open.push(list);
    }
    const item = page.createElement('li');
    item.append(...paragraph.childNodes);
    open.at(-1).append(item);
    last = open[0];
    paragraph.remove();
  }
}

function takeSign(paragraph) {
  const ignored = [...paragraph.querySelectorAll('span')].find(span => /mso-list:\s*Ignore/i.test(span.getAttribute('data-style') ?? ''));
  const sign = ignored?.textContent.trim() ?? '';
  ignored?.remove();
  return sign;
}

function cutText(element, length) {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (length > 0 && walker.nextNode()) {
    const node = walker.currentNode;
    const cut = Math.min(length, node.data.length);
    node.data = node.data.slice(cut);
    length -= cut;
  }
}

function simplify(element) {
  const style = element.getAttribute('data-style') ?? '';
  const weight = /font-weight:\s*([^;]+)/i.exec(style)?.[1].trim();
  const isPlain = element.tagName === 'B' && weight === 'normal';
  if (element.tagName === 'SPAN' || element.tagName === 'FONT' || isPlain || !known.has(element.tagName)) {
    const bold = !isPlain && weight && /^(bold(er)?|[6-9]00)$/.test(weight);
    const italic = /font-style:\s*italic/i.test(style);
    let target = null;
    if (element.textContent.trim()) {
      if (bold) target = element.ownerDocument.createElement('strong');
      if (italic) target = wrapIn(element.ownerDocument.createElement('em'), target);
    }
    if (target) { (target.firstElementChild ?? target).append(...element.childNodes); element.replaceWith(target); }
    else element.replaceWith(...element.childNodes);
    return;
  }
  for (const { name } of [...element.attributes]) if (!kept.has(name) || name === 'class') element.removeAttribute(name);
  if (element.tagName === 'A' && !allowedLink.test(element.getAttribute('href') ?? '')) element.replaceWith(...element.childNodes);
  if (element.tagName === 'SUP') element.replaceWith(...element.childNodes);
}

function wrapIn(outer, inner) {
  if (inner) outer.append(inner);
  return outer;
}

// Mail programs write a line as a division.
function divisions(root) {
  for (const element of [...root.querySelectorAll('div, section')].reverse()) {
    const hasBlocks = element.querySelector('p, ul, ol, table, h1, h2, h3, h4, h5, h6, blockquote, pre, div') !== null;
    if (hasBlocks) { element.replaceWith(...element.childNodes); continue; }
    const paragraph = element.ownerDocument.createElement('p');
    paragraph.append(...element.childNodes);
    element.replaceWith(paragraph);
  }
  for (const paragraph of root.querySelectorAll('p')) if (!paragraph.textContent.trim() && !paragraph.querySelector('img')) paragraph.remove();
}

// The site puts the no-break spaces of French in by itself.
function spaces(root) {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) walker.currentNode.data = walker.currentNode.data.replace(/[\u00a0\u202f]/g, ' ').replace(/\u00ad/g, '');
}
