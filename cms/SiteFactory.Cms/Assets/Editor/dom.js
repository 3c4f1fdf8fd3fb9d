// Elements, texts and requests.

/** An element: `h('button', { type: 'button', onclick }, 'Texte')`. A property that starts with `on` listens; null is left out. */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'value' || name === 'checked') element[name] = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

let texts = {};

/** The editor's words come from the server, with everything else that is read. */
export const useTexts = given => { texts = given; };

/** The text of that name, its holes filled in order. */
export const t = (name, ...values) => values.reduce((text, value, i) => text.replaceAll(`{${i}}`, value), texts[name] ?? name);

/** Says something to whoever cannot see it change. */
export function say(message) {
  let region = document.getElementById('editor-says');
  if (!region) document.body.append(region = h('p', { id: 'editor-says', class: 'visually-hidden', role: 'status' }));
  region.textContent = '';
  requestAnimationFrame(() => { region.textContent = message; });
}

const token = () => document.querySelector('input[name=__RequestVerificationToken]')?.value ?? '';

/** JSON from the server; throws with the server's own words when it refuses. */
export async function ask(address, { method = 'GET', json, body, keepalive = false } = {}) {
  const headers = { Accept: 'application/json', RequestVerificationToken: token() };
  if (json !== undefined) headers['Content-Type'] = 'application/json';
  const response = await fetch(address, { method, headers, keepalive, body: json === undefined ? body : JSON.stringify(json), credentials: 'same-origin' });
  if (response.status === 204) return null;
  const answer = response.headers.get('Content-Type')?.includes('json') ? await response.json() : null;
  if (!response.ok) throw new Error(answer?.message ?? t('ServerSilent'));
  return answer;
}

/** Calls back once nothing has happened for that long. */
export function calm(milliseconds, act) {
  let waiting;
  const later = () => { clearTimeout(waiting); waiting = setTimeout(act, milliseconds); };
  later.cancel = () => clearTimeout(waiting);
  return later;
}

let lastId = 0;

/** An id that no other element has. */
export const newId = () => `editor-${++lastId}`;

/** How many answers a search has. */
export const foundText = count => count === 0 ? t('NothingFound') : count === 1 ? t('FoundOne') : t('Found', count);
