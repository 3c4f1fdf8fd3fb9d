// The buttons above the text: one stop of the Tab key, arrows between them.
import { isInTable } from 'prosemirror-tables';
import { h, t } from './dom.js';
import { commands, states, setStyle, styleOf } from './commands.js';

const icons = {
  strong: 'M6 4h6a4 4 0 0 1 2.6 7A4.3 4.3 0 0 1 13 20H6zm3 6.6h2.6a1.9 1.9 0 0 0 0-3.8H9zm0 6.6h3.3a2 2 0 0 0 0-4H9z',
  em: 'M10 4h8v2.4h-2.8L12 17.6h2.8V20h-9v-2.4h2.9L12 6.4h-2z',
  link: 'M9.5 14.5a1.2 1.2 0 0 1 0-1.7l3.3-3.3a1.2 1.2 0 1 1 1.7 1.7l-3.3 3.3a1.2 1.2 0 0 1-1.7 0zM10 17.6l-1 1a3.2 3.2 0 0 1-4.5-4.5l3-3A3.2 3.2 0 0 1 11 10L9.4 11.6a1 1 0 0 0-.5.2l-3 3.1a1 1 0 0 0 1.4 1.4l1-1zm4-11.2 1-1A3.2 3.2 0 0 1 19.500 9.900l-3 3A3.200 3.200 0 0 1 13 14l1.600-1.600.500-.200 3-3.100a1 1 0 0 0-1.400-1.400l-1 1z',
  bullets: 'M4 5.500a1.500 1.500 0 1 1 3 0 1.500 1.500 0 0 1-3 0zM9 4.500h11v2H9zM4 12a1.500 1.500 0 1 1 3 0 1.500 1.500 0 0 1-3 0zm5-1h11v2H9zm-5 7.500a1.500 1.500 0 1 1 3 0 1.500 1.500 0 0 1-3 0zm5-1h11v2H9z',
  numbers: 'M4.500 3.500h1.700v5H4.800V5h-.800zM9 4.500h11v2H9zM4 10h3v1.200l-1.600 2.300H7v1.300H3.900v-1.100l1.700-2.400H4zm5 1h11v2H9zm-5 5.300h3v4.700H4v-1.200h1.700v-.600H4.500V18h1.200v-.500H4zm5 1.200h11v2H9z',
  quote: 'M5 17h3.500l2-4V6H4v7h3.500zm8.500 0H17l2-4V6h-6.500v7H16z',
  image: 'M4 5h16v14H4zm2 2v7.500l3-3 3.500 3.500 2-2L18 16.500V7zm9.500 1.500a1.500 1.500 0 1 1 0 3 1.500 1.500 0 0 1 0-3z',
  table: 'M4 5h16v14H4zm2 2v2.700h5V7zm7 0v2.700h5V7zm-7 4.700v2h5v-2zm7 0v2h5v-2zm-7 4V17h5v-1.300zm7 0V17h5v-1.300z',
  rule: 'M4 11h16v2H4z',
  undo: 'M9 5v3h5.500a5 5 0 0 1 0 10H8v-2h6.500a3 3 0 0 0 0-6H9v3L4.500 9z',
  redo: 'M15 5v3H9.500a5 5 0 0 0 0 10H16v-2H9.500a3 3 0 0 1 0-6H15v3l4.500-4z',
};

function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', icons[name]);
  svg.append(path);
  return svg;
}

export class Toolbar {
  /** `actions` opens windows: link, image, block. `controls` is the id of the text. */
  constructor(view, actions, controls) {
    this.view = view;
    const button = (name, act = null) => h('button', {
      type: 'button', class: 'editor-tool', 'aria-label': t(`Tool.${name}`), title: t(`Tool.${name}`), 'data-tool': name,
      onmousedown: event => event.preventDefault(),
      onclick: () => act ? act() : this.run(commands[name]),
    }, icon(name));
    this.style = h('select', { class: 'editor-style', 'aria-label': t('Style'), onchange: () => this.run(setStyle(this.style.value)) },
      ['p', 'h2', 'h3', 'h4'].map(value => h('option', { value }, t(`Style.${value}`))));
    this.tables = h('span', { class: 'editor-tools', role: 'group', 'aria-label': t('TableTools'), hidden: true },
      ['rowAfter', 'columnAfter', 'deleteRow', 'deleteColumn', 'deleteTable'].map(name => h('button', { type: 'button', class: 'editor-tool editor-tool-words', onmousedown: event => event.preventDefault(), onclick: () => this.run(commands[name]) }, t(`Tool.${name}`))));
    this.dom = h('div', { class: 'editor-toolbar', role: 'toolbar', 'aria-label': t('Toolbar'), 'aria-controls': controls },
      this.style,
      ['strong', 'em'].map(name => button(name)), button('link', actions.link),
      ['bullets', 'numbers', 'quote'].map(name => button(name)),
      button('image', actions.image), ['table', 'rule'].map(name => button(name)),
      h('button', { type: 'button', class: 'editor-tool editor-tool-words editor-tool-block', onclick: actions.block }, t('Tool.block')),
      ['undo', 'redo'].map(name => button(name)),
      this.tables);
    this.dom.addEventListener('keydown', event => this.arrows(event));
    this.update(view);
  }

  run(command) {
    command(this.view.state, this.view.dispatch, this.view);
    this.view.focus();
  }

  stops() {
    return [...this.dom.querySelectorAll('select, button')].filter(element => !element.closest('[hidden]'));
  }

  arrows(event) {
    const stops = this.stops();
    const at = stops.indexOf(document.activeElement);
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const target = by ? stops[(at + by + stops.length) % stops.length] : event.key === 'Home' ? stops[0] : event.key === 'End' ? stops.at(-1) : null;
    if (event.key === 'Escape') this.view.focus();
    if (!target) return;
    event.preventDefault();
    stops.forEach(stop => { stop.tabIndex = stop === target ? 0 : -1; });
    target.focus();
  }

  focus() {
    (this.stops().find(stop => stop.tabIndex === 0) ?? this.stops()[0]).focus();
  }

  update(view) {
    const { state } = view;
    for (const [name, isOn] of Object.entries(states)) {
      const button = this.dom.querySelector(`[data-tool=${name}]`);
      button.setAttribute('aria-pressed', String(isOn(state)));
    }
    for (const name of ['undo', 'redo']) this.dom.querySelector(`[data-tool=${name}]`).setAttribute('aria-disabled', String(!commands[name](state)));
    const style = styleOf(state);
    this.style.value = style ?? 'p';
    this.style.setAttribute('aria-disabled', String(style === null));
    this.tables.hidden = !isInTable(state);
    const stops = this.stops();
    if (!stops.some(stop => stop.tabIndex === 0 && stop.hasAttribute('tabindex'))) stops.forEach((stop, i) => { stop.tabIndex = i === 0 ? 0 : -1; });
  }
}
