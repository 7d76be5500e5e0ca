// Sends chosen files one a request: previews before, progress while, again after a broken line under the same key.
import { Away, SignedOut, freshToken, judge, newKey } from './officer-api.js';

const form = document.querySelector('form.upload');
const input = form.elements.file;
const list = document.getElementById('tep-da-chon');
const says = list.dataset;
const status = document.getElementById('tinh-hinh');
const fill = (text, facts) => text.replace(/\{(\w+)\}/g, (_, name) => facts[name]);
let chosen = [];
let sending = false;

function show(file) {
  const line = document.createElement('li');
  const name = document.createElement('b');
  const state = document.createElement('span');
  const bar = document.createElement('progress');
  name.textContent = file.name;
  bar.max = 1;
  bar.value = 0;
  bar.hidden = true;
  bar.setAttribute('aria-label', file.name);
  line.append(name, ': ', state, bar);
  if (file.type.startsWith('image/')) {
    const picture = document.createElement('img');
    picture.src = URL.createObjectURL(file);
    picture.alt = fill(says.preview, { name: file.name });
    line.append(picture);
  }
  list.append(line);
  const tell = (text, refused) => {
    state.textContent = text;
    state.className = refused ? 'refused' : '';
  };
  tell(file.size > Number(says.limit) ? says.tooLarge : says.waiting, file.size > Number(says.limit));
  return { file, key: newKey(), tell, bar, done: file.size > Number(says.limit), taken: false };
}

input.addEventListener('change', () => {
  for (const picture of list.querySelectorAll('img')) URL.revokeObjectURL(picture.src);
  list.replaceChildren();
  chosen = [...input.files].map(show);
});

function request(one, token) {
  return new Promise((resolve, reject) => {
    const body = new FormData();
    for (const name of ['kind', 'session', 'signatures']) if (form.elements[name].value) body.append(name, form.elements[name].value);
    body.append('file', one.file);
    const sent = new XMLHttpRequest();
    sent.open('POST', `/api/classes/${says.class}/evidence`);
    sent.setRequestHeader('Idempotency-Key', one.key);
    sent.setRequestHeader('X-Ntm-Token', token);
    sent.upload.onprogress = e => {
      one.bar.value = e.loaded / e.total;
      one.tell(fill(says.sending, { percent: Math.round(100 * e.loaded / e.total) }));
    };
    sent.onload = () => resolve(sent);
    sent.onerror = sent.onabort = sent.ontimeout = () => reject(new Away());
    sent.send(body);
  });
}

async function sendOne(one) {
  one.bar.hidden = false;
  for (let attempt = 0, pause = 2000; ; attempt++) {
    try {
      const answer = await request(one, await freshToken(says.user));
      if (answer.status === 201) return;
      let problem = null;
      try { problem = JSON.parse(answer.responseText); } catch { /* an answer of somebody on the way */ }
      judge(answer.status, problem);
    } catch (e) {
      if (!(e instanceof Away)) throw e;
      one.tell(says.away);
      await new Promise(resolve => {
        const again = () => { removeEventListener('online', again); clearTimeout(timer); resolve(); };
        const timer = setTimeout(again, pause);
        addEventListener('online', again);
      });
      pause = Math.min(60000, pause * 2);
    }
  }
}

async function sendAll() {
  for (const one of chosen.filter(c => !c.done)) {
    try {
      await sendOne(one);
      one.done = one.taken = true;
      one.bar.value = 1;
      one.tell(says.taken);
    } catch (e) {
      if (e instanceof SignedOut) return one.tell(says.signedOut, true);
      one.done = true;
      one.bar.hidden = true;
      one.tell(e.words ?? String(e), true);
    }
  }
  if (chosen.every(c => c.taken)) location.href = `${location.pathname}?xong=files-taken`;
}

form.addEventListener('submit', async event => {
  event.preventDefault();
  event.stopPropagation();
  if (sending) return;
  if (chosen.length === 0 || !form.elements.kind.value) {
    status.textContent = says.choose;
    return;
  }
  status.textContent = '';
  sending = true;
  await sendAll();
  sending = false;
});

addEventListener('beforeunload', event => { if (sending && chosen.some(c => !c.done)) event.preventDefault(); });
