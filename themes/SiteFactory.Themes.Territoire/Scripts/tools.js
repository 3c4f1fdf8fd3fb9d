// Share and print, where the browser can.
export function tools() {
  for (const line of document.querySelectorAll('[data-tools]')) {
    const share = line.querySelector('[data-share]');
    line.hidden = false;
    line.querySelector('[data-print]').addEventListener('click', () => print());
    if (navigator.share) {
      share.hidden = false;
      share.addEventListener('click', () => navigator.share({ title: document.title, url: location.href }).catch(() => {}));
    }
  }
}
