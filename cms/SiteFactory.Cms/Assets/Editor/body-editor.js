// The text of an item, as it will look; the plain field below it stays the one that the form sends.
import { EditorState, Plugin } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { keymap } from 'prosemirror-keymap';
import { history } from 'prosemirror-history';
import { dropCursor } from 'prosemirror-dropcursor';
import { gapCursor } from 'prosemirror-gapcursor';
import { tableEditing } from 'prosemirror-tables';
import { inputRules, wrappingInputRule, textblockTypeInputRule } from 'prosemirror-inputrules';
import { DOMParser as NodeParser, Slice } from 'prosemirror-model';
import { schema } from './schema.js';
import { parse } from './parse.js';
import { serialize } from './serialize.js';
import { keys, insertBlock } from './commands.js';
import { Toolbar } from './toolbar.js';
import { views } from './views.js';
import { clean } from './paste.js';
import { chooseLink, addressOf } from './link-dialog.js';
import { chooseFile } from './picture-dialog.js';
import { chooseBlock, configure } from './block-dialog.js';
import { h, t, say, newId } from './dom.js';

const { nodes, marks } = schema;

const rules = inputRules({
  rules: [
    textblockTypeInputRule(/^(#{2,4})\s$/, nodes.heading, match => ({ level: match[1].length })),
    wrappingInputRule(/^\s*[-*]\s$/, nodes.bullet_list),
    wrappingInputRule(/^(\d+)\.\s$/, nodes.ordered_list, match => ({ order: Number(match[1]) }), (match, node) => node.childCount + node.attrs.order === Number(match[1])),
    wrappingInputRule(/^\s*>\s$/, nodes.blockquote),
  ],
});

export class BodyEditor {
  constructor(field, settings) {
    this.field = field;
    this.area = field.querySelector('textarea');
    this.settings = settings;
    this.id = newId();
    this.message = h('p', { class: 'editor-message', role: 'status' });
    this.frame = h('div', { class: 'editor-frame' });
    this.switch = h('button', { type: 'button', class: 'secondary editor-switch', 'aria-pressed': 'false', onclick: () => this.setPlain(!this.plain) }, t('PlainText'));
    this.area.before(this.frame);
    this.area.after(h('p', { class: 'editor-foot' }, this.switch, h('span', { class: 'field-hint' }, t('KeysHint'))), this.message);
    this.open();
    this.setPlain(false, { quiet: true });
    // The label leads to the text that is shown.
    const label = field.querySelector(`label[for="${this.area.id}"]`);
    label.id ||= newId();
    label.addEventListener('click', event => { if (!this.plain) { event.preventDefault(); this.view.focus(); } });
    this.area.form?.addEventListener('submit', () => this.write());
  }

  get plain() { return this.frame.hidden; }

  open() {
    this.origin = parse(this.area.value);
    const actions = { link: () => this.link(), image: () => this.image(), block: () => this.block(), toolbar: () => this.toolbar.focus() };
    const state = EditorState.create({
      doc: this.origin.doc,
      plugins: [rules, keymap(keys(actions)), history(), dropCursor(), gapCursor(), tableEditing(), new Plugin({ view: () => ({ update: view => this.toolbar?.update(view) }) })],
    });
    const described = this.area.getAttribute('aria-describedby');
    this.view = new EditorView(this.frame, {
      state,
      nodeViews: views(this.settings),
      attributes: { id: this.id, class: 'editor-text', role: 'textbox', 'aria-multiline': 'true', 'aria-label': this.field.querySelector('label').textContent.trim(), lang: 'fr', spellcheck: 'true', ...(described ? { 'aria-describedby': described } : {}) },
      transformPastedHTML: html => this.cleaned(html),
      clipboardTextParser: text => this.pastedText(text),
      handlePaste: (view, event) => this.pasteFiles(event),
      dispatchTransaction: transaction => this.apply(transaction),
    });
    this.toolbar = new Toolbar(this.view, actions, this.id);
    this.frame.prepend(this.toolbar.dom);
  }

  apply(transaction) {
    this.view.updateState(this.view.state.apply(transaction));
    if (!transaction.docChanged) return;
    this.write();
    this.area.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** Puts the text into the field that the form sends. */
  write() {
    if (!this.plain) this.area.value = serialize(this.view.state.doc, this.origin);
  }

  /** Another text, from a restored draft. */
  replace(markdown) {
    this.area.value = markdown;
    if (!this.plain) this.reopen();
  }

  reopen() {
    this.view.destroy();
    this.toolbar.dom.remove();
    this.open();
  }

  setPlain(plain, { quiet = false } = {}) {
    if (!plain && this.plain) this.reopen();
    if (plain) this.write();
    this.frame.hidden = plain;
    this.area.hidden = !plain;
    this.switch.setAttribute('aria-pressed', String(plain));
    if (quiet) return;
    (plain ? this.area : this.view).focus();
    say(t(plain ? 'PlainOn' : 'PlainOff'));
  }

  tell(message) {
    this.message.textContent = message;
  }

  cleaned(html) {
    const { html: result, pictures } = clean(html);
    this.tell(pictures ? t(pictures === 1 ? 'PastedPicture' : 'PastedPictures', pictures) : '');
    return result;
  }

  pastedText(text) {
    const lines = text.replace(/\r\n?/g, '\n').split(/\n{2,}/).filter(part => part.trim());
    const body = document.createElement('div');
    body.append(...lines.map(part => h('p', {}, part.replace(/\n/g, ' '))));
    return NodeParser.fromSchema(schema).parseSlice(body) ?? Slice.empty;
  }

  pasteFiles(event) {
    const files = [...event.clipboardData?.files ?? []];
    if (!files.length || event.clipboardData.types.includes('text/html')) return false;
    this.tell(t('PastedFile'));
    return true;
  }

  async link() {
    const { state } = this.view;
    const range = linkAround(state);
    const selected = state.doc.textBetween(range.from, range.to, ' ');
    const found = await chooseLink(this.settings.root, { href: range.href, selected });
    this.view.focus();
    if (!found) return;
    const tr = this.view.state.tr;
    if (found.remove) { this.view.dispatch(tr.removeMark(range.from, range.to, marks.link)); return; }
    const href = addressOf(found.href) ?? found.href;
    const mark = marks.link.create({ href });
    if (range.from === range.to) tr.replaceSelectionWith(schema.text(found.label, [mark]), false);
    else tr.removeMark(range.from, range.to, marks.link).addMark(range.from, range.to, mark);
    this.view.dispatch(tr.scrollIntoView());
    this.tell(found.created ? t('LinkCreated', found.label) : '');
  }

  async image() {
    const file = await chooseFile(this.settings.root);
    this.view.focus();
    if (!file) return;
    const { $from } = this.view.state.selection;
    const alt = file.alt && file.alt !== file.libraryAlt ? file.alt : '';
    const image = nodes.image.create({ src: file.path, alt });
    if ($from.parent.inlineContent) this.view.dispatch(this.view.state.tr.replaceSelectionWith(image).scrollIntoView());
    else insertBlock(nodes.paragraph.create(null, image))(this.view.state, this.view.dispatch);
  }

  async block() {
    const directive = await chooseBlock(this.settings.directives);
    if (!directive) { this.view.focus(); return; }
    const values = directive.attributes.length ? await configure(directive, [], this.settings, t('Insert')) : [];
    this.view.focus();
    if (!values) return;
    const content = directive.sample ? parse(directive.sample).doc.content : null;
    insertBlock(nodes.directive.create({ name: directive.name, values }, content))(this.view.state, this.view.dispatch);
    say(t('BlockAdded', directive.label));
    if (directive.name === 'gallery') await this.image();
  }
}

// The link under the cursor, or the selection.
function linkAround(state) {
  const { from, to, $from, empty } = state.selection;
  const mark = marks.link.isInSet($from.marks()) ?? ($from.nodeAfter && marks.link.isInSet($from.nodeAfter.marks));
  if (!empty || !mark) return { from, to, href: mark ? mark.attrs.href : '' };
  let start = from;
  let end = from;
  $from.parent.forEach((node, offset) => {
    const position = $from.start() + offset;
    if (!mark.isInSet(node.marks) || position > from || position + node.nodeSize < from) return;
    start = Math.min(start, position);
    end = Math.max(end, position + node.nodeSize);
  });
  return { from: start, to: end, href: mark.attrs.href };
}
