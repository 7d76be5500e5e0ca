// The attendance page: each tap is kept on this device at once and sent as soon as the line allows.
import * as store from './attendance-store.js';
import { Sync } from './attendance-sync.js';
import { fold } from './fold.js';
import { offerScan } from './attendance-scan.js';
import { keepOffline } from './attendance-offline.js';
import { takeWalkIns } from './attendance-walkin.js';

const bar = document.getElementById('dong-bo');
const says = bar.dataset;
const at = { user: says.user, classId: says.class, session: Number(says.session) };
const state = document.getElementById('trang-thai');
const list = document.querySelector('.marks .people');
const fill = (text, facts) => text.replace(/\{(\w+)\}/g, (_, name) => facts[name]);

const radios = code => [...list.querySelectorAll('input[type=radio]')].filter(r => r.name === 'marks.' + code);
const codeOf = radio => radio.name.slice('marks.'.length);

const everybody = document.getElementById('tat-ca');
const unmarked = () => [...list.querySelectorAll('[data-expected]')].filter(person => !person.querySelector('input:checked'));

function count() {
  const total = { present: 0, absent: 0, excused: 0, left: 0 };
  for (const person of list.children) total[person.querySelector('input:checked')?.value ?? 'left']++;
  for (const [mark, number] of Object.entries(total)) document.querySelector(`[data-count=${mark}]`).textContent = number;
  if (!everybody) return;
  const left = unmarked().length;
  document.getElementById('con-lai').textContent = left;
  everybody.disabled = left === 0;
}

function show(code, mark) {
  const radio = radios(code).find(r => r.value === mark);
  if (radio) radio.checked = true;
  return radio;
}

let unsent = 0;

function tell(how, waiting, refusal) {
  unsent = waiting;
  state.hidden = false;
  state.className = 'stage ' + (how === 'refused' ? 'stop' : how === 'saved' ? 'open' : how === 'sending' ? 'now' : 'wait');
  state.textContent = fill(says[how], { count: waiting, why: refusal?.words ?? '' });
  const choices = document.getElementById('bi-tu-choi');
  choices.replaceChildren();
  choices.hidden = !refusal || refusal.waits;
  if (choices.hidden) return;
  const button = (text, act) => {
    const made = document.createElement('button');
    Object.assign(made, { type: 'button', className: 'btn', textContent: text, onclick: act });
    choices.append(made);
  };
  button(says.again, () => sync.soon(0));
  if (refusal.batch.walkIn) button(says.edit, async () => walkIns.edit(refusal.batch));
  else button(says.drop, async () => { if (confirm(says.dropSure)) { await store.drop(refusal.batch); location.reload(); } });
}

const walkIns = takeWalkIns(at, says, () => sync.soon(0), count);
const sync = new Sync(at, says.stamp, tell, (batch, code) => walkIns.accepted(batch, code));

list.addEventListener('change', async event => {
  count();
  await store.tap(at, codeOf(event.target), event.target.value);
  sync.soon();
});

// The button to save is for browsers without scripts; here a tap is the whole work.
document.querySelector('.marks').addEventListener('submit', async event => {
  event.preventDefault();
  event.stopPropagation();
  if (event.submitter === everybody) {
    for (const person of unmarked()) {
      const radio = person.querySelector('[value=present]');
      radio.checked = true;
      await store.tap(at, codeOf(radio), 'present');
    }
    count();
  }
  sync.soon(0);
});
document.getElementById('luu')?.remove();

addEventListener('ntm-wiped', () => { unsent = 0; });
addEventListener('beforeunload', event => { if (unsent > 0) event.preventDefault(); });

const find = document.getElementById('tim-nguoi');
document.querySelector('.find-code').hidden = false;
find.addEventListener('input', () => {
  const wanted = fold(find.value.trim());
  let found = 0;
  for (const person of list.children) {
    person.hidden = !fold(person.querySelector('p').textContent).includes(wanted);
    if (!person.hidden) found++;
  }
  document.getElementById('tim-thay').textContent = wanted ? fill(says.found, { count: found }) : '';
});

for (const [code, mark] of await store.unshown(at, says.stamp)) show(code, mark);
await walkIns.showWaiting();
count();
sync.soon(0);
// Before the page is kept, so that the scripts that read codes are kept with it.
if (navigator.mediaDevices) {
  await offerScan(at.classId, code => {
    const radio = show(code, 'present');
    radio?.dispatchEvent(new Event('change', { bubbles: true }));
    radio?.closest('.person').scrollIntoView({ block: 'center' });
    return radio?.closest('.person').querySelector('b').textContent;
  }, says);
}
keepOffline(says);
