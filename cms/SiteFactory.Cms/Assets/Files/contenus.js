// Improves forms of content that work without it.

// The dates of an event, as they are typed.
const dates = document.querySelector('[data-dates]');
if (dates) {
  const form = dates.closest('form');
  let waits, running;
  const show = async () => {
    running?.abort();
    running = new AbortController();
    try {
      const answer = await fetch('?handler=Dates', { method: 'POST', body: new FormData(form), signal: running.signal });
      if (answer.ok) dates.innerHTML = await answer.text();
    } catch { /* The next keystroke asks again. */ }
  };
  form.querySelector('.when').addEventListener('input', () => {
    clearTimeout(waits);
    waits = setTimeout(show, 250);
  });
}

// Whether somebody announced the same already, as it is typed.
const doubles = document.querySelector('[data-doubles]');
if (doubles) {
  const form = doubles.closest('form');
  const asked = /^(Title|Date|StartDate|Place|LocationName)$/;
  let waits, running;
  const look = async () => {
    running?.abort();
    running = new AbortController();
    try {
      const answer = await fetch('?handler=Doubles', { method: 'POST', body: new FormData(form), signal: running.signal });
      const text = answer.ok ? (await answer.text()).trim() : '';
      if (doubles.innerHTML.trim() !== text) doubles.innerHTML = text;
    } catch { /* The next keystroke asks again. */ }
  };
  form.addEventListener('input', event => {
    if (!asked.test(event.target.name)) return;
    clearTimeout(waits);
    waits = setTimeout(look, 500);
  });
}

// The banner of an alert, as it is typed.
const banner = document.querySelector('[data-alert-preview]');
if (banner) {
  const form = banner.closest('form');
  form.addEventListener('input', () => {
    banner.querySelector('[data-alert-title]').textContent = form.elements.Title.value;
    banner.querySelector('[data-alert-text]').textContent = form.elements.Body.value;
  });
}
