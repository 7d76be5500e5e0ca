// Lines of a list in a form: those that nobody filled wait behind the button; after the last of them it adds one,
// a copy of the one before, empty, with the next number.
const isSpare = row => !row.classList.contains('bad') && [...row.querySelectorAll('input')].every(input => !input.value);

for (const add of document.querySelectorAll('[data-add-row]')) {
  const list = document.querySelector(`[data-rows="${add.dataset.addRow}"]`);
  if (!list) continue;
  add.hidden = false;
  for (const row of [...list.children].slice(1).reverse()) {
    if (!isSpare(row)) break;
    row.hidden = true;
  }
  add.addEventListener('click', () => {
    const waiting = [...list.children].find(row => row.hidden);
    if (waiting) {
      waiting.hidden = false;
      waiting.querySelector('input').focus();
      return;
    }
    const number = list.children.length;
    if (number >= Number(list.dataset.most)) return;
    const row = list.lastElementChild.cloneNode(true);
    const renumber = text => text.replace(`[${number - 1}]`, `[${number}]`).replace(`-${number - 1}-`, `-${number}-`);
    row.classList.remove('bad');
    row.removeAttribute('aria-describedby');
    for (const error of row.querySelectorAll('.error')) error.remove();
    for (const element of [row, ...row.querySelectorAll('[id],[name],[for]')])
      for (const attribute of ['id', 'name', 'for'])
        if (element.hasAttribute(attribute)) element.setAttribute(attribute, renumber(element.getAttribute(attribute)));
    for (const input of row.querySelectorAll('input')) {
      input.value = '';
      input.removeAttribute('aria-invalid');
      input.removeAttribute('aria-describedby');
    }
    const legend = row.querySelector('legend');
    legend.textContent = legend.textContent.replace(String(number), String(number + 1));
    list.append(row);
    row.querySelector('input').focus();
    add.hidden = number + 1 >= Number(list.dataset.most);
  });
}
