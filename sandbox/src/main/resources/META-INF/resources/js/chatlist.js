// The list of chats: one private chat with the bot for each person, and the groups.
import { fill, h } from './dom.js';
import { icon } from './icons.js';
import { avatar, fullName, timeOf } from './people.js';
import { hasUnread, isGroup, open, personOf, telegram, watch } from './telegram.js';

/** Draws the list into `root` and keeps it current. */
export function chatList(root, onopen) {
  let shown = '';
  const draw = () => {
    const state = JSON.stringify([telegram.list, telegram.current, telegram.bot?.me, [...telegram.read]]);
    if (state === shown) return;
    shown = state;
    const people = telegram.list.filter(chat => !isGroup(chat.id));
    const groups = telegram.list.filter(chat => isGroup(chat.id));
    const focused = root.contains(document.activeElement) ? document.activeElement.dataset.chat : null;
    fill(root,
      h('div', { class: 'chats-title' }, 'Chat as'),
      h('ul', { class: 'chats-list' }, people.map(chat => entry(chat, onopen))),
      groups.length > 0 && h('div', { class: 'chats-title' }, groups.length > 1 ? 'Groups' : 'Group'),
      h('ul', { class: 'chats-list' }, groups.map(chat => entry(chat, onopen))));
    if (focused) root.querySelector(`[data-chat="${focused}"]`)?.focus();
  };
  watch(draw);
}

function entry(chat, onopen) {
  const group = isGroup(chat.id);
  const name = group ? chat.title : fullName(personOf(chat.id)) || chat.title;
  const unread = hasUnread(chat) && chat.id !== telegram.current;
  return h('li', {}, h('button', {
    class: 'chat-entry', 'data-testid': `chat-${chat.id}`, dataset: { chat: chat.id }, title: name,
    'aria-current': chat.id === telegram.current ? 'true' : null,
    onclick: () => { open(chat.id); onopen?.(); },
  },
  avatar(group ? chat.id % 97 : chat.id, name),
  h('span', { class: 'chat-entry-text' },
    h('span', { class: 'chat-entry-name' }, h('b', {}, name), chat.last && h('time', {}, timeOf(chat.last.date))),
    h('span', { class: 'chat-entry-last' }, h('span', {}, preview(chat)), unread && h('i', { class: 'unread', role: 'img', 'aria-label': 'Unread' })))));
}

function preview(chat) {
  if (!chat.last) return isGroup(chat.id) ? `${chat.members?.length ?? 0} people and the bot` : 'No messages yet';
  const who = chat.last.outgoing ? '' : isGroup(chat.id) ? `${personOf(chat.last.from)?.firstName ?? ''}: ` : 'You: ';
  return who + chat.last.text;
}

/** The icon of a chat's kind, for the page's tabs. */
export const chatIcon = () => icon('chat', 22);
