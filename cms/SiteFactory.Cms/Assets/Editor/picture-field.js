// The picture of an item: shown, chosen in the library, taken away.
import { h, t } from './dom.js';
import { chooseFile } from './picture-dialog.js';

export function pictureField(fieldset, settings) {
  const path = fieldset.querySelector('#Image');
  const alt = fieldset.querySelector('#ImageAlt');
  const holder = path.closest('.field');
  const picture = h('img', { class: 'editor-preview-picture', alt: '' });
  const choose = h('button', { type: 'button', class: 'secondary' });
  const remove = h('button', { type: 'button', class: 'danger' }, t('PictureRemove'));
  const change = (value, words) => {
    path.value = value;
    alt.value = words;
    path.dispatchEvent(new Event('input', { bubbles: true }));
    show();
  };
  const show = () => {
    const has = path.value.trim() !== '';
    picture.hidden = remove.hidden = !has;
    alt.closest('.field').hidden = !has;
    choose.textContent = t(has ? 'PictureChange' : 'PictureChoose');
    if (has) picture.src = `${settings.root}/phototheque/vignettes/${path.value.trim().split('/').map(encodeURIComponent).join('/')}`;
  };
  choose.addEventListener('click', async () => {
    const file = await chooseFile(settings.root);
    if (file) change(file.path, file.alt && file.alt !== file.libraryAlt ? file.alt : '');
    choose.focus();
  });
  remove.addEventListener('click', () => { change('', ''); choose.focus(); });
  path.addEventListener('change', show);
  holder.after(h('div', { class: 'picture-field-tools' }, picture, h('p', { class: 'actions' }, choose, remove)));
  holder.classList.add('visually-hidden-field');
  show();
}
