// Shows a page of another host in the place of its notice, when the reader asks for it; nothing is loaded before.
export function players() {
  for (const place of document.querySelectorAll('[data-player]')) {
    const button = place.querySelector('[data-player-show]');
    button.hidden = false;
    button.addEventListener('click', () => show(place));
  }
}

function show(place) {
  const frame = document.createElement('iframe');
  frame.src = place.dataset.player;
  frame.title = place.dataset.playerTitle;
  frame.allow = 'autoplay; fullscreen';
  frame.referrerPolicy = 'strict-origin-when-cross-origin';
  frame.className = 'w-player-frame';
  const form = 'playerForm' in place.dataset;
  frame.classList.toggle('w-player-form', form);
  frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-popups ' + (form ? 'allow-forms allow-downloads' : 'allow-presentation'));
  place.querySelector('.w-player-notice').replaceWith(frame);
  place.querySelector('[data-player-show]').remove();
  frame.focus();
}
