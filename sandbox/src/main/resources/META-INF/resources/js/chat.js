// The open chat: header, bubbles, toasts and the composer.
import { composer } from './composer.js';
import { fill, h, notice, popover, sheet } from './dom.js';
import { icon } from './icons.js';
import { inlineKeyboard } from './keyboards.js';
import { bubble, summary } from './message.js';
import { avatar, dayOf, fullName } from './people.js';
import { act, currentView, deepLink, entryOf, follow, isDelivered, isGroup, onToast, telegram, watch } from './telegram.js';

/** Draws the open chat into `root` and keeps it current. */
export function chat(root) {
  const header = h('header', { class: 'chat-header' });
  const pinned = h('button', { class: 'pinned', hidden: true, 'data-testid': 'pinned' });
  const list = h('div', { class: 'messages', role: 'log', 'aria-label': 'Messages', 'aria-live': 'polite', 'data-testid': 'messages' });
  const live = h('div', { class: 'live' });
  const scroller = h('div', { class: 'scroller', tabindex: -1 }, list, live);
  const jump = h('button', { class: 'jump', 'aria-label': 'To the newest message', hidden: true }, icon('down', 22));
  const toast = h('div', { class: 'toast', role: 'status', 'data-testid': 'toast', hidden: true });
  const writing = composer();
  const drop = h('div', { class: 'drop', hidden: true }, h('div', {}, icon('image', 40), h('b', {}, 'Drop to send'), h('span', {}, 'Photos go as an album, everything else as files')));
  fill(root, header, pinned, h('div', { class: 'paper' }, scroller, jump, toast), writing.element, drop);

  const rows = new Map();
  let shownChat = null;
  let shownHeader = '';

  const on = {
    command: command => act({ text: command }),
    reply: message => writing.replyTo(message),
    jump: id => jumpTo(id),
    link: (url, anchor) => openLink(url, anchor),
    keys: message => inlineKeyboard(message, { link: (url, anchor) => openLink(url, anchor) }),
  };

  function draw() {
    const view = currentView();
    drawHeader(view);
    drawPinned(view);
    writing.draw();
    if (!view) { fill(list); fill(live); rows.clear(); shownChat = null; return; }
    const switched = shownChat !== telegram.current;
    const atEnd = switched || isAtEnd();
    if (switched) { rows.clear(); list.replaceChildren(); shownChat = telegram.current; }
    drawMessages(view, switched);
    drawLive(view);
    if (atEnd) toEnd();
  }

  function drawHeader(view) {
    const entry = entryOf(telegram.current);
    const group = isGroup(telegram.current);
    const bot = telegram.bot?.me;
    const title = group ? entry?.title ?? 'Group' : bot?.first_name ?? 'Waiting for a bot';
    const status = view?.action ? `${actionText(view.action)}…` : group ? `${entry?.members?.length ?? 0} people, ${bot?.first_name ?? 'no bot yet'}` : bot ? `@${bot.username} · bot` : 'point it at this address';
    const state = JSON.stringify([telegram.current, title, status, view?.blocked, bot?.id]);
    if (state === shownHeader) return;
    shownHeader = state;
    fill(header, avatar(group ? telegram.current % 97 : bot?.id ?? 3, title),
      h('div', { class: 'chat-title' }, h('h2', {}, title), h('p', { class: view?.action ? 'acting' : null, 'data-testid': 'chat-status' }, status)),
      h('button', { class: 'icon-button', 'aria-label': 'Open a t.me link', title: 'Open a t.me link', 'data-testid': 'open-link', onclick: event => linkMenu(event.currentTarget) }, icon('link', 20)),
      !group && bot && h('button', { class: 'ghost-button', 'data-testid': 'block', onclick: () => act({ block: !view?.blocked }) }, view?.blocked ? 'Unblock' : 'Block'));
  }

  function drawPinned(view) {
    const message = view?.messages.find(candidate => candidate.message_id === view.pinned);
    pinned.hidden = !message;
    if (!message) return;
    fill(pinned, icon('pin', 16), h('span', {}, h('b', {}, 'Pinned'), summary(message)));
    pinned.onclick = () => jumpTo(message.message_id);
  }

  function drawMessages(view, quietly) {
    const wanted = [];
    const blocks = grouped(view.messages);
    blocks.forEach((messages, index) => {
      const before = blocks[index - 1]?.at(-1);
      const after = blocks[index + 1]?.[0];
      if (!before || dayOf(before.date) !== dayOf(messages[0].date)) wanted.push(dayRow(messages[0].date));
      wanted.push(messageRow(view, messages, before, after, quietly));
    });
    if (!blocks.length) wanted.push(emptyRow());
    const keep = new Set(wanted.map(row => row.element));
    for (const child of [...list.children]) if (!keep.has(child)) child.remove();
    wanted.forEach((row, index) => { if (list.children[index] !== row.element) list.insertBefore(row.element, list.children[index] ?? null); });
    const keys = new Set(wanted.map(row => row.key));
    for (const key of rows.keys()) if (!keys.has(key)) rows.delete(key);
  }

  function messageRow(view, messages, before, after, quietly) {
    const context = {
      group: isGroup(telegram.current), mine: messages[0].from?.id === telegram.speaker,
      first: !sameSpeaker(before, messages[0]), tail: !sameSpeaker(messages[0], after),
      delivered: message => isDelivered(message, view), find: id => view.messages.find(message => message.message_id === id),
    };
    const pending = [...telegram.pressed.keys()].filter(key => key.startsWith(`${telegram.current}/${messages.at(-1).message_id}/`));
    const state = JSON.stringify([messages, context.first, context.tail, context.mine, telegram.speaker, pending, messages.map(context.delivered)]);
    return row(`m${messages[0].message_id}`, state, previous => {
      const element = bubble(messages, context, on);
      if (context.group && !context.mine && !messages[0].outgoing) element.classList.replace('out', 'in');
      element.classList.toggle('run', !context.first);
      if (!previous && !quietly) element.classList.add('arriving');
      return element;
    });
  }

  function row(key, state, build) {
    const known = rows.get(key);
    if (known?.state === state) return known;
    const element = build(known?.element);
    if (known?.element.isConnected) replaceKeepingFocus(known.element, element);
    const made = { key, state, element };
    rows.set(key, made);
    return made;
  }

  const dayRow = date => row(`d${dayOf(date)}`, '', () => h('div', { class: 'day' }, h('span', {}, dayOf(date))));

  function emptyRow() {
    const bot = telegram.bot;
    const group = isGroup(telegram.current);
    const lines = bot
      ? [h('b', {}, group ? 'The group is quiet' : 'What can this bot do?'), h('p', {}, group ? 'Write as any of its members: the picture beside the text field switches.' : bot.description || `Press Start to begin the conversation with ${bot.me.first_name}.`)]
      : [h('b', {}, 'No bot has called yet'), h('p', {}, 'Start one with ', h('code', {}, `TELEGRAM_API_URL=${location.origin}`), ' and any token of the usual shape. What you write now waits for it, as in Telegram.')];
    return row('empty', JSON.stringify([bot?.me, bot?.description, group]), () => h('div', { class: 'empty', 'data-testid': 'empty-chat' }, lines));
  }

  function drawLive(view) {
    fill(live,
      view.draft && h('article', { class: 'message in' }, h('div', { class: 'message-stack' }, h('div', { class: 'bubble tail draft' }, h('div', { class: 'text' }, view.draft)))),
      view.action && !view.draft && h('div', { class: 'typing', 'data-testid': 'typing', 'aria-label': actionText(view.action) }, h('i'), h('i'), h('i')));
  }

  const isAtEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 80;
  const toEnd = () => { scroller.scrollTop = scroller.scrollHeight; };

  function jumpTo(id) {
    const element = [...list.querySelectorAll('[data-message-id]')].find(candidate => candidate.dataset.messageId === String(id));
    if (!element) return;
    element.scrollIntoView({ block: 'center', behavior: 'smooth' });
    element.classList.add('pointed');
    setTimeout(() => element.classList.remove('pointed'), 1400);
  }

  let toastTimer;
  onToast(answer => {
    if (answer.url) openLink(answer.url, root);
    if (!answer.text) return;
    if (answer.alert) { sheet({ body: answer.text, actions: [{ label: 'OK', value: 'ok', primary: true }], testid: 'alert' }); return; }
    toast.textContent = answer.text;
    toast.hidden = false;
    clearTimeout(toastTimer);
    toastTimer = setTimeout(() => { toast.hidden = true; }, 3500);
  });

  scroller.addEventListener('scroll', () => { jump.hidden = isAtEnd(); }, { passive: true });
  jump.addEventListener('click', () => scroller.scrollTo({ top: scroller.scrollHeight, behavior: 'smooth' }));
  new ResizeObserver(() => { if (jump.hidden) toEnd(); }).observe(scroller);
  list.addEventListener('load', () => { if (jump.hidden) toEnd(); }, true);
  dropFiles(root, drop, files => writing.addFiles(files));
  watch(draw);
  return { focus: writing.focus };
}

