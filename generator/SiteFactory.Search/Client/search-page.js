// Brings the search page to life. The server renders everything this needs (README.md shows the HTML); all words that
// people read stand there. Without this script the form still works and the page shows the site map.

// The engine comes with the first question, or when somebody is about to ask one: the page itself stays light.
const engine = () => import('./search.js');

const PAGE = 10;
const TYPING_PAUSE = 150;

const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');

const enhance = (form) => {
  const page = form.closest('[data-search-page]') ?? document;
  const part = (name) => page.querySelector(`[data-search-${name}]`);
  const [status, list, more, suggestion, template] = ['status', 'results', 'more', 'suggestion', 'template'].map(part);
  const field = form.elements.namedItem('q');
  const indexes = new Map();
  const date = new Intl.DateTimeFormat(document.documentElement.lang || 'fr', { dateStyle: 'long', timeZone: 'UTC' });
  let running = new AbortController();
  let pause;

  const address = () => (new FormData(form).get('scope') === 'territory' && form.dataset.territoryIndex) || form.dataset.index;

  const index = (url) => {
    if (!indexes.has(url)) {
      const opened = engine().then(({ openIndex }) => openIndex(url));
      opened.catch(() => indexes.delete(url));
      indexes.set(url, opened);
    }
    return indexes.get(url);
  };

  const excerpt = (parts) => parts.map(({ text, match }) => {
    if (!match) return document.createTextNode(text);
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });

  const item = (result) => {
    const node = template.content.cloneNode(true);
    const put = (name, text) => {
      const element = node.querySelector(`[data-${name}]`);
      if (!element) return;
      if (text) element.textContent = text;
      else element.remove();
    };
    node.querySelector('a').href = result.url;
    put('title', result.title);
    put('kind', template.dataset[result.kind]);
    put('origin', result.origin && fill(template.dataset.origin ?? '{name}', { name: result.origin }));
    const time = node.querySelector('time');
    if (time && result.date) time.dateTime = result.date;
    put('date', result.date && date.format(new Date(`${result.date.slice(0, 10)}T00:00:00Z`)));
    node.querySelector('[data-excerpt]').append(...excerpt(result.excerptParts));
    return node;
  };

  const suggest = (text) => {
    if (!suggestion) return;
    suggestion.hidden = !text;
    if (!text) return;
    const link = document.createElement('a');
    link.href = `?q=${encodeURIComponent(text)}`;
    link.textContent = text;
    suggestion.replaceChildren(`${suggestion.dataset.text} `, link);
  };

  const say = (total, query) => {
    const pattern = total === 0 ? status.dataset.none : total === 1 ? status.dataset.one : status.dataset.many;
    status.textContent = fill(pattern, { n: total.toLocaleString(document.documentElement.lang || 'fr'), q: query });
  };

  const clear = () => {
    status.textContent = '';
    list.replaceChildren();
    more.hidden = true;
    suggest(null);
    page.toggleAttribute?.('data-searching', false);
  };

  const remember = (query) => {
    const url = new URL(location.href);
    if (query) url.searchParams.set('q', query);
    else url.searchParams.delete('q');
    history.replaceState(null, '', url);
  };

  /** Searches; shows the first results, or those after the ones shown. */
  const run = async (offset = 0) => {
    running.abort();
    running = new AbortController();
    const { signal } = running;
    const query = field.value.trim();
    remember(query);
    if (!query) return clear();
    try {
      const opened = await index(address());
      const kind = new FormData(form).getAll('kind');
      // The space at the end of what was typed tells that the last word is whole.
      const found = await opened.search(field.value, { limit: PAGE, offset, kind, signal });
      if (signal.aborted) return undefined;
      page.toggleAttribute?.('data-searching', true);
      const items = found.results.map(item);
      if (offset) list.append(...items);
      else list.replaceChildren(...items);
      more.hidden = list.children.length >= found.total;
      suggest(found.didYouMean);
      say(found.total, query);
      if (offset) list.children[offset]?.querySelector('a').focus();
    } catch (error) {
      if (error.name !== 'AbortError') status.textContent = status.dataset.error;
    }
    return undefined;
  };

  const move = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const stops = [field, ...list.querySelectorAll('a')];
    const at = stops.indexOf(document.activeElement);
    if (at < 0 || !stops[at + step]) return;
    event.preventDefault();
    stops[at + step].focus();
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(pause);
    run();
  });
  field.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(run, TYPING_PAUSE);
  });
  form.addEventListener('change', (event) => event.target !== field && run());
  more.addEventListener('click', () => run(list.children.length));
  page.addEventListener('keydown', move);
  for (const choice of page.querySelectorAll('[data-search-choice]')) choice.hidden = false;

  const asked = new URLSearchParams(location.search).get('q');
  if (asked) field.value = asked;
  if (field.value) run();
  else field.addEventListener('focus', () => index(address()).catch(() => {}), { once: true });
};

document.querySelectorAll('form[data-search]').forEach(enhance);
