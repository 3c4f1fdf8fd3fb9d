// The page as it will be, beside the form: the form is sent to the preview's frame, by itself, when typing stops.
import { h, t, calm, newId } from './dom.js';

const pause = 700;
const fields = ['Title', 'Summary', 'Body', 'Image', 'ImageAlt'];

export class Preview {
  constructor(form, address, editor) {
    Object.assign(this, { form, address, editor });
    const name = newId();
    this.frame = h('iframe', { name, title: t('PreviewTitle'), sandbox: 'allow-same-origin allow-popups allow-popups-to-escape-sandbox', class: 'preview-frame' });
    this.sender = h('form', { method: 'post', action: address, target: name, hidden: true });
    this.button = h('button', { type: 'button', class: 'secondary', 'aria-expanded': 'false', onclick: () => this.toggle() }, t('PreviewOpen'));
    this.size = h('select', { 'aria-label': t('PreviewSize'), onchange: () => { this.panel.dataset.size = this.size.value; } },
      h('option', { value: 'phone' }, t('PreviewPhone')), h('option', { value: 'desk' }, t('PreviewDesk')));
    this.panel = h('aside', { class: 'preview-panel', 'aria-label': t('PreviewTitle'), hidden: true, 'data-size': 'phone' },
      h('div', { class: 'preview-head' }, h('h2', {}, t('PreviewTitle')), this.size,
        h('button', { type: 'submit', form: form.id ||= newId(), class: 'secondary', formaction: address, formtarget: '_blank', formnovalidate: true }, t('PreviewFull')),
        h('button', { type: 'button', class: 'secondary', onclick: () => this.toggle() }, t('Close'))),
      h('div', { class: 'preview-stage' }, this.frame));
    document.body.append(this.sender);
    this.later = calm(pause, () => this.refresh());
    form.addEventListener('input', () => { if (!this.panel.hidden) this.later(); });
  }

  toggle() {
    this.panel.hidden = !this.panel.hidden;
    document.body.classList.toggle('has-preview', !this.panel.hidden);
    this.button.setAttribute('aria-expanded', String(!this.panel.hidden));
    this.button.textContent = t(this.panel.hidden ? 'PreviewOpen' : 'PreviewClose');
    if (this.panel.hidden) this.button.focus();
    else this.refresh();
  }

  refresh() {
    this.editor?.write();
    const value = name => this.form.elements.namedItem(name)?.value ?? '';
    const token = document.querySelector('input[name=__RequestVerificationToken]')?.value ?? '';
    const scroll = this.frame.contentWindow?.scrollY ?? 0;
    this.sender.replaceChildren(
      h('input', { type: 'hidden', name: '__RequestVerificationToken', value: token }),
      ...fields.map(name => h('textarea', { name, value: value(name) })));
    this.frame.addEventListener('load', () => this.frame.contentWindow?.scrollTo(0, scroll), { once: true });
    this.sender.submit();
  }
}
