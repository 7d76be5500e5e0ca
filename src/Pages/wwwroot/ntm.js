// Makes forms better where scripts run; every form works without.
import { keepDrafts } from './drafts.js';

keepDrafts();
if (document.querySelector('form.sign-out')) import('./sign-out.js');
if (document.querySelector('button[data-shows]')) import('./show-password.js');
if (document.querySelector('[data-prints]')) import('./print-button.js');
if (document.querySelector('output[data-counts]')) import('./letter-count.js');
if (document.querySelector('output.said')) import('./dates-in-words.js');

// A second tap on a slow line must not look like a second submission: the key in the form already makes it one.
document.addEventListener('submit', event => {
  const form = event.target;
  if (form.dataset.sending) {
    event.preventDefault();
    return;
  }
  form.dataset.sending = 'true';
  for (const button of form.querySelectorAll('button')) button.setAttribute('aria-disabled', 'true');
});

// Coming back by the browser's button shows the page as it was left: it may be sent again.
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sending]')) {
    delete form.dataset.sending;
    for (const button of form.querySelectorAll('button')) button.removeAttribute('aria-disabled');
  }
});

// What was wrong is read out first.
document.querySelector('.problem')?.focus();
