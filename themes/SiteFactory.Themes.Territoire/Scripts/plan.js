import { mapFailed } from './strings.js';

// The map is another server's pictures: it is loaded when it is asked for, never before.
export function plan() {
  const script = document.querySelector('script[data-map]');
  for (const place of document.querySelectorAll('[data-plan]')) {
    const button = place.querySelector('[data-plan-show]');
    const notice = place.querySelector('.plan__notice');
    if (!button || !script) continue;
    button.hidden = notice.hidden = false;
    button.addEventListener('click', async () => {
      button.disabled = true;
      try {
        await style(script.dataset.mapStyle);
        const { show } = await import(script.dataset.map);
        await show(place);
        button.closest('.plan__ask').hidden = true;
      } catch (error) {
        console.warn(error);
        notice.textContent = mapFailed;
      }
    });
  }
}

function style(href) {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.onload = resolve;
    link.onerror = reject;
    document.head.append(link);
  });
}
