// Without a connection the browser would put its own error page in place of the form: the form stays, and says so.
document.addEventListener('submit', event => {
  const note = event.target.querySelector('[data-offline]');
  if (!note || navigator.onLine) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  note.hidden = false;
  note.focus();
}, true);

window.addEventListener('online', () => {
  for (const note of document.querySelectorAll('[data-offline]')) note.hidden = true;
});
