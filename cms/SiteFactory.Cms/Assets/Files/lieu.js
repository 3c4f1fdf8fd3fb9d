// The place of an event: a search over the choices of the list, which stays the field that is sent. Without this script the list itself.
const list = document.querySelector('select[data-places]');
const fold = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const most = 12;

if (list) {
  const other = document.getElementById('autre-lieu');
  const form = list.form;
  const label = document.querySelector(`label[for="${list.id}"]`);
  const input = document.createElement('input');
  for (const [name, value] of Object.entries({
    type: 'text', id: list.id, role: 'combobox', placeholder: list.dataset.places, autocomplete: 'off', spellcheck: 'false',
    'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': 'lieux', 'aria-describedby': list.getAttribute('aria-describedby') ?? '',
  })) if (value) input.setAttribute(name, value);
  if (list.getAttribute('aria-invalid')) input.setAttribute('aria-invalid', 'true');
  const popup = document.createElement('ul');
  Object.assign(popup, { id: 'lieux', className: 'combobox-list', hidden: true });
  popup.setAttribute('role', 'listbox');
  popup.setAttribute('aria-label', label.textContent);
  const box = document.createElement('div');
  box.className = 'combobox';
  list.id += '-liste';
  list.hidden = true;
  list.before(box);
  box.append(input, popup);

  const chosen = () => list.value ? list.selectedOptions[0].text : '';
  const tell = () => list.dispatchEvent(new Event('input', { bubbles: true }));
  let active = -1;

  const close = () => {
    popup.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
    active = -1;
  };
  const take = value => {
    list.value = value;
    input.value = chosen();
    close();
    tell();
  };
  // What was typed is kept: it becomes the name of a place that the directory lacks.
  const takeNew = focus => {
    const name = input.value.trim();
    take('');
    input.value = '';
    other.open = true;
    form.elements.LocationName.value = name;
    form.elements.LocationName.dispatchEvent(new Event('input', { bubbles: true }));
    if (focus) form.elements.LocationAddress.focus();
  };
  const option = (text, act) => {
    const item = document.createElement('li');
    item.id = `lieu-${popup.children.length}`;
    item.setAttribute('role', 'option');
    item.setAttribute('aria-selected', 'false');
    item.textContent = text;
    item.addEventListener('mousedown', event => event.preventDefault());
    item.addEventListener('click', act);
    popup.append(item);
  };
  const show = () => {
    const typed = input.value.trim();
    const words = fold(typed).split(/\s+/).filter(Boolean);
    const fit = [...list.options].filter(o => o.value && words.every(w => fold(o.text).includes(w)));
    popup.replaceChildren();
    fit.slice(0, most).forEach(o => option(o.text, () => take(o.value)));
    if (typed && !fit.some(o => fold(o.text) === fold(typed))) option(list.dataset.new.replace('{0}', typed), () => takeNew(true));
    if (!popup.children.length) option(list.dataset.none, close);
    const opens = popup.hidden;
    popup.hidden = false;
    // The bar at the foot of the form would lie over it.
    if (opens) popup.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-expanded', 'true');
    active = -1;
  };
  const move = by => {
    if (popup.hidden) show();
    const items = [...popup.children];
    items[active]?.setAttribute('aria-selected', 'false');
    active = (active + by + items.length) % items.length;
    items[active].setAttribute('aria-selected', 'true');
    items[active].scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', items[active].id);
  };

  input.value = chosen();
  input.addEventListener('input', event => { event.stopPropagation(); show(); });
  input.addEventListener('click', () => { if (popup.hidden) show(); });
  input.addEventListener('keydown', event => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') { event.preventDefault(); move(event.key === 'ArrowDown' ? 1 : active < 0 ? 0 : -1); }
    else if (event.key === 'Enter' && !popup.hidden) { event.preventDefault(); popup.children[Math.max(active, 0)].click(); }
    else if (event.key === 'Escape' && !popup.hidden) { event.preventDefault(); input.value = chosen(); close(); }
  });
  input.addEventListener('blur', () => {
    const typed = input.value.trim();
    const same = [...list.options].find(o => o.value && fold(o.text) === fold(typed));
    if (!typed) { if (list.value) take(''); else close(); }
    else if (same) take(same.value);
    else takeNew(false);
  });
  // A draft that is brought back fills the list.
  list.addEventListener('change', () => { input.value = chosen(); });
}
