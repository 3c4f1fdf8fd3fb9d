// Shows and hides questions while one answers; the server decides again when the page is sent.
export function conditions() {
  const form = document.querySelector('form[data-form]');
  const parts = form ? [...form.querySelectorAll('[data-if]')] : [];
  if (!parts.length) return;
  const shown = form.querySelector('[name="_visibles"]');
  const update = () => {
    for (const part of parts) part.hidden = !JSON.parse(part.dataset.if).every(rule => holds(form, rule));
    const names = [...form.querySelectorAll('.field:not([hidden]), .notice')].map(nameOf).filter(Boolean);
    shown.value = [...new Set([...shown.value.split(','), ...names])].filter(name => !hidden(form, name)).join(',');
  };
  form.addEventListener('change', update);
  update();
}

function holds(form, { field, in: wanted, not }) {
  const values = [...form.querySelectorAll(`[name="${CSS.escape(field)}"]`)]
    .filter(input => !input.closest('[hidden]') && (input.type === 'radio' || input.type === 'checkbox' ? input.checked : input.value))
    .map(input => input.value);
  const fits = wanted.length ? values.some(value => wanted.includes(value)) : values.length > 0;
  return not ? values.length > 0 && !fits : fits;
}

const nameOf = part => part.querySelector('input:not([type="hidden"]), select, textarea')?.name;
const hidden = (form, name) => !!form.querySelector(`[name="${CSS.escape(name)}"]`)?.closest('[hidden]');
