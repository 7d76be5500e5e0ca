// Sends to the API under the officer's session: the token against forged requests is fetched when it is needed.
let token = null;

/** No answer came: the line or the server is away. The same request may be sent again under its key. */
export class Away extends Error { }

/** The session has ended: sign in again, then send again. */
export class SignedOut extends Error { }

/** The server said no, and why. */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem?.detail ?? String(status));
    this.status = status;
    this.problem = problem ?? {};
  }

  /** Everything that was wrong, in words. */
  get words() {
    return [this.problem.detail, ...Object.values(this.problem.errors ?? {}).flat()].filter(Boolean).join(' ') || String(this.status);
  }
}

async function answered(request) {
  try {
    return await request();
  } catch {
    throw new Away();
  }
}

export async function freshToken(user) {
  const me = await answered(() => fetch('/api/me', { cache: 'no-store', credentials: 'same-origin' }));
  if (me.status === 401) throw new SignedOut();
  if (!me.ok) throw new Away();
  const answer = await me.json();
  // Somebody else signed in on this device meanwhile: what waits is not theirs to send.
  if (user && answer.userName !== user) throw new SignedOut();
  token = answer.token;
  return token;
}

/** A key for one request: repeated under it, the request counts once. Works without a secure context. */
export const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map(b => b.toString(16).padStart(2, '0')).join('');

/** What an answer means; shared with uploads, which report their progress and so cannot use fetch. */
export function judge(status, problem) {
  if (status === 401) throw new SignedOut();
  if (status === 0 || status === 408 || status === 429 || status >= 500) throw new Away();
  throw new Refused(status, problem);
}

export async function post(path, body, key, user) {
  for (let attempt = 0; ; attempt++) {
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': key, 'X-Ntm-Token': token ?? await freshToken(user) };
    const response = await answered(() => fetch(path, { method: 'POST', headers, body: JSON.stringify(body), credentials: 'same-origin' }));
    if (response.ok) return await response.json();
    const problem = await response.json().catch(() => null);
    // A token of an earlier session: a fresh one, once.
    if (attempt === 0 && (response.status === 400 || response.status === 403)) {
      token = null;
      continue;
    }
    judge(response.status, problem);
  }
}