function replaceKeepingFocus(old, fresh) {
  const focused = old.contains(document.activeElement) ? [...old.querySelectorAll('button, a')].indexOf(document.activeElement) : -1;
  old.replaceWith(fresh);
  if (focused >= 0) [...fresh.querySelectorAll('button, a')][focused]?.focus({ preventScroll: true });
}

function grouped(messages) {
  const blocks = [];
  for (const message of messages) {
    const last = blocks.at(-1);
    if (message.media_group_id && last?.[0].media_group_id === message.media_group_id) last.push(message);
    else blocks.push([message]);
  }
  return blocks;
}

function sameSpeaker(a, b) {
  return Boolean(a && b && a.outgoing === b.outgoing && a.from?.id === b.from?.id && Math.abs(a.date - b.date) < 600 && dayOf(a.date) === dayOf(b.date));
}

const actions = { typing: 'typing', upload_photo: 'sending a photo', record_video: 'recording a video', upload_video: 'sending a video', record_voice: 'recording', upload_voice: 'sending a voice message', upload_document: 'sending a file', choose_sticker: 'choosing a sticker', find_location: 'finding a place' };
const actionText = action => actions[action] ?? action;

function openLink(url, anchor) {
  const link = deepLink(url);
  if (!link) return false;
  if (link.start === null && link.startgroup === null) return true;
  whoOpens(anchor, link);
  return true;
}

