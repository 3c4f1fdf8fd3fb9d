// How blocks stand in the editor: each with its name and its buttons.
import { NodeSelection } from 'prosemirror-state';
import { h, t, say } from './dom.js';
import { configure, editSource } from './block-dialog.js';
import { describe } from './picture-dialog.js';

/** What ProseMirror calls for each kind of block that is more than text. */
export const views = settings => ({
  directive: (node, view, position) => new DirectiveView(node, view, position, settings),
  opaque: (node, view, position) => new OpaqueView(node, view, position),
  image: (node, view, position) => new PictureView(node, view, position, settings),
});

/** Moves the block at that place one up (-1) or down (1) among its neighbours. */
export function moveBlock(view, position, by) {
  const { doc, tr } = view.state;
  const place = doc.resolve(position);
  const node = place.nodeAfter;
  const other = by < 0 ? place.nodeBefore : place.parent.maybeChild(place.index() + 1);
  if (!node || !other) return false;
  const target = by < 0 ? position - other.nodeSize : position + other.nodeSize;
  tr.delete(position, position + node.nodeSize).insert(target, node);
  tr.setSelection(NodeSelection.create(tr.doc, target)).scrollIntoView();
  view.dispatch(tr);
  say(t(by < 0 ? 'MovedUp' : 'MovedDown'));
  return true;
}

function removeBlock(view, position) {
  const node = view.state.doc.nodeAt(position);
  view.dispatch(view.state.tr.delete(position, position + node.nodeSize));
  view.focus();
  say(t('BlockRemoved'));
}

function bar(view, position, name, edit) {
  const button = (label, sign, act) => h('button', { type: 'button', class: 'editor-bar-button', 'aria-label': `${label} (${name})`, title: label, onclick: act }, h('span', { 'aria-hidden': 'true' }, sign));
  const move = (by, event) => {
    if (!moveBlock(view, position(), by)) return;
    // The block is drawn anew at its place: its button keeps the focus.
    const label = event.currentTarget.getAttribute('aria-label');
    requestAnimationFrame(() => view.dom.querySelector(`.ProseMirror-selectednode [aria-label="${CSS.escape(label)}"]`)?.focus());
  };
  return [
    edit ? h('button', { type: 'button', class: 'editor-bar-button', 'aria-label': `${t('Configure')} (${name})`, onclick: edit }, t('Configure')) : null,
    button(t('MoveUp'), '↑', event => move(-1, event)),
    button(t('MoveDown'), '↓', event => move(1, event)),
    button(t('RemoveBlock'), '×', () => removeBlock(view, position())),
  ];
}

class BlockView {
  stopEvent(event) {
    return event.target instanceof Element && event.target.closest('.editor-bar') !== null && event.type !== 'dragstart';
  }

  ignoreMutation(mutation) {
    return !this.contentDOM || mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target);
  }
}

class DirectiveView extends BlockView {
  constructor(node, view, position, settings) {
    super();
    this.settings = settings;
    this.node = node;
    this.directive = settings.directives.find(d => d.name === node.attrs.name);
    const label = this.directive?.label ?? node.attrs.name;
    const edit = this.directive?.attributes.length ? () => this.configure(view, position) : null;
    this.summary = h('span', { class: 'editor-bar-summary' });
    this.dom = h('section', { class: 'editor-block', 'aria-label': t('BlockNamed', label) },
      h('div', { class: 'editor-bar', contenteditable: 'false' }, h('strong', {}, label), this.summary, h('span', { class: 'editor-bar-buttons' }, bar(view, position, label, edit))));
    if (!this.directive || this.directive.hasContent || node.childCount > 0) this.dom.append(this.contentDOM = h('div', { class: 'editor-block-content' }));
    this.describe();
  }

  update(node) {
    if (node.type !== this.node.type || node.attrs.name !== this.node.attrs.name || (node.childCount > 0 && !this.contentDOM)) return false;
    this.node = node;
    this.describe();
    return true;
  }

  describe() {
    const parts = this.node.attrs.values.map(([name, value]) => {
      const attribute = this.directive?.attributes.find(a => a.name === name);
      const list = attribute?.choices ?? (attribute?.type === 'topic' ? this.settings.topics : attribute?.type === 'entry' ? this.settings.entries : []);
      return `${attribute?.label ?? name}\u00a0: ${list.find(choice => choice.value === value)?.label ?? value}`;
    });
    this.summary.textContent = parts.join(' · ');
  }

  async configure(view, position) {
    const values = await configure(this.directive, this.node.attrs.values, this.settings);
    if (values) view.dispatch(view.state.tr.setNodeMarkup(position(), null, { ...this.node.attrs, values, open: null }));
  }
}

class OpaqueView extends BlockView {
  constructor(node, view, position) {
    super();
    this.node = node;
    const edit = async () => {
      const source = await editSource(this.node.attrs.source);
      if (source !== null) view.dispatch(view.state.tr.setNodeMarkup(position(), null, { source }));
    };
    this.text = h('pre', { class: 'editor-source' });
    this.dom = h('section', { class: 'editor-block', contenteditable: 'false', 'aria-label': t('SourceBlock') },
      h('div', { class: 'editor-bar' }, h('strong', {}, t('SourceBlock')), h('span', { class: 'editor-bar-summary' }, t('SourceKept')), h('span', { class: 'editor-bar-buttons' }, bar(view, position, t('SourceBlock'), edit))), this.text);
    this.text.textContent = node.attrs.source;
  }

  update(node) {
    if (node.type !== this.node.type) return false;
    this.node = node;
    this.text.textContent = node.attrs.source;
    return true;
  }
}

class PictureView extends BlockView {
  constructor(node, view, position, settings) {
    super();
    this.node = node;
    this.settings = settings;
    this.picture = h('img', { draggable: 'false', alt: '' });
    this.words = h('span', { class: 'editor-picture-words' });
    this.button = h('button', { type: 'button', class: 'editor-bar-button', onclick: () => this.edit(view, position) }, t('AltEdit'));
    this.dom = h('span', { class: 'editor-picture', contenteditable: 'false' }, this.picture, h('span', { class: 'editor-bar' }, this.words, this.button));
    this.show();
  }

  update(node) {
    if (node.type !== this.node.type) return false;
    this.node = node;
    this.show();
    return true;
  }

  show() {
    const { src, alt } = this.node.attrs;
    const address = `${this.settings.root}/phototheque/vignettes/${src.split('/').map(encodeURIComponent).join('/')}`;
    if (this.picture.getAttribute('src') !== address) this.picture.setAttribute('src', address);
    this.picture.alt = alt;
    this.words.textContent = alt || t('AltFromLibrary');
    this.button.setAttribute('aria-label', `${t('AltEdit')} (${src.split('/').pop()})`);
  }

  async edit(view, position) {
    const words = await describe({ thumb: this.picture.getAttribute('src') }, this.node.attrs.alt);
    if (words !== null) view.dispatch(view.state.tr.setNodeMarkup(position(), null, { ...this.node.attrs, alt: words }));
  }
}
