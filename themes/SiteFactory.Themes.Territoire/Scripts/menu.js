// Closes an open section of the menu with Escape, or when one goes elsewhere. Opening it is the browser's own work.
export function menu() {
  const nav = document.querySelector('.menu');
  const burger = document.querySelector('.burger');
  if (!nav || !burger) return;
  const wide = matchMedia('(min-width: 62rem)');
  const close = () => nav.querySelectorAll('details[open]').forEach(section => { section.open = false; });

  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    const section = nav.querySelector('details[open]');
    if (section) {
      const inside = section.contains(document.activeElement);
      section.open = false;
      if (inside) section.querySelector('summary').focus();
    } else if (burger.open) {
      burger.open = false;
      burger.querySelector('summary').focus();
    }
  });
  document.addEventListener('click', event => { if (wide.matches && !nav.contains(event.target)) close(); });
  nav.addEventListener('focusout', event => { if (wide.matches && event.relatedTarget && !nav.contains(event.relatedTarget)) close(); });
  document.querySelectorAll('.skip a[href="#menu"]').forEach(link => link.addEventListener('click', () => { if (!wide.matches) burger.open = true; }));
}
