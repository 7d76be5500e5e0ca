// Keeps attendance pages that the officer opened, with their scripts and styles, so that they open without a connection.
// Personal data is only in those pages; each copy says until when it may be kept and for whom.
const pages = 'ntm-diem-danh-trang';
const assets = 'ntm-diem-danh-tep';
const patience = 6000;
const isPage = url => /^\/can-bo\/lop\/[\w-]+\/diem-danh\/\d+$/.test(url.pathname);
const isAsset = url => url.pathname.startsWith('/tai-nguyen/');
const addressOf = url => url.origin + url.pathname;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));

/**
 * True when a copy was made. A page that may not be kept takes its old copy away. A copy that was asked for beside the page
 * that is shown gets that page's stamp: what is sent from there is what the copy does not have.
 */
async function keepPage(address, response, stamp) {
  const cache = await caches.open(pages);
  const seconds = Number(response.headers.get('X-Ntm-Keep') ?? 0);
  if (!response.ok || response.redirected || !(seconds > 0)) {
    await cache.delete(address);
    return false;
  }
  const headers = new Headers(response.headers);
  headers.set('X-Ntm-Until', String(Date.now() + seconds * 1000));
  const body = stamp ? (await response.text()).replace(/data-stamp="\w*"/, `data-stamp="${stamp}"`) : await response.blob();
  await cache.put(address, new Response(body, { headers }));
  return true;
}

/** Copies whose time is over, and those of somebody else, go. */
async function tidy(user) {
  const cache = await caches.open(pages);
  for (const request of await cache.keys()) {
    const copy = await cache.match(request);
    const over = Number(copy.headers.get('X-Ntm-Until')) < Date.now();
    if (over || user !== undefined && copy.headers.get('X-Ntm-For') !== user) await cache.delete(request);
  }
}

async function page(request) {
  const address = addressOf(new URL(request.url));
  const fresh = fetch(request).then(async response => {
    if (response.ok && !response.redirected) {
      const kept = (await (await caches.open(pages)).match(address)) !== undefined;
      if (kept) await keepPage(address, response.clone());
    }
    return response;
  });
  const late = new Promise(resolve => setTimeout(resolve, patience));
  const first = await Promise.race([fresh.catch(() => undefined), late]);
  if (first) return first;
  await tidy();
  return await (await caches.open(pages)).match(address) ?? fresh;
}

async function asset(request) {
  const cache = await caches.open(assets);
  const copy = await cache.match(request.url);
  // An address with a version never changes its content; the others are asked for again while there is a line.
  if (copy && new URL(request.url).searchParams.has('v')) return copy;
  try {
    const response = await fetch(request);
    if (copy && response.ok) await cache.put(request.url, response.clone());
    return response;
  } catch (e) {
    if (copy) return copy;
    throw e;
  }
}

self.addEventListener('fetch', event => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (event.request.mode === 'navigate' && isPage(url)) event.respondWith(page(event.request));
  else if (isAsset(url)) event.respondWith(asset(event.request));
});

self.addEventListener('message', event => {
  const { keep, assets: needed, user, stamp } = event.data;
  event.waitUntil((async () => {
    await tidy(user);
    const cache = await caches.open(pages);
    const kept = await cache.match(keep) !== undefined || await keepPage(keep, await fetch(keep, { credentials: 'same-origin' }), stamp);
    if (kept) {
      const files = await caches.open(assets);
      for (const old of await files.keys()) if (!needed.includes(old.url)) await files.delete(old);
      for (const file of needed) if (!await files.match(file)) await files.add(file);
    }
    event.source.postMessage(kept ? { kept } : { over: true });
  })().catch(() => undefined));
});
