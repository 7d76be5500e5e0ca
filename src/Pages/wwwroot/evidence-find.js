// Finds somebody in a list of people while typing, with or without accents.
import { fold } from './fold.js';

const find = document.getElementById('tim-nguoi');
find.parentElement.hidden = false;
find.addEventListener('input', () => {
  const wanted = fold(find.value.trim());
  for (const person of document.querySelectorAll('.people > li')) person.hidden = !fold(person.textContent).includes(wanted);
});
