// Puts the panels together and feeds them the sandbox's stream of changes.
import { listen } from './api.js';
import { base } from './base.js';
import { chat } from './chat.js';
import { chatList } from './chatlist.js';
import { fill, h } from './dom.js';
import { icon } from './icons.js';
import { act, open, refreshChat, refreshList, telegram, watch } from './telegram.js';
import { workbench } from './workbench.js';

const app = document.getElementById('app');
const thread = chat(document.getElementById('chat'));
const grid = base(document.getElementById('base'));
const bench = workbench(document.getElementById('workbench'));
chatList(document.getElementById('chats'), () => { if (matchMedia('(hover: hover)').matches) thread.focus(); });

const tabs = [['chat', 'Chat', 'chat'], ['base', 'Base', 'table'], ['workbench', 'Workbench', 'wrench']];

function show(view) {
  app.dataset.view = view;
  fill(document.getElementById('tabbar'), tabs.map(([name, label, mark]) => h('button', {
    'aria-selected': String(name === view), 'data-testid': `tab-${name}`, onclick: () => show(name),
  }, icon(mark, 23), label)));
  dispatchEvent(new Event('resize'));
}

const link = document.getElementById('link-state');
const states = { live: 'Live', lost: 'Reconnecting', connecting: 'Connecting' };

function linkState(state) {
  link.dataset.state = state;
  link.lastChild.textContent = states[state];
  if (state === 'live') refreshAll();
}

function refreshAll() {
  refreshList();
  for (const id of new Set([telegram.current, ...telegram.chats.keys()])) refreshChat(id);
  grid.refresh();
  bench.refresh();
}

/** `#1002` or `#-100…/1002` names the open chat and who speaks; `?as=1002&start=payload` opens a deep link. */
function fromAddress() {
  const query = new URLSearchParams(location.search);
  const [, chatId, speaker] = /^#(-?\d+)(?:\/(\d+))?$/.exec(location.hash) ?? [];
  const id = Number(query.get('as') ?? chatId ?? 1001);
  open(id, speaker ? Number(speaker) : undefined);
  if (query.has('start')) {
    const payload = query.get('start');
    history.replaceState(null, '', `${location.pathname}#${id}`);
    act({ text: `/start${payload ? ` ${payload}` : ''}` });
  }
}

listen({
  telegram: event => {
    if (event.bot) refreshList();
    for (const id of event.chats ?? []) {
      if (telegram.chats.has(Number(id)) || Number(id) === telegram.current) refreshChat(Number(id));
    }
    if (event.chats?.length) refreshList();
  },
  airtable: event => grid.changed(event.tables ?? [], event.schema),
  calls: () => bench.callsChanged(),
  faults: () => bench.faultsChanged(),
  reset: () => { telegram.chats.clear(); telegram.read.clear(); telegram.pressed.clear(); refreshAll(); },
}, linkState);

const text = document.getElementById('composer-text');
text.addEventListener('focus', () => app.classList.add('typing-text'));
text.addEventListener('blur', () => app.classList.remove('typing-text'));

let waiting = null;
watch(() => {
  // Ticks depend on what the bot has taken, which no event announces: look again while something waits.
  const pending = telegram.bot?.webhook?.pending_update_count > 0;
  if (pending && !waiting) waiting = setTimeout(() => { waiting = null; refreshList(); }, 1500);
  document.title = `${telegram.bot?.me?.first_name ?? 'Basegram'} · sandbox`;
});

window.addEventListener('hashchange', fromAddress);
show('chat');
fromAddress();
