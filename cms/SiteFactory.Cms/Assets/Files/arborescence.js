// Moving pages by mouse and by keyboard; the buttons of each line do the same without it.

const tree = document.querySelector('[data-tree]');
const form = document.querySelector('#arbre-form[data-moves]');

if (tree && form) {
  let dragged;
  const classes = ['drop-into', 'drop-before', 'drop-after'];
  const clear = () => tree.querySelectorAll('.' + classes.join(',.')).forEach(li => li.classList.remove(...classes));
  const parentOf = li => li.parentElement.closest('li[data-id]');

  // The upper quarter of a line means before it, the lower one after it, the middle under it.
  const placeAt = (li, y) => {
    const box = li.querySelector('.leaf').getBoundingClientRect();
    const part = (y - box.top) / box.height;
    return part < .25 ? 'drop-before' : part > .75 ? 'drop-after' : 'drop-into';
  };

  tree.addEventListener('dragstart', event => {
    dragged = event.target.closest('li[data-id]');
    dragged.classList.add('is-dragged');
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', dragged.dataset.id);
  });
  tree.addEventListener('dragend', () => {
    dragged?.classList.remove('is-dragged');
    dragged = undefined;
    clear();
  });
  tree.addEventListener('dragover', event => {
    const li = event.target.closest('li[data-id]');
    if (!dragged || !li || dragged.contains(li)) return;
    event.preventDefault();
    clear();
    li.classList.add(placeAt(li, event.clientY));
  });
  tree.addEventListener('drop', event => {
    const li = event.target.closest('li[data-id]');
    if (!dragged || !li || dragged.contains(li)) return;
    event.preventDefault();
    const place = placeAt(li, event.clientY);
    const parent = place === 'drop-into' ? li : parentOf(li);
    const neighbours = [...(place === 'drop-into' ? [] : li.parentElement.children)].filter(n => n !== dragged);
    form.elements.id.value = dragged.dataset.id;
    form.elements.parent.value = parent?.dataset.key ?? '';
    form.elements.position.value = place === 'drop-into' ? '' : neighbours.indexOf(li) + (place === 'drop-after' ? 1 : 0);
    form.submit();
  });

  tree.addEventListener('keydown', event => {
    if (!event.altKey || !event.key.startsWith('Arrow')) return;
    const button = event.target.closest('li[data-id]')?.querySelector(`.leaf [data-step="${event.key}"]`);
    if (!button || button.disabled) return;
    event.preventDefault();
    sessionStorage.setItem('sf-page', event.target.closest('li[data-id]').dataset.id);
    button.click();
  });

  // After a move by keyboard the eye and the focus stay on the page that moved.
  const moved = sessionStorage.getItem('sf-page');
  sessionStorage.removeItem('sf-page');
  if (moved) tree.querySelector(`li[data-id="${CSS.escape(moved)}"] .leaf-title`)?.focus();
}
