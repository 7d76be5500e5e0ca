// Keeps what was typed into a form on this device until the form is taken, so that a lost connection loses nothing.
const prefix = 'ntm-draft:';

// What others of the house have in common with who was registered last, until the tab is closed.
const household = 'ntm-house:';
const shared = ['village'];

// A phone may be shared: what nobody sent within a day is forgotten.
const longest = 24 * 60 * 60 * 1000;

// Hidden fields travel with the page, passwords and files stay where they are.
const kept = form => [...form.elements].filter(e => e.name && !['hidden', 'password', 'file', 'submit'].includes(e.type) && e.tagName !== 'BUTTON');

function save(form) {
  const values = kept(form).map(e => [e.name, e.type === 'checkbox' || e.type === 'radio' ? [e.value, e.checked] : e.value]);
  try { localStorage.setItem(prefix + form.dataset.draft, JSON.stringify({ at: Date.now(), values })); } catch { /* private mode: no drafts */ }
}

function read(name) {
  try {
    const draft = JSON.parse(localStorage.getItem(name));
    return Date.now() - draft.at < longest ? draft : null;
  } catch { return null; }
}

function forgetOld() {
  for (const name of Object.keys(localStorage)) if (name.startsWith(prefix) && !read(name)) localStorage.removeItem(name);
}

// Who came to register one more of the house finds what is the same for both.
function ofTheHouse(name) {
  return location.search.includes('xa=') ? JSON.parse(sessionStorage.getItem(household + name)) : null;
}

function restore(form) {
  for (const [name, value] of read(prefix + form.dataset.draft)?.values ?? ofTheHouse(form.dataset.draft) ?? []) {
    for (const element of kept(form).filter(e => e.name === name)) {
      if (!Array.isArray(value)) element.value = value;
      else if (element.value === value[0]) element.checked = value[1];
      // What somebody typed is not to be hidden in a fold.
      if (value && !Array.isArray(value)) {
        element.closest('details')?.setAttribute('open', '');
        element.closest('fieldset[hidden]')?.removeAttribute('hidden');
      }
    }
  }
}

function done(name) {
  const same = read(prefix + name)?.values.filter(([field]) => shared.includes(field));
  if (same) sessionStorage.setItem(household + name, JSON.stringify(same));
  localStorage.removeItem(prefix + name);
}

function clear(form) {
  localStorage.removeItem(prefix + form.dataset.draft);
  for (const element of kept(form)) {
    if (element.type === 'checkbox' || element.type === 'radio') element.checked = false;
    else element.value = '';
  }
  kept(form)[0]?.focus();
}

export function keepDrafts() {
  try { forgetOld(); } catch { return; /* no storage here: no drafts */ }
  for (const receipt of document.querySelectorAll('[data-draft-done]')) done(receipt.dataset.draftDone);
  for (const form of document.querySelectorAll('form[data-draft]')) {
    // A form that came back with what is wrong already shows what was typed.
    if (!form.querySelector('.problem')) restore(form);
    form.addEventListener('input', () => save(form));
    for (const hint of form.querySelectorAll('[data-draft-note], [data-draft-clear]')) hint.hidden = false;
    form.querySelector('[data-draft-clear]')?.addEventListener('click', () => clear(form));
  }
}
