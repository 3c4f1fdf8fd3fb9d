// Proposals while one types an address, and a point on the map when one asks for it.
export function places() {
  for (const input of document.querySelectorAll('input[data-address]')) suggest(input);
  for (const box of document.querySelectorAll('[data-map]')) map(box);
}

function suggest(input) {
  const list = document.getElementById(input.getAttribute('list'));
  const known = new Map();
  let wait, last = '';
  input.addEventListener('input', () => {
    const found = known.get(input.value);
    if (found) return point(input, found);
    if (input.dataset.place) point(input, null);
    clearTimeout(wait);
    wait = setTimeout(ask, 250);
  });

  async function ask() {
    const text = input.value.trim();
    if (text.length < 3 || text === last) return;
    last = text;
    const commune = document.querySelector('select[name="commune"]')?.value ?? '';
    try {
      const answer = await fetch(`/adresses?${new URLSearchParams({ q: text, commune })}`);
      if (!answer.ok) return;
      list.replaceChildren(...(await answer.json()).map(place => {
        known.set(place.label, place);
        const option = document.createElement('option');
        option.value = place.label;
        return option;
      }));
    } catch {
      // Without proposals the field is an ordinary one.
    }
  }
}

export function point(input, place) {
  const name = input.dataset.place;
  if (!name) return;
  const form = input.form;
  form.querySelector(`[name="${name}__lat"]`).value = place?.lat ?? '';
  form.querySelector(`[name="${name}__lon"]`).value = place?.lon ?? '';
  form.querySelector('[data-map]')?.dispatchEvent(new CustomEvent('placed', { detail: place }));
}

function map(box) {
  const state = box.querySelector('[data-map-state]');
  const input = document.querySelector(`input[data-place="${box.dataset.map}"]`);
  const open = box.querySelector('[data-map-open]');
  const here = box.querySelector('[data-map-here]');
  let shown;
  box.hidden = false;
  here.hidden = !navigator.geolocation;
  const show = async at => {
    try {
      shown ??= load(box).then(({ show }) => show(box, input, state));
      (await shown)(at);
      open.hidden = true;
    } catch {
      state.textContent = box.dataset.failed;
    }
  };
  open.addEventListener('click', () => show(null));
  here.addEventListener('click', () => navigator.geolocation.getCurrentPosition(
    ({ coords }) => show([coords.latitude, coords.longitude]),
    () => { state.textContent = box.dataset.denied; },
    { enableHighAccuracy: true, timeout: 10000 }));
}

async function load(box) {
  await new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: box.dataset.style, onload: resolve, onerror: reject });
    document.head.append(link);
  });
  return import(box.dataset.script);
}
