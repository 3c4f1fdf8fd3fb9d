// <sf-e-service>, <sf-e-services> and <sf-tracking>: démarches on any page. One module, no dependency, no cookie. It asks the
// site or the portal that the element names, or the site that it was loaded from, and nobody else. Whatever goes wrong, a
// plain link is left.
import { styles } from './style.mjs';
import { words } from './words.mjs';

const home = new URL(import.meta.url).origin;
const patience = 5000;
const asked = new Map();

const address = text => {
  try {
    const url = new URL(text, home);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href.replace(/\/+$/, '') : null;
  } catch {
    return null;
  }
};

const ask = url => {
  if (!asked.has(url)) {
    asked.set(url, fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer', signal: AbortSignal.timeout(patience) })
      .then(answer => (answer.ok ? answer.json() : null)).catch(() => null));
  }
  return asked.get(url);
};

// Publik's categories, in the words of a site's own list.
const catalogue = async (portal, commune) => {
  const answer = await ask(`${portal}/api/categories/?full=on`);
  const services = (Array.isArray(answer?.data) ? answer.data : []).flatMap(category => (category.forms ?? []).map(form => ({
    key: form.slug, title: form.title, summary: plain(form.description), category: category.title, access: form.authentication_required ? 'sign-in' : 'online',
    start: withCommune(address(form.url) ?? `${portal}/${form.slug}`, commune),
  })));
  return services.length ? { services, tracking: { method: 'post', action: `${portal}/code/load`, field: 'code' } } : null;
};

const plain = html => new DOMParser().parseFromString(html ?? '', 'text/html').body.textContent.trim();
const withCommune = (url, commune) => (commune ? `${url.endsWith('/') ? url : `${url}/`}?commune=${encodeURIComponent(commune)}` : url);
const slug = text => (text ?? '').normalize('NFD').replace(/\p{M}/gu, '').replace(/œ/gi, 'oe').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');

const make = (name, attributes = {}, ...content) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value != null) element.setAttribute(key, value);
  element.append(...content.filter(part => part != null));
  return element;
};

const link = (href, label, part) => (address(href) ? make('a', { href, part }, label) : make('span', {}, label));

class Element extends HTMLElement {
  static observedAttributes = ['site', 'portal', 'service', 'commune', 'category', 'event', 'handler', 'limit', 'label'];
  #turn = 0;

  connectedCallback() {
    if (!this.shadowRoot) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(styles);
      this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet];
      this.shadowRoot.append(make('slot'));
    }
    this.#show();
  }

  attributeChangedCallback() {
    if (this.isConnected && this.shadowRoot) this.#show();
  }

  get portal() { return this.hasAttribute('portal') ? address(this.getAttribute('portal')) : null; }
  get site() { return this.hasAttribute('site') ? address(this.getAttribute('site')) : this.portal ? null : home; }
  get commune() { return this.getAttribute('commune'); }

  async #show() {
    const turn = ++this.#turn;
    const list = this.site ? await ask(`${this.site}/demarches.json`) : this.portal ? await catalogue(this.portal, this.commune) : null;
    if (turn !== this.#turn) return;
    let shown = null;
    try {
      shown = list && this.view(list);
    } catch {
      // A list that is not what it should be is no list.
    }
    this.shadowRoot.replaceChildren(shown ?? this.plain());
    this.toggleAttribute('data-plain', !shown);
  }

  // What the page's author wrote inside says it best; otherwise a link of our own.
  plain() {
    return this.textContent.trim() ? make('slot') : link(this.target, this.getAttribute('label') ?? this.word, 'link');
  }
}

const card = service => make('div', { class: 'card', part: 'card' },
  make('p', { class: 'title', part: 'title' }, link(service.page ?? service.start, service.title)),
  service.summary ? make('p', { class: 'text' }, service.summary) : null,
  make('p', { class: 'marks' },
    words[service.access] ? make('span', { class: 'badge' }, words[service.access]) : null,
    service.handledBy ? make('span', {}, `${words.by} ${service.handledBy}`) : null),
  service.start ? make('p', {}, make('a', { href: address(service.start) ? service.start : null, class: 'button', part: 'button', 'aria-label': `${words.start}${words.colon}${service.title}` }, words.start)) : null);

customElements.define('sf-e-service', class extends Element {
  get word() { return words.service; }
  get target() {
    const key = encodeURIComponent(this.getAttribute('service') ?? '');
    return this.portal ? withCommune(`${this.portal}/${key}/`, this.commune) : `${this.site}/demarches/${key}/`;
  }
  view(list) {
    const service = list.services.find(s => s.key === this.getAttribute('service'));
    return service ? card(service) : null;
  }
});

customElements.define('sf-e-services', class extends Element {
  get word() { return words.services; }
  get target() { return this.site ? `${this.site}/demarches/` : `${this.portal}/`; }
  view(list) {
    const { category, event, handler, limit } = Object.fromEntries(['category', 'event', 'handler', 'limit'].map(n => [n, this.getAttribute(n)]));
    const services = list.services
      .filter(s => (!category || slug(s.category) === slug(category)) && (!event || s.lifeEvents?.includes(event)) && (!handler || s.handler === handler))
      .slice(0, Number(limit) || 100);
    return services.length ? make('ul', { part: 'list' }, ...services.map(s => make('li', {}, card(s)))) : null;
  }
});

customElements.define('sf-tracking', class extends Element {
  get word() { return words.track; }
  get target() { return this.site ? `${this.site}/demarches/suivre/` : `${this.portal}/`; }
  view(list) {
    const door = list.tracking;
    if (!door || door.method === 'link' || !address(door.action)) return null;
    return make('form', { method: door.method, action: door.action, class: 'track' },
      make('label', { for: 'code' }, words.code),
      make('span', { class: 'field' }, make('input', { id: 'code', name: door.field, required: '', autocomplete: 'off', maxlength: 40 }), make('button', { class: 'button', part: 'button' }, words.follow)));
  }
});
