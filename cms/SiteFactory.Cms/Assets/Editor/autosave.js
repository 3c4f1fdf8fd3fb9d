// Keeps what is typed, and offers it again: after a crash, a closed window, an evening.
import { h, t, ask, calm } from './dom.js';

const pause = 1500;

/** The form's fields that people write, by name. */
export function valuesOf(form) {
  const values = {};
  for (const element of form.elements) {
    if (!element.name || element.name.startsWith('__') || ['hidden', 'file', 'password', 'submit', 'button'].includes(element.type) || element.name === 'Version') continue;
    if (element.type === 'radio' && !element.checked) continue;
    const value = element.type === 'checkbox' ? String(element.checked) : element.value;
    const key = element.type === 'checkbox' && element.value !== 'true' ? `${element.name}=${element.value}` : element.name;
    values[key] = value.replace(/\r\n?/g, '\n');
  }
  return values;
}

export class Autosave {
  constructor(form, address, fromVersion, editor) {
    Object.assign(this, { form, address, fromVersion, editor });
    this.saved = JSON.stringify(valuesOf(form));
    this.first = this.saved;
    this.note = h('p', { class: 'autosave-note', role: 'status' });
    form.append(this.note);
    const later = calm(pause, () => this.save());
    form.addEventListener('input', later);
    form.addEventListener('change', later);
    form.addEventListener('submit', event => {
      if (event.defaultPrevented || event.submitter?.formTarget === '_blank') return;
      later.cancel();
      this.sending = true;
    });
    addEventListener('pageshow', () => { this.sending = false; });
    addEventListener('pagehide', () => this.save({ keepalive: true }));
    addEventListener('beforeunload', event => { if (!this.sending && JSON.stringify(valuesOf(form)) !== this.first) event.preventDefault(); });
    this.offer();
  }

  async save({ keepalive = false } = {}) {
    const text = JSON.stringify(valuesOf(this.form));
    if (this.sending || text === this.saved || this.waits) return;
    try {
      await ask(this.address, { method: 'PUT', json: { text, fromVersion: this.fromVersion }, keepalive: keepalive && text.length < 60_000 });
      this.saved = text;
      this.note.textContent = t('Autosaved', new Date().toLocaleTimeString('fr-FR', { hour: '2-digit', minute: '2-digit' }));
    } catch {
      this.note.textContent = t('AutosaveFailed');
    }
  }

  async offer() {
    // Nothing may overwrite what is kept before somebody has decided.
    this.waits = true;
    const kept = await ask(this.address).catch(() => null);
    if (!kept || kept.text === this.first) { this.waits = false; return; }
    const notice = h('div', { class: 'message message-warning', role: 'region', 'aria-label': t('RestoreTitle') },
      h('p', { class: 'message-title' }, t('RestoreTitle')),
      h('p', {}, t(kept.fromVersion === this.fromVersion ? 'RestoreText' : 'RestoreOlder', kept.at)),
      h('p', { class: 'actions' },
        h('button', { type: 'button', onclick: () => { this.restore(JSON.parse(kept.text)); done(); } }, t('Restore')),
        h('button', { type: 'button', class: 'secondary', onclick: async () => { await ask(this.address, { method: 'DELETE' }).catch(() => null); done(); } }, t('Forget'))));
    const done = () => { notice.remove(); this.waits = false; (this.form.querySelector('input:not([type=hidden])') ?? this.form).focus(); };
    this.form.before(notice);
  }

  restore(values) {
    for (const element of this.form.elements) {
      const key = element.type === 'checkbox' && element.value !== 'true' ? `${element.name}=${element.value}` : element.name;
      if (!(key in values) || element.type === 'hidden') continue;
      if (element.type === 'checkbox') element.checked = values[key] === 'true';
      else if (element.type === 'radio') element.checked = element.value === values[key];
      else element.value = values[key];
      element.dispatchEvent(new Event('input', { bubbles: true }));
      element.dispatchEvent(new Event('change', { bubbles: true }));
    }
    if ('Body' in values) this.editor?.replace(values.Body);
  }
}
