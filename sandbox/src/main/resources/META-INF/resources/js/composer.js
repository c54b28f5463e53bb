// The text field with its menu of commands, attachments and reply.
import { fill, h, popover } from './dom.js';
import { icon } from './icons.js';
import { replyKeyboard } from './keyboards.js';
import { summary } from './message.js';
import { avatar, fullName, sizeOf } from './people.js';
import { act, currentView, entryOf, isGroup, personOf, speakAs, telegram } from './telegram.js';

const maxFiles = 10;

/** Builds the composer; returns its element and what the chat calls: `draw`, `replyTo`, `addFiles`, `insert`. */
export function composer() {
  let replying = null;
  let files = [];
  let asFiles = false;
  let keyboardHidden = false;
  let lastKeyboard = '';
  let shownFor = null;
  let knownCommands = '';
  const drafts = new Map();

  const text = h('textarea', { id: 'composer-text', class: 'composer-text', rows: 1, placeholder: 'Message', 'aria-label': 'Message', 'data-testid': 'composer', maxlength: 4096, autocomplete: 'off', enterkeyhint: 'send' });
  const send = h('button', { class: 'send', type: 'submit', 'aria-label': 'Send', title: 'Send', 'data-testid': 'send' }, icon('send', 22));
  const picker = h('input', { type: 'file', multiple: true, hidden: true, 'data-testid': 'file-input' });
  const menu = h('button', { class: 'menu-pill', type: 'button', 'aria-label': 'Commands', 'data-testid': 'menu-button', hidden: true }, icon('menu', 18), h('span', {}, 'Menu'));
  const attach = h('button', { class: 'icon-button', type: 'button', 'aria-label': 'Attach', title: 'Attach', 'data-testid': 'attach' }, icon('attach', 22));
  const toggle = h('button', { class: 'icon-button', type: 'button', 'aria-label': 'Show or hide the keyboard', title: 'Keyboard', hidden: true }, icon('keyboard', 22));
  const speaker = h('button', { class: 'speaker', type: 'button', hidden: true, 'data-testid': 'speaker' });
  const suggestions = h('div', { class: 'suggestions', role: 'listbox', 'aria-label': 'Commands', hidden: true, 'data-testid': 'commands' });
  const context = h('div', { class: 'composer-context', hidden: true });
  const tray = h('div', { class: 'tray', hidden: true, 'data-testid': 'tray' });
  const keyboard = h('div', { class: 'keyboard-slot' });
  const start = h('button', { class: 'start-button', type: 'button', 'data-testid': 'start' });
  const form = h('form', { class: 'composer-row' }, speaker, menu, h('div', { class: 'composer-field' }, attach, text, toggle), send);
  const element = h('div', { class: 'composer' }, suggestions, tray, context, form, start, keyboard, picker);

  const view = () => currentView();
  const commands = () => view()?.commands ?? [];

  function draw() {
    const chat = view();
    if (shownFor !== telegram.current) switchChat();
    const fresh = chat && chat.messages.length === 0 && !isGroup(telegram.current) && telegram.bot;
    const blocked = chat?.blocked ?? false;
    start.hidden = !(fresh || blocked);
    start.textContent = blocked ? 'Unblock' : 'Start';
    form.hidden = !start.hidden;
    menu.hidden = commands().length === 0 || chat?.menuButton?.type === 'web_app';
    const now = JSON.stringify(commands());
    if (now !== knownCommands) {
      knownCommands = now;
      if (document.activeElement === text) suggest();
    }
    drawSpeaker();
    drawKeyboard(chat?.replyKeyboard);
    text.placeholder = chat?.replyKeyboard?.input_field_placeholder ?? 'Message';
  }

  function switchChat() {
    if (shownFor !== null) drafts.set(shownFor, text.value);
    shownFor = telegram.current;
    text.value = drafts.get(shownFor) ?? '';
    replying = null;
    files = [];
    lastKeyboard = '';
    drawContext();
    drawTray();
    grow();
  }

  function drawSpeaker() {
    const group = isGroup(telegram.current);
    speaker.hidden = !group;
    if (!group) return;
    const person = personOf(telegram.speaker);
    speaker.title = `Speaking as ${fullName(person)}`;
    speaker.setAttribute('aria-label', speaker.title);
    fill(speaker, avatar(telegram.speaker, fullName(person), 'small'));
  }

  function drawKeyboard(markup) {
    const now = JSON.stringify(markup ?? null);
    if (now !== lastKeyboard) {
      lastKeyboard = now;
      keyboardHidden = false;
      if (markup?.force_reply) forceReply();
      fill(keyboard, replyKeyboard(markup, () => { keyboardHidden = true; draw(); }));
    }
    toggle.hidden = !markup?.keyboard;
    keyboard.hidden = keyboardHidden || !markup?.keyboard || form.hidden;
  }

  function forceReply() {
    const last = view()?.messages.findLast(message => message.outgoing);
    if (last) replyTo(last, false);
  }

  function replyTo(message, focus = true) {
    replying = message;
    drawContext();
    if (focus) text.focus();
  }

  function drawContext() {
    context.hidden = !replying;
    if (!replying) return;
    fill(context, icon('reply', 20), h('div', {}, h('b', {}, fullName(replying.from)), h('span', {}, summary(replying))),
      h('button', { class: 'icon-button', type: 'button', 'aria-label': 'Do not reply', onclick: () => { replying = null; drawContext(); } }, icon('close', 18)));
  }

  function addFiles(list) {
    files = [...files, ...list].slice(0, maxFiles);
    drawTray();
    text.focus();
  }

  function drawTray() {
    tray.hidden = files.length === 0;
    if (!files.length) return fill(tray);
    const images = files.some(file => file.type.startsWith('image/'));
    fill(tray,
      h('div', { class: 'tray-files' }, files.map((file, index) => h('figure', { class: 'tray-file' },
        file.type.startsWith('image/') && !asFiles ? h('img', { src: URL.createObjectURL(file), alt: file.name, onload: event => URL.revokeObjectURL(event.target.src) }) : h('span', { class: 'tray-doc' }, icon('file', 22)),
        h('figcaption', {}, h('b', {}, file.name), h('small', {}, sizeOf(file.size))),
        h('button', { class: 'tray-remove', type: 'button', 'aria-label': `Remove ${file.name}`, onclick: () => { files.splice(index, 1); drawTray(); } }, icon('close', 13))))),
      images && h('label', { class: 'tray-option' }, h('input', { type: 'checkbox', checked: asFiles, onchange: event => { asFiles = event.target.checked; drawTray(); } }), 'Send images as files'));
    return undefined;
  }

  async function submit() {
    const body = text.value.trim();
    if (!body && !files.length) return;
    const reply = replying?.message_id;
    const outgoing = files;
    text.value = '';
    files = [];
    replying = null;
    drafts.delete(shownFor);
    drawTray();
    drawContext();
    suggest();
    grow();
    if (outgoing.length) await act({ files: await Promise.all(outgoing.map((file, index) => encoded(file, index === 0 ? body : null, asFiles))), replyTo: reply });
    else await act({ text: body, replyTo: reply });
  }

  function suggest() {
    const typed = /^\/(\w*)$/.exec(text.value);
    const found = typed ? commands().filter(command => command.command.startsWith(typed[1].toLowerCase())) : [];
    showCommands(found);
  }

  function showCommands(found) {
    suggestions.hidden = found.length === 0;
    menu.setAttribute('aria-expanded', String(!suggestions.hidden));
    fill(suggestions, found.map((command, index) => h('button', {
      class: 'suggestion', type: 'button', role: 'option', 'aria-selected': index === 0 ? 'true' : 'false',
      onclick: () => { text.value = ''; showCommands([]); grow(); act({ text: `/${command.command}` }); text.focus(); },
    }, h('b', {}, `/${command.command}`), h('span', {}, command.description))));
  }

  function pick(step) {
    const options = [...suggestions.children];
    const at = options.findIndex(option => option.getAttribute('aria-selected') === 'true');
    const next = options[(at + step + options.length) % options.length];
    options.forEach(option => option.setAttribute('aria-selected', String(option === next)));
    next.scrollIntoView({ block: 'nearest' });
  }

  function grow() {
    text.style.height = 'auto';
    text.style.height = `${Math.min(text.scrollHeight, 160)}px`;
    send.classList.toggle('ready', text.value.trim() !== '' || files.length > 0);
  }

  form.addEventListener('submit', event => { event.preventDefault(); submit(); });
  text.addEventListener('input', () => { grow(); suggest(); });
  text.addEventListener('keydown', event => {
    if (!suggestions.hidden && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      pick(event.key === 'ArrowDown' ? 1 : -1);
    } else if (!suggestions.hidden && event.key === 'Tab') {
      event.preventDefault();
      text.value = `${suggestions.querySelector('[aria-selected="true"] b').textContent} `;
      suggest();
    } else if (event.key === 'Escape') {
      if (!suggestions.hidden) showCommands([]);
      else if (replying) { replying = null; drawContext(); }
    } else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      submit();
    }
  });
  text.addEventListener('paste', event => {
    const pasted = [...event.clipboardData.files];
    if (pasted.length) { event.preventDefault(); addFiles(pasted); }
  });
  text.addEventListener('blur', () => setTimeout(() => { if (!element.contains(document.activeElement)) showCommands([]); }, 150));
  menu.addEventListener('click', () => { showCommands(suggestions.hidden ? commands() : []); text.focus(); });
  toggle.addEventListener('click', () => { keyboardHidden = !keyboardHidden; draw(); });
  picker.addEventListener('change', () => { addFiles([...picker.files]); picker.value = ''; });
  start.addEventListener('click', () => act(view()?.blocked ? { block: false } : { text: '/start' }));
  speaker.addEventListener('click', () => chooseSpeaker(speaker));
  attach.addEventListener('click', () => attachMenu(attach, picker));

  return { element, draw, replyTo, addFiles, focus: () => text.focus() };
}

