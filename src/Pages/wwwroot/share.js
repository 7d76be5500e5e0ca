// A button that opens the phone's own way of passing something on; where there is none it stays hidden.
for (const button of document.querySelectorAll('[data-shares]')) {
  if (!navigator.share) break;
  button.hidden = false;
  button.addEventListener('click', () => navigator.share({ title: document.title, text: button.dataset.shares, url: location.origin + location.pathname }).catch(() => {}));
}
