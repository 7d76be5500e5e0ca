// Signing out leaves nothing about people on this device: kept pages and waiting marks go. Unsent marks are asked about first.
import { waiting, wipe } from './attendance-store.js';

for (const form of document.querySelectorAll('form.sign-out')) {
  form.addEventListener('submit', async event => {
    event.preventDefault();
    event.stopPropagation();
    const unsent = await waiting(form.dataset.user).catch(() => 0);
    if (unsent > 0 && !confirm(form.dataset.unsent.replace('{count}', unsent))) return;
    const tasks = [wipe(form.dataset.user)];
    if ('caches' in window) for (const name of await caches.keys()) if (name.startsWith('ntm-')) tasks.push(caches.delete(name));
    for (const key of Object.keys(localStorage)) if (key.startsWith('ntm-draft:')) localStorage.removeItem(key);
    const workers = await navigator.serviceWorker?.getRegistrations().catch(() => []) ?? [];
    for (const worker of workers) tasks.push(worker.unregister());
    await Promise.allSettled(tasks);
    dispatchEvent(new Event('ntm-wiped'));
    form.submit();
  });
}
