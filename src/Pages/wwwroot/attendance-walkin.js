// People who came without having registered: kept on this device until the server has taken them.
import * as store from './attendance-store.js';
import { newKey } from './officer-api.js';

export function takeWalkIns(at, says, send, changed) {
  const form = document.querySelector('.walk-in-form');
  const waiting = document.getElementById('nguoi-moi-cho');
  const missing = document.getElementById('thieu');
  const value = name => new FormData(form).get(name)?.trim() ?? '';

  function read() {
    const asked = [...form.querySelectorAll('.field [name]:not([type=checkbox])')];
    const complete = asked.every(input => value(input.name) || input.closest('.field').querySelector('[data-optional]'))
      && /^\d{4}$/.test(value('birthYear')) && form.elements.consent.checked;
    const person = Object.fromEntries(asked.map(input => [input.name, value(input.name)]).filter(([, said]) => said));
    if (!complete) return null;
    return { ...person, birthYear: Number(value('birthYear')), consent: true, ...(form.elements.anotherPerson?.checked ? { anotherPerson: true } : {}) };
  }

  async function showWaiting() {
    const people = (await store.batches(at)).filter(b => b.walkIn);
    waiting.hidden = people.length === 0;
    waiting.replaceChildren(...people.map(b => {
      const line = document.createElement('li');
      line.textContent = `${b.walkIn.fullName}, ${b.walkIn.birthYear} – ${says.waiting}`;
      return line;
    }));
  }

  form.addEventListener('submit', async event => {
    event.preventDefault();
    event.stopPropagation();
    const person = read();
    missing.hidden = person !== null;
    missing.textContent = person ? '' : says.fill;
    if (!person) return;
    await store.addWalkIn(at, newKey(), person);
    form.reset();
    await showWaiting();
    send();
  });

  return {
    showWaiting,

    /** Puts a person whom the server did not take back into the form. */
    async edit(batch) {
      await store.drop(batch);
      document.getElementById('nguoi-moi').open = true;
      for (const [name, v] of Object.entries(batch.walkIn)) {
        const field = form.elements[name];
        if (!field) continue;
        if (name === 'consent' || name === 'anotherPerson') field.checked = v;
        else field.value = v;
      }
      form.elements.fullName.focus();
      await showWaiting();
      send();
    },

    async accepted(batch, code) {
      const line = document.getElementById('mau-nguoi').content.firstElementChild.cloneNode(true);
      for (const radio of line.querySelectorAll('input')) radio.name = 'marks.' + code;
      line.querySelector('p').id = 'ten-' + code;
      line.firstElementChild.setAttribute('aria-labelledby', 'ten-' + code);
      line.querySelector('b').textContent = batch.walkIn.fullName;
      line.querySelector('small').textContent = `${batch.walkIn.birthYear}, ${batch.walkIn.village} – ${line.querySelector('small').textContent}`;
      document.querySelector('.marks .people').append(line);
      changed();
      await showWaiting();
    },
  };
}
