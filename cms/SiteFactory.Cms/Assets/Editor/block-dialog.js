// Blocks of a page: which there are, and what each can be told.
import { h, t } from './dom.js';
import { openDialog, field, actions, complain } from './dialog.js';
import { chooseFile } from './picture-dialog.js';

/** Resolves with the chosen directive of the list, or null. */
export function chooseBlock(directives) {
  return openDialog(t('BlockTitle'), (form, close) => {
    form.append(h('ul', { class: 'editor-blocks' }, directives.map(directive => h('li', {},
      h('button', { type: 'button', class: 'editor-result', onclick: () => close(directive) }, h('strong', {}, directive.label), h('span', {}, directive.help))))));
  }, { wide: true });
}

/** Asks for a directive's attributes; resolves with `[[name, value], …]` or null. What the form does not know is kept. */
export function configure(directive, values, settings, action = t('Apply')) {
  return openDialog(directive.label, (form, close) => {
    const given = new Map(values);
    const controls = directive.attributes.map(attribute => ({ attribute, control: control(attribute, given.get(attribute.name) ?? '', settings) }));
    const apply = () => {
      const wrong = controls.find(({ attribute, control: c }) => attribute.required && !c.input.value.trim());
      if (wrong) {
        complain(form, t('AttributeMissing', wrong.attribute.label));
        wrong.control.input.focus();
        return;
      }
      for (const { attribute, control: c } of controls) given.set(attribute.name, c.input.value.trim());
      close([...given].filter(([, value]) => value !== ''));
    };
    form.append(
      h('p', {}, directive.help),
      ...controls.map(({ attribute, control: c }) => h('div', {}, field(attribute.required ? `${attribute.label} ${t('Required')}` : attribute.label, c.input, attribute.hint), c.more)),
      actions(h('button', { type: 'submit' }, action)));
    form.addEventListener('submit', apply);
  });
}

function control(attribute, value, settings) {
  switch (attribute.type) {
    case 'choice': return { input: select(attribute.choices, value) };
    case 'topic': return { input: select(settings.topics, value) };
    case 'entry': return { input: select(settings.entries, value) };
    case 'number': return { input: h('input', { type: 'number', min: attribute.least, max: attribute.most, value }) };
    case 'url': return { input: h('input', { type: 'url', value }) };
    case 'media': {
      const input = h('input', { type: 'text', value });
      const kind = attribute.name === 'poster' ? 'image' : 'fichier';
      const more = h('button', { type: 'button', class: 'secondary', onclick: async () => { input.value = (await chooseFile(settings.root, { kind }))?.path ?? input.value; } }, t('Browse'));
      return { input, more };
    }
    default: return { input: h('input', { type: 'text', value }) };
  }
}

// A value that the list does not have any more stays until somebody chooses another.
function select(choices, value) {
  const known = value === '' || choices.some(choice => choice.value === value);
  const all = [{ value: '', label: t('NoChoice') }, ...choices, ...(known ? [] : [{ value, label: value }])];
  return h('select', {}, all.map(choice => h('option', { value: choice.value, selected: choice.value === value }, choice.label)));
}

/** Edits a block that has no form: its own text. Resolves with the text or null. */
export function editSource(source) {
  return openDialog(t('SourceTitle'), (form, close) => {
    const area = h('textarea', { rows: 10, value: source, autofocus: true });
    form.append(field(t('SourceLabel'), area, t('SourceHint')), actions(h('button', { type: 'button', onclick: () => close(area.value.replace(/\r\n?/g, '\n').trim()) }, t('Apply'))));
  }, { wide: true });
}
