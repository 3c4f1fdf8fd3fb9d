// Where a link leads: found by searching, typed, or made on the spot.
import { h, t, ask, calm, say, foundText } from './dom.js';
import { openDialog, field, actions, complain } from './dialog.js';

const schemes = /^(https?|mailto|tel|geo):/i;

/** The address that a person means: `www.metz.fr`, `mairie@vany.fr`, `03 87 00 00 00`; null when it is none. */
export function addressOf(typed) {
  const text = typed.trim();
  if (text === '' || /[\s\\]/.test(text) && !/^[\d\s.+()-]+$/.test(text)) return null;
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) return schemes.test(text) && text.length > text.indexOf(':') + 1 ? text : null;
  if (/^[^@/]+@[^@/]+\.[^@/.]+$/.test(text)) return `mailto:${text}`;
  if (/^\+?[\d\s.()-]{6,}$/.test(text)) return `tel:${text.replace(/[^\d+]/g, '')}`;
  if (/^(\/|#|media\/|[a-z0-9-]+\/media\/)/.test(text)) return text.startsWith('//') ? null : text;
  return /^[\w-]+(\.[\w-]+)+([/?#].*)?$/.test(text) ? `https://${text}` : null;
}

/** Resolves with `{ href, label }`, `{ remove: true }`, or null. */
export function chooseLink(root, { href = '', selected = '' } = {}) {
  return openDialog(t('LinkTitle'), (form, close) => {
    const search = h('input', { type: 'search', autocomplete: 'off', value: href || selected, autofocus: true });
    const count = h('p', { class: 'field-hint', role: 'status' });
    const results = h('ul', { class: 'editor-results' });
    const find = () => list(root, search, results, count, close, form);
    search.addEventListener('input', calm(250, find));
    search.addEventListener('keydown', event => {
      if (event.key !== 'Enter') return;
      const address = addressOf(search.value);
      if (address) close({ href: address, label: search.value.trim() });
      else complain(form, t('LinkUnknown'));
    });
    form.append(
      field(t('LinkSearch'), search, t('LinkSearchHint')),
      count, results,
      actions(href ? h('button', { type: 'button', class: 'danger', onclick: () => close({ remove: true }) }, t('LinkRemove')) : null));
    find();
  });
}

async function list(root, search, results, count, close, form) {
  const query = search.value;
  const address = addressOf(query);
  const found = await ask(`${root}/editeur/liens?q=${encodeURIComponent(query.trim())}`).catch(error => { complain(form, error.message); return []; });
  // The answer to what was typed before may come last.
  if (query !== search.value) return;
  const lines = found.map(link => choice(link.label, `${link.kind} · ${link.note || link.address}`, () => close({ href: link.address, label: link.label })));
  if (address) lines.unshift(choice(t('LinkGoTo', address), t('LinkTyped'), () => close({ href: address, label: query.trim() })));
  else if (query.trim()) lines.push(choice(t('LinkCreate', query.trim()), t('LinkCreateHint'), event => create(root, query.trim(), event.currentTarget, close, form)));
  results.replaceChildren(...lines);
  count.textContent = foundText(found.length);
}

const choice = (label, note, onclick) => h('li', {}, h('button', { type: 'button', class: 'editor-result', onclick }, h('strong', {}, label), h('span', {}, note)));

async function create(root, title, button, close, form) {
  // Pressed twice, it still makes one page.
  button.disabled = true;
  try {
    const page = await ask(`${root}/editeur/liens`, { method: 'POST', json: { title } });
    say(t('LinkCreated', title));
    close({ href: page.address, label: page.label, created: page });
  } catch (error) {
    button.disabled = false;
    complain(form, error.message);
  }
}
