import { matches } from './strings.js';

// Narrows a list to the entries that hold every word typed, accents and case aside.
export function sift() {
  const box = document.querySelector('[data-sift]');
  if (!box) return;
  const entries = [...document.querySelectorAll(box.dataset.sift)].map(element => ({ element, text: fold(`${element.textContent} ${element.dataset.words ?? ''}`) }));
  const count = box.querySelector('[role=status]');
  box.hidden = false;
  box.querySelector('input').addEventListener('input', event => {
    const words = fold(event.target.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { element, text } of entries) {
      const keep = words.every(word => text.includes(word));
      element.hidden = !keep;
      if (keep) shown++;
    }
    for (const group of document.querySelectorAll('.group:not([data-sift-aside])')) group.hidden = !group.querySelector(`${box.dataset.sift}:not([hidden])`);
    for (const aside of document.querySelectorAll('[data-sift-aside]')) aside.hidden = words.length > 0;
    count.textContent = words.length ? matches(shown) : '';
  });
}

export const fold = text => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/œ/gi, 'oe').replace(/æ/gi, 'ae').toLowerCase();
