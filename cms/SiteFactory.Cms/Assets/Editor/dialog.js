// Windows over the page: the browser's own dialog, which keeps the focus and gives it back.
import { h, t, newId } from './dom.js';

/** Opens a window. `fill(form, close)` puts its content in; resolves with what was given to `close`, null when dismissed. */
export function openDialog(title, fill, { wide = false } = {}) {
  return new Promise(resolve => {
    const id = newId();
    const form = h('form', { method: 'dialog', class: 'editor-dialog-body' });
    const dialog = h('dialog', { class: `editor-dialog${wide ? ' editor-dialog-wide' : ''}`, 'aria-labelledby': id },
      h('header', { class: 'editor-dialog-head' },
        h('h2', { id }, title),
        h('button', { type: 'button', class: 'secondary', onclick: () => close(null) }, t('Close'))),
      form);
    // Who waits goes on before the page takes another click: the browser tells of a closed window only later.
    const close = value => { resolve(value); dialog.close(); };
    form.addEventListener('submit', event => event.preventDefault());
    dialog.addEventListener('close', () => { dialog.remove(); resolve(null); });
    fill(form, close);
    document.body.append(dialog);
    dialog.showModal();
    (form.querySelector('[autofocus]') ?? form.querySelector('input:not([type=hidden]), select, textarea, button'))?.focus();
  });
}

/** A labelled field; `control` gets the id that the label names. */
export function field(label, control, hint = null) {
  control.id ||= newId();
  const hintId = hint ? `${control.id}-aide` : null;
  if (hintId) control.setAttribute('aria-describedby', hintId);
  return h('div', { class: 'field' }, h('label', { for: control.id }, label), hint ? h('p', { class: 'field-hint', id: hintId }, hint) : null, control);
}

/** The line of buttons at the bottom of a window. */
export const actions = (...buttons) => h('p', { class: 'actions' }, ...buttons);

/** Shows what went wrong in a window. */
export function complain(form, message) {
  form.querySelector('.message-error')?.remove();
  form.prepend(h('p', { class: 'message message-error', role: 'alert' }, message));
}
