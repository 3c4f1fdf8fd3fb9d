// Improves pages that work without it.

// On a telephone the menu is folded away until it is asked for.
const fold = document.querySelector('.menu-fold');
if (fold && matchMedia('(max-width: 59.99rem)').matches) fold.open = false;

// A refused form is told first to whoever cannot see the page.
document.querySelector('.message-error')?.focus();

// One click, one form.
for (const form of document.querySelectorAll('form[method=post]')) {
  form.addEventListener('submit', event => {
    // A preview opens beside the form, which stays.
    if (event.submitter?.formTarget === '_blank') return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = 'true';
    addEventListener('pageshow', () => delete form.dataset.sent, { once: true });
  });
}
