// Looks again while a page waits for work that goes on without it: after two seconds, then more and more rarely.
const waiting = document.querySelector('[data-refresh]');
if (waiting) {
  const place = 'refresh ' + location.pathname + location.search;
  const looks = Number(sessionStorage.getItem(place)) || 0;
  sessionStorage.setItem(place, String(looks + 1));
  if (looks < 30) setTimeout(() => location.reload(), 2000 * Math.min(1 + looks / 3, 8));
}
