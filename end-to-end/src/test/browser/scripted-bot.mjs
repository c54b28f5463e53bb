// A bot of a few lines on the plain Bot API, so that the page is tested by itself.
import { root } from './browser.mjs';

const token = '4242:AAH-a_token_of_the_usual_shape_0123';

/** Calls a method; throws with Telegram's words when it is refused. */
export async function api(method, parameters = {}) {
  const response = await fetch(`${root}/bot${token}/${method}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(parameters) });
  const answer = await response.json();
  if (!answer.ok) throw Object.assign(new Error(`${method}: ${answer.description}`), { code: answer.error_code });
  return answer.result;
}

export const keyboard = rows => ({ inline_keyboard: rows.map(row => row.map(button => (typeof button === 'string' ? { text: button, callback_data: button } : button))) });

/** Polls and hands each update to `handle` until `stop` is called. */
export function poll(handle) {
  const abort = new AbortController();
  const loop = (async () => {
    let offset = 0;
    while (!abort.signal.aborted) {
      for (const update of await api('getUpdates', { offset, timeout: 1 })) {
        offset = update.update_id + 1;
        await handle(update);
      }
    }
  })();
  return { stop: () => { abort.abort(); return loop; } };
}
