import { conditions } from './conditions.js';
import { places } from './places.js';
import { previews } from './previews.js';

// Every page is complete without this: it only makes things quicker.
const errors = document.querySelector('[data-errors]');
errors?.focus();
conditions();
places();
previews();
copying();
sending();

function copying() {
  for (const button of document.querySelectorAll('[data-copy]')) {
    if (!navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.parentElement.querySelector('[data-copy-state]').textContent = button.dataset.copied;
    });
  }
}

// A second press while a photograph goes up sends nothing twice; the server would not mind, people do.
function sending() {
  for (const form of document.querySelectorAll('form[data-form]')) {
    form.addEventListener('submit', event => {
      if (form.dataset.sent) event.preventDefault();
      form.dataset.sent = 'yes';
      form.querySelector('button[name], .button:not([type])')?.setAttribute('aria-busy', 'true');
    });
    addEventListener('pageshow', () => { delete form.dataset.sent; form.querySelector('[aria-busy]')?.removeAttribute('aria-busy'); });
  }
}