function whoOpens(anchor, link) {
  const close = popover(anchor, [h('div', { class: 'menu-title' }, 'Open the link as'), telegram.people.map(person => h('button', {
    class: 'menu-item', 'data-testid': `open-as-${person.id}`, 'aria-selected': person.id === telegram.speaker ? 'true' : null, onclick: () => { close(); follow(link, person.id); },
  }, avatar(person.id, fullName(person), 'small'), fullName(person)))], { label: 'Open the link as' });
}

function linkMenu(anchor) {
  const field = h('input', { class: 'field', placeholder: `t.me/${telegram.bot?.me?.username ?? 'bot'}?start=…`, 'aria-label': 'Link', 'data-testid': 'link-field' });
  const form = h('form', {
    onsubmit: event => {
      event.preventDefault();
      const link = deepLink(field.value.trim());
      if (link) whoOpens(anchor, { start: link.start ?? '', startgroup: link.startgroup });
      else notice(`Not a link to this bot: use t.me/${telegram.bot?.me?.username ?? '…'}?start=…`, 'error');
    },
  }, h('div', { class: 'menu-title' }, 'Open a link to the bot'), field, h('button', { class: 'primary-button', style: 'width:100%' }, 'Open'));
  popover(anchor, form, { align: 'end', label: 'Open a link' });
}

function dropFiles(root, drop, accept) {
  let depth = 0;
  const hasFiles = event => [...event.dataTransfer.types].includes('Files');
  root.addEventListener('dragenter', event => { if (hasFiles(event)) { depth += 1; drop.hidden = false; } });
  root.addEventListener('dragleave', event => { if (hasFiles(event) && --depth <= 0) { depth = 0; drop.hidden = true; } });
  root.addEventListener('dragover', event => { if (hasFiles(event)) event.preventDefault(); });
  root.addEventListener('drop', event => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    depth = 0;
    drop.hidden = true;
    accept([...event.dataTransfer.files]);
  });
}
