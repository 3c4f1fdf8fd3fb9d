// A picture or a file of the library, or one that is sent on the spot.
import { h, t, ask, calm, say, foundText } from './dom.js';
import { openDialog, field, actions, complain } from './dialog.js';

/** Resolves with `{ path, alt, label }` or null. `kind` is `image` or `fichier`. */
export function chooseFile(root, { kind = 'image', alt = null } = {}) {
  return openDialog(t(kind === 'image' ? 'PictureTitle' : 'FileTitle'), (form, close) => {
    const search = h('input', { type: 'search', autocomplete: 'off', autofocus: true });
    const count = h('p', { class: 'field-hint', role: 'status' });
    const grid = h('ul', { class: kind === 'image' ? 'editor-grid' : 'editor-results' });
    const pick = file => kind === 'image' ? describe(file, alt).then(words => words === null || close({ ...file, alt: words })) : close(file);
    const find = async () => {
      const query = search.value;
      const files = await ask(`${root}/phototheque/fichiers?genre=${kind}&q=${encodeURIComponent(query.trim())}`).catch(error => { complain(form, error.message); return []; });
      // The answer to what was typed before may come last.
      if (query !== search.value) return;
      count.textContent = foundText(files.length);
      grid.replaceChildren(...files.map(file => tile(file, kind, pick)));
    };
    search.addEventListener('input', calm(250, find));
    form.append(sender(root, kind, form, pick), field(t('PictureSearch'), search), count, grid);
    find();
  }, { wide: true });
}

const tile = (file, kind, pick) => h('li', {}, h('button', { type: 'button', class: kind === 'image' ? 'editor-tile' : 'editor-result', onclick: () => pick(file) },
  kind === 'image' ? h('img', { src: file.thumb, alt: '', loading: 'lazy' }) : null,
  h('strong', {}, file.label), h('span', {}, file.note)));

// One file at a time here; the library's own page takes many.
function sender(root, kind, form, pick) {
  const input = h('input', { type: 'file', accept: kind === 'image' ? 'image/*' : '.pdf,image/*' });
  const progress = h('p', { class: 'field-hint', role: 'status' });
  input.addEventListener('change', async () => {
    if (!input.files.length) return;
    progress.textContent = t('Sending');
    const body = new FormData();
    body.append('fichier', input.files[0]);
    try {
      const file = await ask(`${root}/phototheque/fichiers`, { method: 'POST', body });
      progress.textContent = t('Sent');
      pick(file);
    } catch (error) {
      progress.textContent = '';
      complain(form, error.message);
    }
  });
  return h('div', {}, field(t('PictureSend'), input, t(kind === 'image' ? 'PictureSendHint' : 'FileSendHint')), progress);
}

/** What the picture shows; resolves with the words, '' for a decorative one, null when dismissed. */
export function describe(file, alt = null) {
  return openDialog(t('AltTitle'), (form, close) => {
    const words = h('input', { type: 'text', value: alt ?? file.alt ?? '', autofocus: true });
    const finish = () => { close(words.value.trim()); say(t('PictureChosen')); };
    words.addEventListener('keydown', event => { if (event.key === 'Enter') finish(); });
    form.append(
      file.thumb ? h('img', { src: file.thumb, alt: '', class: 'editor-preview-picture' }) : null,
      field(t('AltLabel'), words, t('AltHint')),
      actions(h('button', { type: 'button', onclick: finish }, t('Insert'))));
  });
}
