// Improves forms of everyday services that work without it.

// Labels and allergens at a click, for the dish on whose line the cursor stands.
const marks = document.querySelector('[data-marks]');
if (marks) {
  const grid = document.querySelector('[data-meals]');
  // Somebody may write already when this arrives.
  let field = grid.contains(document.activeElement) ? document.activeElement.closest('textarea') : null;
  marks.hidden = false;
  grid.addEventListener('focusin', event => { if (event.target.matches('textarea')) field = event.target; });
  marks.addEventListener('click', event => {
    const mark = event.target.closest('[data-mark]')?.dataset.mark;
    if (!mark || !field) return;
    const before = field.value.slice(0, field.selectionStart).lastIndexOf('\n') + 1;
    const after = field.value.indexOf('\n', field.selectionStart);
    const end = after < 0 ? field.value.length : after;
    const line = field.value.slice(before, end).trimEnd();
    if (!line.trim()) return field.focus();
    const known = /\(([^()]*)\)$/.exec(line);
    const words = known ? known[1].split(',').map(w => w.trim()) : [];
    const next = words.includes(mark) ? words.filter(w => w !== mark) : [...words, mark];
    const name = known ? line.slice(0, known.index).trimEnd() : line;
    const text = next.length ? `${name} (${next.join(', ')})` : name;
    field.setRangeText(text, before, end, 'end');
    field.focus();
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

// A table from a word processor keeps its cells: tabs between them, " / " for lines inside one.
for (const area of document.querySelectorAll('#Pasted')) {
  area.addEventListener('paste', event => {
    const html = event.clipboardData?.getData('text/html');
    if (!html?.includes('<table')) return;
    const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
    const cell = td => [...td.querySelectorAll('p, li')].map(p => p.textContent).concat(td.querySelector('p, li') ? [] : [td.innerText ?? td.textContent])
      .join('\n').split('\n').map(t => t.replace(/\s+/g, ' ').trim()).filter(Boolean).join(' / ');
    event.preventDefault();
    area.setRangeText([...table.rows].map(row => [...row.cells].map(cell).join('\t')).join('\n'), area.selectionStart, area.selectionEnd, 'end');
  });
}

// A map to pick the place or draw the stretch on, when somebody asks for it.
const box = document.querySelector('[data-map]');
if (box) {
  const open = box.querySelector('[data-map-open]');
  const state = box.querySelector('[data-map-state]');
  box.hidden = false;
  open.addEventListener('click', async () => {
    try {
      await new Promise((resolve, reject) => document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: box.dataset.style, onload: resolve, onerror: reject })));
      const { show } = await import(box.dataset.script);
      const [lat, lon, line] = ['Latitude', 'Longitude', 'Line'].map(id => document.getElementById(id));
      box.querySelector('[data-map-tools]').hidden = false;
      open.parentElement.hidden = true;
      show(box, { lat, lon, line }, text => { state.textContent = text; });
    } catch {
      state.textContent = box.dataset.failed;
    }
  });
}
