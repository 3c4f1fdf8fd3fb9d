// Narrows the list of streets while one types; without it, the list is all there.
export function waste() {
  const box = document.querySelector('[data-waste]');
  const field = box?.querySelector('.w-waste-field');
  if (!field) return;
  const streets = [...box.querySelectorAll('li')].map(item => ({ item, text: fold(item.textContent) }));
  const status = field.querySelector('[role=status]');
  field.hidden = false;
  field.querySelector('input').addEventListener('input', event => {
    const words = fold(event.target.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { item, text } of streets) {
      item.hidden = !words.every(word => text.includes(word));
      if (!item.hidden) shown++;
    }
    status.textContent = words.length ? `${shown}\u00a0${status.dataset.words}` : '';
  });
}

const fold = text => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/œ/gi, 'oe').replace(/[’']/g, ' ').toLowerCase();
