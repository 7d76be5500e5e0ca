// Sends what waits, in order, one batch at a time; says in words how it stands. A lost answer is repeated under the same key.
import * as store from './attendance-store.js';
import { Away, Refused, SignedOut, newKey, post } from './officer-api.js';

const firstPause = 3000;
const longestPause = 60000;

/** The session has not begun: not an error of the marks, they wait. */
const early = 'urn:ntm:problem:session-not-started';

export class Sync {
  #at; #stamp; #tell; #walkedIn;
  #running = false;
  #again = false;
  #timer = 0;
  #pause = firstPause;

  /** @param tell called with (state, count, refusal): saved, sending, offline, away, signedOut, refused. */
  constructor(at, stamp, tell, walkedIn) {
    this.#at = at;
    this.#stamp = stamp;
    this.#tell = tell;
    this.#walkedIn = walkedIn;
    addEventListener('online', () => this.soon(0));
    addEventListener('offline', () => this.#say('offline'));
    document.addEventListener('visibilitychange', () => { if (!document.hidden) this.soon(0); });
  }

  /** Sends after a short while, so that several taps travel together. */
  soon(wait = 700) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#send(), wait);
  }

  async #say(state, refusal) {
    const count = await store.waiting(this.#at.user, this.#at);
    this.#tell(count === 0 ? 'saved' : state, count, refusal);
  }

  async #send() {
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = true;
    try {
      await store.seal(this.#at, newKey());
      for (let queue; (queue = await store.batches(this.#at)).length > 0; await store.seal(this.#at, newKey())) {
        await this.#say('sending');
        await this.#sendOne(queue[0]);
        this.#pause = firstPause;
      }
      await this.#say('saved');
    } catch (e) {
      await this.#failed(e);
    } finally {
      this.#running = false;
      if (this.#again) {
        this.#again = false;
        this.soon();
      }
    }
  }

  async #sendOne(batch) {
    const path = `/api/classes/${batch.classId}/sessions/${batch.session}`;
    try {
      const answer = await post(batch.walkIn ? `${path}/walk-ins` : `${path}/attendance`, batch.walkIn ?? { marks: batch.marks }, batch.key, batch.user);
      await store.settled(batch, this.#stamp);
      if (batch.walkIn) this.#walkedIn(batch, answer.code);
    } catch (e) {
      if (e instanceof Refused) e.batch = batch;
      throw e;
    }
  }

  async #failed(e) {
    if (e instanceof SignedOut) return await this.#say('signedOut');
    if (e instanceof Refused && e.problem.type !== early) return await this.#say('refused', e);
    if (e instanceof Refused) await this.#say('refused', Object.assign(e, { waits: true }));
    else if (e instanceof Away) await this.#say(navigator.onLine ? 'away' : 'offline');
    else throw e;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#send(), this.#pause);
    this.#pause = Math.min(longestPause, this.#pause * 2);
  }
}
