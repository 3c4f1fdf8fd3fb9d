// Moves services without a way to the server. Without this, the same buttons do it with one.
const form = document.querySelector('[data-services]');
const list = form?.querySelector('.services');
if (list) {
  const status = form.querySelector('[data-moved]');
  const said = status.dataset.moved || '';

  const renumber = () => {
    const rows = [...list.children];
    rows.forEach((row, i) => {
      for (const field of row.querySelectorAll('[name^="Rows["]')) field.name = field.name.replace(/^Rows\[\d+\]/, `Rows[${i}]`);
      row.querySelector('[name=up]')?.toggleAttribute('disabled', i === 0);
      row.querySelector('[name=down]')?.toggleAttribute('disabled', i === rows.length - 1);
    });
  };

  const tell = row => {
    const title = row.querySelector('h2').firstChild.textContent.trim();
    status.textContent = said.replace('{0}', title).replace('{1}', [...list.children].indexOf(row) + 1);
  };

  list.addEventListener('click', event => {
    const button = event.target.closest('.service-move');
    if (!button) return;
    event.preventDefault();
    const row = button.closest('[data-service]');
    const up = button.name === 'up';
    const other = up ? row.previousElementSibling : row.nextElementSibling;
    if (!other) return;
    if (up) other.before(row); else other.after(row);
    renumber();
    // The button keeps the focus; at an end of the list the other one has it.
    (button.disabled ? row.querySelector('.service-move:not(:disabled)') : button)?.focus();
    tell(row);
  });

  // The same with a mouse.
  let dragged = null;
  for (const row of list.children) if (row.querySelector('.service-move')) row.draggable = true;
  list.addEventListener('dragstart', event => {
    dragged = event.target.closest?.('[data-service]');
    dragged?.classList.add('service-dragged');
    if (dragged) event.dataTransfer.effectAllowed = 'move';
  });
  list.addEventListener('dragover', event => {
    const over = event.target.closest('[data-service]');
    if (!dragged || !over || over === dragged) return;
    event.preventDefault();
    const box = over.getBoundingClientRect();
    if (event.clientY < box.top + box.height / 2) over.before(dragged); else over.after(dragged);
  });
  list.addEventListener('drop', event => event.preventDefault());
  list.addEventListener('dragend', () => {
    if (!dragged) return;
    dragged.classList.remove('service-dragged');
    renumber();
    tell(dragged);
    dragged = null;
  });
}
