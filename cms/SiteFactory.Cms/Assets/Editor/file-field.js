// The file of a document: sent as soon as it is chosen, so that pressing "Publier" waits for nothing. Without scripts it goes with the form.
import { h, t, ask } from './dom.js';

export function fileField(fieldset, settings) {
  const input = fieldset.querySelector('input[type=file]');
  const chosen = fieldset.querySelector('select');
  const state = h('p', { class: 'field-hint', role: 'status' });
  input.after(state);
  const send = async () => {
    if (!input.files.length) return;
    const body = new FormData();
    body.append('fichier', input.files[0]);
    state.className = 'field-hint';
    state.textContent = t('Sending');
    try {
      const file = await ask(`${settings.root}/phototheque/fichiers`, { method: 'POST', body });
      chosen.append(new Option(file.label, file.path, true, true));
      chosen.dispatchEvent(new Event('change', { bubbles: true }));
      state.textContent = t('FileReady', file.label);
    } catch (error) {
      state.className = 'field-error';
      state.textContent = error.message;
    }
    input.value = '';
  };
  input.addEventListener('change', send);
  // A file may be chosen before this script has come.
  send();
}