function chooseSpeaker(anchor) {
  const close = popover(anchor, [h('div', { class: 'menu-title' }, 'Speak as'), (entryOf(telegram.current)?.members ?? []).map(id => h('button', {
    class: 'menu-item', 'aria-selected': id === telegram.speaker ? 'true' : null, onclick: () => { close(); speakAs(id); },
  }, avatar(id, fullName(personOf(id)), 'small'), fullName(personOf(id))))], { label: 'Speak as' });
}

const stickers = ['👍', '❤️', '😂', '🎉', '🔥', '😮'];

function attachMenu(anchor, picker) {
  const item = (name, label, run) => h('button', { class: 'menu-item', onclick: () => { close(); run(); } }, icon(name, 20), label);
  const close = popover(anchor, [
    item('image', 'Photos or files', () => picker.click()),
    item('contact', 'My phone number', () => act({ contact: {} })),
    item('location', 'A location', () => act({ location: { latitude: 46.5197, longitude: 6.6323 } })),
    h('div', { class: 'menu-title' }, 'Sticker'),
    h('div', { class: 'sticker-row' }, stickers.map(emoji => h('button', { 'aria-label': `Sticker ${emoji}`, onclick: () => { close(); act({ sticker: emoji }); } }, emoji))),
  ], { label: 'Attach' });
}

async function encoded(file, caption, asFile) {
  const content = await new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(',') + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
  return { name: file.name, type: file.type || 'application/octet-stream', kind: asFile ? 'document' : undefined, content, caption: caption || undefined };
}
