// Visited pages and the emergency page work offline. Pages: the network first, what was visited otherwise.
// Files with a fingerprint in their name: what is kept first, they never change.
const version = "__VERSION__";
const shell = `socle-${version}`;
const visited = "visites";
const most = 80;

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches.open(shell).then((cache) => cache.addAll(["__FILES__"])).then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches.keys()
      .then((names) => Promise.all(names.filter((name) => name !== shell && name !== visited).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (/^\/(assets|medias)\//.test(url.pathname)) event.respondWith(kept(request));
});

async function page(request) {
  try {
    const response = await fetch(request);
    if (response.ok) await keep(request, response.clone());
    return response;
  } catch {
    return (await caches.match(request, { ignoreSearch: true })) ?? (await caches.match("__OFFLINE__"));
  }
}

async function kept(request) {
  const found = await caches.match(request);
  if (found) return found;
  const response = await fetch(request);
  if (response.ok && response.status === 200) await keep(request, response.clone());
  return response;
}

async function keep(request, response) {
  const cache = await caches.open(visited);
  await cache.put(request, response);
  const keys = await cache.keys();
  for (const old of keys.slice(0, Math.max(0, keys.length - most))) await cache.delete(old);
}
