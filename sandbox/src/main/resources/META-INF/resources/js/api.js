// The sandbox's own endpoints (described at /q/openapi) and its stream of changes.

/** What the sandbox answered when it refused. */
export class Refused extends Error {
  constructor(status, text) {
    super(text);
    this.status = status;
  }
}

async function call(method, path, body) {
  const response = await fetch(path, {
    method,
    headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  const answer = text ? parsed(text) : null;
  if (!response.ok) throw new Refused(response.status, answer?.error ?? `${method} ${path}: ${response.status}`);
  return answer;
}

function parsed(text) {
  try { return JSON.parse(text); } catch { return null; }
}

export const get = path => call('GET', path);
export const post = (path, body = {}) => call('POST', path, body);
export const patch = (path, body) => call('PATCH', path, body);
export const del = path => call('DELETE', path);

export const fileUrl = fileId => `sandbox/telegram/files/${encodeURIComponent(fileId)}`;

/** Listens to the change stream; `on` maps an event's name to what to do, `state` is told live, lost or connecting. */
export function listen(on, state) {
  const source = new EventSource('sandbox/events');
  source.onopen = () => state('live');
  source.onerror = () => state('lost');
  for (const [name, handler] of Object.entries(on)) {
    source.addEventListener(name, event => handler(parsed(event.data) ?? {}));
  }
}
