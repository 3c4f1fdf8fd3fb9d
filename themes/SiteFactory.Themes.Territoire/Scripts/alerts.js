import { closeAlert } from './strings.js';

// An alert can be put away, unless it tells of a danger. What was put away is remembered on this device alone.
const key = 'alertes-fermees';

export function alerts() {
  const closed = new Set(read());
  const shown = [...document.querySelectorAll('[data-alert]')];
  for (const alert of shown) {
    const id = alert.dataset.alert;
    if (alert.classList.contains('alert--danger')) continue;
    if (closed.has(id)) { alert.hidden = true; continue; }
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'alert__close';
    button.setAttribute('aria-label', closeAlert);
    button.innerHTML = '<span class="i i-close"></span>';
    button.addEventListener('click', () => {
      alert.hidden = true;
      closed.add(id);
      write([...closed].filter(one => shown.some(other => other.dataset.alert === one)));
      document.getElementById('contenu')?.focus({ preventScroll: true });
    });
    alert.firstElementChild.append(button);
  }
}

function read() {
  try { return JSON.parse(localStorage.getItem(key)) ?? []; } catch { return []; }
}

function write(ids) {
  try { localStorage.setItem(key, JSON.stringify(ids)); } catch { /* storage is refused: it stays open next time */ }
}
