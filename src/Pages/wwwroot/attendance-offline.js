// Asks the service worker to keep this page, or says why the page cannot be kept.
const scope = '/can-bo/lop/';

export async function keepOffline(says) {
  const told = document.getElementById('offline');
  const tell = text => {
    told.textContent = text;
    told.hidden = false;
  };
  if (!window.isSecureContext) return tell(says.insecure);
  if (!('serviceWorker' in navigator) || !('caches' in window)) return tell(says.unsupported);
  try {
    await navigator.serviceWorker.register('/tai-nguyen/attendance-sw.js', { scope });
    const ready = await navigator.serviceWorker.ready;
    navigator.serviceWorker.addEventListener('message', event => {
      if (event.data.kept) tell(says.ready);
      else if (event.data.over) tell(says.over);
    });
    const assets = performance.getEntriesByType('resource').map(e => e.name)
      .filter(a => new URL(a).pathname.startsWith('/tai-nguyen/') && !a.includes('attendance-sw'));
    ready.active.postMessage({ keep: location.origin + location.pathname, assets: [...new Set(assets)], user: encodeURIComponent(says.user), stamp: says.stamp });
  } catch {
    tell(says.unsupported);
  }
}
