// Improves the forms of items: text, picture, preview, kept drafts. Without it they are plain fields that work.
import { ask, useTexts } from './dom.js';
import { BodyEditor } from './body-editor.js';
import { Autosave } from './autosave.js';
import { Preview } from './preview.js';
import { pictureField } from './picture-field.js';
import { fileField } from './file-field.js';

const marked = document.querySelector('[data-editor-settings]');
if (marked) start(marked.dataset.editorSettings);

async function start(address) {
  const settings = await ask(address);
  useTexts(settings.texts);
  for (const fieldset of document.querySelectorAll('.picture-field')) pictureField(fieldset, settings);
  for (const fieldset of document.querySelectorAll('[data-file-field]')) fileField(fieldset, settings);
  for (const field of document.querySelectorAll('[data-editor]')) {
    const editor = new BodyEditor(field, settings);
    const form = field.querySelector('textarea').form;
    const { autosave, preview, version } = field.dataset;
    if (autosave) new Autosave(form, autosave, Number(version), editor);
    if (preview) {
      const panel = new Preview(form, preview, editor);
      field.querySelector('.editor-foot').prepend(panel.button);
      form.after(panel.panel);
    }
    field.dataset.ready = 'true';
  }
}
