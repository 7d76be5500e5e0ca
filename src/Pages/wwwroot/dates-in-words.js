// Says beside each date and time field what stands in it: a browser writes 5 April in the order of its own language.
const fields = 'input[type=date], input[type=time], input[type=datetime-local]';

const hour = (time, output) => {
  const [h, m] = time.split(':');
  return `${Number(h)} ${output.dataset.hour}${m === '00' ? '' : ` ${m}`}`;
};

const day = (date, output) => {
  const [y, m, d] = date.split('-');
  return `${output.dataset.weekdays.split(',')[new Date(Date.UTC(y, m - 1, d)).getUTCDay()]}, ${d}/${m}/${y}`;
};

const words = (field, output) => {
  const [date, time] = field.type === 'time' ? [null, field.value] : field.value.split('T');
  return [date && day(date, output), time && hour(time.slice(0, 5), output)].filter(Boolean).join(', ');
};

function say(field) {
  const output = field.parentElement.querySelector('output.said');
  if (output) output.textContent = field.value ? output.dataset.says.replace('{said}', words(field, output)) : output.dataset.empty ?? '';
}

const sayAll = () => document.querySelectorAll(fields).forEach(say);

document.addEventListener('input', event => { if (event.target.matches(fields)) say(event.target); });
// What a draft or the browser put back, and lines that were added.
document.addEventListener('click', () => requestAnimationFrame(sayAll));
window.addEventListener('pageshow', sayAll);
sayAll();
