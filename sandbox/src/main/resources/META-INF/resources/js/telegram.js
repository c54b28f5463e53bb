// What the page knows of the local Telegram, and the acts of its people.
import { get, post, Refused } from './api.js';
import { coalesce, notice } from './dom.js';

/** The state that every part of the chat reads; `chats` holds the chats that were opened, by id. */
export const telegram = {
  bot: null, people: [], list: [], chats: new Map(), current: 1001, speaker: 1001, read: new Map(),
  pressed: new Map(),
};

const watchers = new Set();

/** Calls `watcher` whenever the state has changed. */
export function watch(watcher) {
  watchers.add(watcher);
}

function changed() {
  for (const watcher of watchers) watcher();
}

export const isGroup = id => id < 0;
export const personOf = id => telegram.people.find(person => person.id === id);
export const currentView = () => telegram.chats.get(telegram.current);
export const entryOf = id => telegram.list.find(chat => chat.id === id);

/** Reads the list of chats anew. */
export const refreshList = coalesce(async () => {
  const answer = await get('sandbox/telegram/chats');
  telegram.bot = answer.bot;
  telegram.people = answer.people;
  telegram.list = answer.chats;
  for (const chat of telegram.list) {
    if (!telegram.read.has(chat.id)) telegram.read.set(chat.id, chat.last?.message_id ?? 0);
  }
  changed();
}, 80);

const refreshers = new Map();

/** Reads one chat anew, at most every few milliseconds however much happens in it. */
export function refreshChat(id) {
  if (!refreshers.has(id)) refreshers.set(id, coalesce(() => load(id), 40));
  refreshers.get(id)();
}

async function load(id) {
  const view = await get(`sandbox/telegram/chats/${id}?last=300`);
  telegram.chats.set(id, view);
  settlePresses(view);
  if (id === telegram.current) telegram.read.set(id, view.messages.at(-1)?.message_id ?? 0);
  if (view.action) setTimeout(() => refreshChat(id), 5200);
  changed();
}

/** Opens a chat: a private one makes its person the one who speaks. */
export function open(id, speaker) {
  telegram.current = id;
  telegram.speaker = speaker ?? (isGroup(id) ? memberOf(id) : id);
  history.replaceState(null, '', `#${id}${isGroup(id) ? `/${telegram.speaker}` : ''}`);
  refreshChat(id);
  changed();
}

function memberOf(id) {
  const members = entryOf(id)?.members ?? [];
  return members.includes(telegram.speaker) ? telegram.speaker : members[0] ?? telegram.speaker;
}

/** Lets another member of the open group speak. */
export function speakAs(person) {
  open(telegram.current, person);
}

export const hasUnread = chat => (chat.last?.outgoing ?? false) && chat.last.message_id > (telegram.read.get(chat.id) ?? 0);

/** Acts as the person who speaks, in the open chat; says in words what went wrong and answers null then. */
export async function act(what, where = telegram.current, from = telegram.speaker) {
  try {
    return await post('sandbox/telegram/send', { chat: where, from, ...what });
  } catch (error) {
    notice(error instanceof Refused ? error.message : 'The sandbox does not answer. Is it still running?', 'error');
    return null;
  } finally {
    refreshChat(where);
  }
}

const toastListeners = new Set();
export const onToast = listener => toastListeners.add(listener);

/** Presses an inline button; it stays pending until the bot answers or 30 s have passed. */
export async function press(messageId, key, data) {
  const press = { key, messageId, chat: telegram.current, query: null };
  telegram.pressed.set(key, press);
  changed();
  const answer = await act({ press: { message: messageId, data } });
  press.query = answer?.query ?? null;
  if (!press.query) forget(press);
  else {
    setTimeout(() => forget(press), 30_000);
    const view = telegram.chats.get(press.chat);
    if (view) settlePresses(view);
  }
  changed();
}

function forget(press) {
  if (telegram.pressed.get(press.key) === press) {
    telegram.pressed.delete(press.key);
    changed();
  }
}

function settlePresses(view) {
  for (const toast of view.toasts ?? []) {
    for (const press of [...telegram.pressed.values()]) {
      if (press.query === null || String(press.query) !== String(toast.queryId)) continue;
      telegram.pressed.delete(press.key);
      for (const listener of toastListeners) listener(toast);
    }
  }
}

/** Whether the bot has taken this message: everything it had waiting is gone, or it has spoken since. */
export function isDelivered(message, view) {
  if (message.delivered !== undefined) return message.delivered;
  const waiting = telegram.bot?.webhook?.pending_update_count ?? 0;
  return (telegram.bot !== null && waiting === 0) || view.messages.some(later => later.outgoing && later.message_id > message.message_id);
}

/**
 * Understands `https://t.me/bot?start=payload` and `tg://resolve?domain=bot&start=payload`.
 * Null when the link is no deep link to this bot.
 */
export function deepLink(url) {
  let parsed;
  try { parsed = new URL(url.includes('://') ? url : `https://${url}`); } catch { return null; }
  const tme = /^(?:www\.)?(?:t|telegram)\.me$/i.test(parsed.hostname);
  const name = tme ? parsed.pathname.slice(1) : parsed.protocol === 'tg:' ? parsed.searchParams.get('domain') : null;
  if (!name || name.toLowerCase() !== telegram.bot?.me?.username?.toLowerCase()) return null;
  return { start: parsed.searchParams.get('start'), startgroup: parsed.searchParams.get('startgroup') };
}

/** Follows a deep link as a person, as their Telegram would. */
export async function follow(link, person) {
  const group = telegram.list.find(chat => isGroup(chat.id));
  if (link.startgroup !== null && link.startgroup !== undefined && group) {
    open(group.id, person);
    await act({ text: `/start@${telegram.bot.me.username}${link.startgroup ? ` ${link.startgroup}` : ''}` });
    return;
  }
  open(person);
  if (link.start !== null) await act({ text: `/start${link.start ? ` ${link.start}` : ''}` });
}
