// What waits on this device to be sent: marks, batches of marks under their keys, walk-ins. Everything belongs to a user and a class.
const name = 'ntm-diem-danh';

const done = request => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

function open() {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('taps', { keyPath: ['user', 'classId', 'session', 'code'] });
    request.result.createObjectStore('batches', { keyPath: 'id', autoIncrement: true });
    request.result.createObjectStore('sent', { keyPath: ['user', 'classId', 'session', 'code'] });
  };
  return done(request);
}

async function within(stores, mode, work) {
  const db = await open();
  try {
    const transaction = db.transaction(stores, mode);
    const ended = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
    const result = await work(...stores.map(s => transaction.objectStore(s)));
    await ended;
    return result;
  } finally {
    db.close();
  }
}

const here = (at, record) => record.user === at.user && record.classId === at.classId && record.session === at.session;

/** Keeps a tap; a later one for the same person replaces it. */
export const tap = (at, code, mark) => within(['taps'], 'readwrite', taps => done(taps.put({ ...at, code, mark })));

export const addWalkIn = (at, key, form) => within(['batches'], 'readwrite', batches => done(batches.add({ ...at, key, walkIn: form })));

/** Moves the taps into a batch under a key of its own: whatever happens to its answer, it is sent under that key. */
export const seal = (at, key) => within(['taps', 'batches'], 'readwrite', async (taps, batches) => {
  const waiting = (await done(taps.getAll())).filter(t => here(at, t)).slice(0, 600);
  if (waiting.length === 0) return;
  await done(batches.add({ ...at, key, marks: waiting.map(t => ({ code: t.code, mark: t.mark })) }));
  for (const t of waiting) taps.delete([t.user, t.classId, t.session, t.code]);
});

export const batches = at => within(['batches'], 'readonly', async all => (await done(all.getAll())).filter(b => here(at, b)));

/** The server has it. The copy of the page that is kept here does not know yet: its stamp says which copy that is. */
export const settled = (batch, stamp) => within(['batches', 'sent'], 'readwrite', async (all, sent) => {
  await done(all.delete(batch.id));
  for (const m of batch.marks ?? []) sent.put({ user: batch.user, classId: batch.classId, session: batch.session, ...m, stamp });
});

export const drop = batch => within(['batches'], 'readwrite', all => done(all.delete(batch.id)));

/** Marks that the page shown does not have: sent since its copy was made, or not sent yet. */
export const unshown = (at, stamp) => within(['taps', 'batches', 'sent'], 'readwrite', async (taps, all, sent) => {
  const marks = new Map();
  for (const s of (await done(sent.getAll())).filter(s => here(at, s))) {
    if (s.stamp === stamp) marks.set(s.code, s.mark);
    else sent.delete([s.user, s.classId, s.session, s.code]);
  }
  for (const b of (await done(all.getAll())).filter(b => here(at, b))) for (const m of b.marks ?? []) marks.set(m.code, m.mark);
  for (const t of (await done(taps.getAll())).filter(t => here(at, t))) marks.set(t.code, t.mark);
  return marks;
});

/** How much of this user's waits, in all classes; of one session where it is given. */
export const waiting = (user, at) => within(['taps', 'batches'], 'readonly', async (taps, all) => {
  const mine = r => r.user === user && (!at || here(at, r));
  return (await done(taps.getAll())).filter(mine).length
    + (await done(all.getAll())).filter(mine).reduce((n, b) => n + (b.marks?.length ?? 1), 0);
});

/** Everything of one user goes; what another user of this device has not sent yet stays theirs. */
export const wipe = user => within(['taps', 'batches', 'sent'], 'readwrite', async (...stores) => {
  for (const store of stores) {
    const keys = await done(store.getAllKeys());
    const records = await done(store.getAll());
    records.forEach((record, i) => { if (record.user === user) store.delete(keys[i]); });
  }
});
