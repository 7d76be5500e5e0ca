// Keeps what was typed into a form on this device until the form is taken, so that a lost connection loses nothing.
const prefix = 'ntm-draft:';

// Hidden fields travel with the page, passwords and files stay where they are.
const kept = form => [...form.elements].filter(e => e.name && !['hidden', 'password', 'file', 'submit'].includes(e.type) && e.tagName !== 'BUTTON');

function save(form) {
  const values = kept(form).map(e => [e.name, e.type === 'checkbox' || e.type === 'radio' ? [e.value, e.checked] : e.value]);
  try { localStorage.setItem(prefix + form.dataset.draft, JSON.stringify(values)); } catch { /* private mode: no drafts */ }
}

function restore(form) {
  const saved = localStorage.getItem(prefix + form.dataset.draft);
  if (!saved) return;
  for (const [name, value] of JSON.parse(saved)) {
    for (const element of kept(form).filter(e => e.name === name)) {
      if (!Array.isArray(value)) element.value = value;
      else if (element.value === value[0]) element.checked = value[1];
    }
  }
}

export function keepDrafts() {
  for (const done of document.querySelectorAll('[data-draft-done]')) localStorage.removeItem(prefix + done.dataset.draftDone);
  for (const form of document.querySelectorAll('form[data-draft]')) {
    // A form that came back with what is wrong already shows what was typed.
    if (!form.querySelector('.problem')) restore(form);
    form.addEventListener('input', () => save(form));
  }
}
