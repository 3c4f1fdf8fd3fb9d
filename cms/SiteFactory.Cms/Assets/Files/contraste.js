// Tells while a colour is typed whether it can be read; the form says the same when it is sent.
for (const form of document.querySelectorAll('form[data-contrast]')) {
  const message = form.querySelector('[data-contrast-message]');
  let last = 0;
  form.addEventListener('input', async event => {
    if (!event.target.dataset.colour) return;
    const turn = ++last;
    const answer = await fetch(form.dataset.contrast, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
    if (!answer.ok || turn !== last) return;
    const faults = await answer.json();
    message.textContent = faults.map(fault => fault.message).join(' ');
    message.hidden = faults.length === 0;
  });
}
