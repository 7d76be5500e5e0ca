// Says how long a short message is while it is typed: as it is sent, without accents, with the name and the class that are added to it.
const letters = text => text.normalize('NFD').replace(/\p{Mn}/gu, '').replaceAll('…', '...').trim().length;

for (const output of document.querySelectorAll('output[data-counts]')) {
  const field = document.getElementById(output.dataset.counts);
  const say = () => {
    const length = Number(output.dataset.beside) + letters(field.value), over = length - Number(output.dataset.most);
    output.textContent = (over > 0 ? output.dataset.over : output.dataset.says)
      .replace('{length}', length).replace('{most}', output.dataset.most).replace('{over}', over);
    output.className = over > 0 ? 'word stop' : 'soft';
  };
  output.hidden = false;
  field.addEventListener('input', say);
  window.addEventListener('pageshow', say);
  say();
}
