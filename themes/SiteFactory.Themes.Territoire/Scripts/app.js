// Visited pages stay readable without a network, and the site can be put on the home screen.
export function app() {
  if ('serviceWorker' in navigator && location.protocol === 'https:' || location.hostname.endsWith('localhost')) {
    addEventListener('load', () => navigator.serviceWorker?.register('/sw.js').catch(() => {}));
  }
  addEventListener('beforeinstallprompt', event => {
    event.preventDefault();
    const line = document.querySelector('[data-install]');
    if (!line) return;
    line.hidden = false;
    line.querySelector('button').addEventListener('click', async () => { await event.prompt(); line.hidden = true; }, { once: true });
  });
}
