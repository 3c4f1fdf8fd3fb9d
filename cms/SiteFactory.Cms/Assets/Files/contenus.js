// Improves forms of content that work without it.

// What the server answers as a form is typed: the box it fills, the handler that is asked, how long typing must rest, the fields
// that matter, and what stands there when the answer is refused (undefined: what stood there).
const questions = [
  // The dates of an event.
  ['[data-dates]', 'Dates', 250, field => field.closest('.when')],
  // The next dates of a collection sector.
  ['[data-next-dates]', 'Dates', 250, field => field.name?.startsWith('Rounds')],
  // Whether somebody announced the same already.
  ['[data-doubles]', 'Doubles', 500, field => /^(Title|Date|StartDate|Place|LocationName)$/.test(field.name), ''],
];

function answerAsTyped(box, handler, rest, concerns, refused) {
  const form = box.closest('form');
  let waits, running;
  const ask = async () => {
    running?.abort();
    running = new AbortController();
    try {
      const answer = await fetch(`?handler=${handler}`, { method: 'POST', body: new FormData(form), signal: running.signal });
      const text = answer.ok ? (await answer.text()).trim() : refused;
      // What is read aloud as it changes is left alone when it did not.
      if (text !== undefined && box.innerHTML.trim() !== text) box.innerHTML = text;
    } catch { /* The next keystroke asks again. */ }
  };
  form.addEventListener('input', event => {
    if (!concerns(event.target)) return;
    clearTimeout(waits);
    waits = setTimeout(ask, rest);
  });
}

for (const [selector, ...question] of questions) {
  const box = document.querySelector(selector);
  if (box) answerAsTyped(box, ...question);
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
