// What a developer wants beside the chat: the calls received, faults to switch on, deliveries, the services.
import { del, get, patch, post, Refused } from './api.js';
import { coalesce, fill, h, notice, sheet } from './dom.js';
import { icon } from './icons.js';
import { refreshList, telegram, watch } from './telegram.js';

const keep = 400;
const shownCalls = 120;

const quick = [
  { service: 'telegram', operation: '*', kind: '429', label: 'Too many requests', hint: 'Every call is answered 429' },
  { service: 'telegram', operation: '*', kind: 'slow', delayMs: 2000, label: 'Slow', hint: 'Every answer comes 2 s late' },
  { service: 'telegram', operation: 'sendMessage', kind: 'cut-after', label: 'Sent, but no answer', hint: 'sendMessage works and the connection is cut' },
  { service: 'telegram', operation: 'deliver', kind: 'cut-before', label: 'Webhook unreachable', hint: 'Deliveries are cut before they arrive' },
  { service: 'airtable', operation: '*', kind: '429', label: 'Too many requests', hint: 'Every call is answered 429' },
  { service: 'airtable', operation: '*', kind: '503', label: 'Down', hint: 'Every call is answered 503' },
  { service: 'airtable', operation: '*', kind: 'slow', delayMs: 2000, label: 'Slow', hint: 'Every answer comes 2 s late' },
  { service: 'airtable', operation: 'create', kind: 'cut-after', label: 'Saved, but no answer', hint: 'Records are created and the connection is cut' },
  { service: 'airtable', operation: '*', kind: 'monthly-cap', label: 'Monthly calls used up', hint: 'The workspace has no calls left' },
];

const kinds = ['429', '500', '502', '503', 'slow', 'drip', 'hang', 'cut-before', 'cut-after', 'cut-within', 'monthly-cap', 'conflict', 'unauthorized', 'forbidden', 'not-found', 'refused', 'empty', 'garbage'];
const operations = {
  telegram: ['*', 'sendMessage', 'editMessageText', 'answerCallbackQuery', 'getUpdates', 'setWebhook', 'sendPhoto', 'getFile', 'file', 'deliver'],
  airtable: ['*', 'list', 'get', 'create', 'update', 'upsert', 'delete', 'schema', 'upload'],
};

/** Draws the workbench into `root`; returns what the change stream calls. */
export function workbench(root) {
  const state = { tab: 'calls', open: load('workbench-open') === 'yes', calls: [], lastId: { telegram: 0, airtable: 0 }, faults: [], services: null, settings: null, service: 'all', words: '', polls: false, expanded: new Set() };
  const chips = h('span', { class: 'wb-chips' });
  const bar = h('button', { class: 'wb-bar', 'aria-expanded': 'false', 'aria-controls': 'wb-body', 'data-testid': 'workbench-toggle', onclick: () => setOpen(!state.open) }, h('b', {}, icon('wrench', 17), 'Workbench'), chips, icon('down', 18));
  const tabs = h('div', { class: 'wb-tabs', role: 'tablist', 'aria-label': 'Workbench' });
  const panel = h('div', { class: 'wb-panel', role: 'tabpanel', tabindex: 0 });
  const reset = h('button', { class: 'ghost-button danger', 'data-testid': 'reset', onclick: askReset }, icon('reset', 15), 'Reset');
  const body = h('div', { class: 'wb-body', id: 'wb-body' }, h('div', { class: 'wb-head' }, tabs, reset), panel);
  fill(root, bar, body);

  function setOpen(open) {
    state.open = open;
    store('workbench-open', open ? 'yes' : 'no');
    root.classList.toggle('open', open);
    bar.setAttribute('aria-expanded', String(open));
    draw();
  }

  const refreshCalls = coalesce(async () => {
    const [ofTelegram, ofAirtable] = await Promise.all(['telegram', 'airtable'].map(name => get(`sandbox/${name}/calls?after=${state.lastId[name]}&limit=${keep}`)));
    if (ofTelegram.length) state.lastId.telegram = ofTelegram.at(-1).id;
    if (ofAirtable.length) state.lastId.airtable = ofAirtable.at(-1).id;
    state.calls = [...state.calls, ...ofTelegram, ...ofAirtable].sort((a, b) => a.id - b.id).slice(-2 * keep);
    draw();
  }, 250);
  const refreshFaults = coalesce(async () => { state.faults = await get('sandbox/faults'); draw(); }, 150);
  const refreshServices = coalesce(async () => { state.services = await get('sandbox/services'); draw(); }, 150);
  const refreshSettings = coalesce(async () => { state.settings = await get('sandbox/settings'); draw(); }, 150);

  const tabNames = () => [['calls', 'Calls'], ['faults', 'Faults'], ['delivery', 'Delivery'], ...(state.services?.available ? [['services', 'Services']] : [])];

  function draw() {
    drawChips();
    if (!root.classList.contains('open') && !matchMedia('(max-width: 860px)').matches) return;
    if (!tabNames().some(([name]) => name === state.tab)) state.tab = 'calls';
    drawTabs();
    const drawPanel = { calls: drawCalls, faults: drawFaults, delivery: drawDelivery, services: drawServices }[state.tab];
    drawPanel();
  }

  function drawChips() {
    const bot = telegram.bot;
    const pending = bot?.webhook?.pending_update_count ?? 0;
    const ways = { webhook: 'Webhook', polling: 'Long polling', idle: 'Bot idle' };
    fill(chips,
      h('span', { class: 'wb-chip', 'data-testid': 'ingress' }, bot ? ways[bot.mode] ?? bot.mode : 'No bot yet'),
      h('span', { class: `wb-chip ${pending ? 'warn' : ''}`, 'data-testid': 'pending' }, `${pending} pending`),
      state.settings && h('span', { class: 'wb-chip', title: 'Calls that count to the monthly cap' }, `${state.settings.airtable.callsThisMonth} Airtable calls`),
      state.faults.length > 0 && h('span', { class: 'wb-chip bad', 'data-testid': 'faults-on' }, `${state.faults.length} fault${state.faults.length > 1 ? 's' : ''} on`),
      (state.services?.services ?? []).map(service => h('span', { class: `wb-chip ${service.running ? '' : 'bad'}` }, h('i', { class: `dot ${service.running ? 'up' : 'down'}` }), service.name)));
  }

  let tabState = '';
  function drawTabs() {
    const now = JSON.stringify([tabNames(), state.tab, state.faults.length]);
    if (now === tabState) return;
    tabState = now;
    fill(tabs, tabNames().map(([name, label]) => h('button', {
      class: 'wb-tab', role: 'tab', 'data-testid': `workbench-${name}`, 'aria-selected': String(name === state.tab),
      onclick: () => { state.tab = name; panelState = ''; draw(); },
    }, label, name === 'faults' && state.faults.length > 0 && h('i', { class: 'wb-count' }, state.faults.length))));
  }

  let panelState = '';
  function drawOnce(key, build) {
    const now = `${state.tab} ${key}`;
    if (now === panelState) return;
    panelState = now;
    fill(panel, build());
  }

  const callList = h('div', { class: 'calls', 'data-testid': 'calls' });
  const callRows = new Map();

  function drawCalls() {
    drawOnce('', () => [h('div', { class: 'wb-filters' },
      segmented(['all', 'telegram', 'airtable'], () => state.service, value => { state.service = value; panelState = ''; draw(); }),
      h('input', { class: 'field', type: 'search', placeholder: 'Filter calls', 'aria-label': 'Filter calls', value: state.words, oninput: event => { state.words = event.target.value.toLowerCase(); drawCallRows(); } }),
      h('label', { class: 'wb-option' }, h('input', { type: 'checkbox', checked: state.polls, onchange: event => { state.polls = event.target.checked; drawCallRows(); } }), 'Show polls')), callList]);
    drawCallRows();
  }

  function drawCallRows() {
    const wanted = state.calls.filter(call => (state.service === 'all' || call.service === state.service) && (state.polls || call.operation !== 'getUpdates') && matches(call, state.words)).slice(-shownCalls).reverse();
    if (!wanted.length) { callRows.clear(); fill(callList, h('p', { class: 'wb-empty' }, state.words ? 'No call matches' : 'No calls yet. They appear here as the bot makes them.')); return; }
    const elements = wanted.map(call => {
      if (!callRows.has(call.id)) callRows.set(call.id, callRow(call));
      return callRows.get(call.id);
    });
    const set = new Set(elements);
    for (const child of [...callList.children]) if (!set.has(child)) child.remove();
    elements.forEach((element, at) => { if (callList.children[at] !== element) callList.insertBefore(element, callList.children[at] ?? null); });
    for (const [id, element] of callRows) if (!set.has(element)) callRows.delete(id);
  }

  function callRow(call) {
    const good = call.status >= 200 && call.status < 400;
    const details = h('details', { class: 'call', 'data-testid': 'call' }, h('summary', {},
      h('time', {}, timeWithMillis(call.at)), h('span', { class: `service-mark ${call.service}` }, call.service === 'telegram' ? 'TG' : 'AT'),
      h('b', {}, call.operation), h('span', { class: 'call-gist' }, gist(call)),
      h('span', { class: `status ${good ? 'ok' : 'bad'}` }, call.status || 'cut'), h('span', { class: 'millis' }, `${call.millis} ms`)));
    details.addEventListener('toggle', () => {
      if (details.open && details.children.length === 1) details.append(h('div', { class: 'call-bodies' }, json(`${call.method} ${call.path}`, call.parameters), json('Answer', call.answer)));
    });
    return details;
  }

  function drawFaults() {
    drawOnce(JSON.stringify([state.faults, state.settings]), () => [
      h('div', { class: 'fault-columns' }, ['telegram', 'airtable'].map(service => h('section', {}, h('h3', {}, service === 'telegram' ? 'Telegram' : 'Airtable'), quick.filter(fault => fault.service === service).map(quickSwitch), service === 'airtable' && settingSwitch()))),
      faultForm(),
      state.faults.length > 0 && h('section', { class: 'faults-on' }, h('h3', {}, 'On now', h('button', { class: 'ghost-button', onclick: () => run(() => del('sandbox/faults'), refreshFaults) }, 'Switch all off')), state.faults.map(faultRow)),
    ]);
  }

  const same = (fault, order) => fault.service === order.service && fault.operation === order.operation && fault.kind === order.kind && fault.remaining === null;

  function quickSwitch(order) {
    const active = state.faults.find(fault => same(fault, order));
    const { label, hint, ...body } = order;
    return toggle(label, hint, Boolean(active), `fault-${order.service}-${order.operation}-${order.kind}`, on => run(() => (on ? post('sandbox/faults', body) : del(`sandbox/faults/${active.id}`)), refreshFaults));
  }

  function settingSwitch() {
    return state.settings && toggle('Five calls a second', 'More are answered 429 for 30 s, as Airtable does', state.settings.airtable.rateLimited, 'setting-rate-limit', on => run(() => patch('sandbox/settings', { airtable: { rateLimited: on } }), refreshSettings));
  }

  function faultForm() {
    const service = h('select', { class: 'field', 'aria-label': 'Service', onchange: () => fill(list, operations[service.value].map(name => h('option', { value: name }))) }, h('option', { value: 'telegram' }, 'Telegram'), h('option', { value: 'airtable' }, 'Airtable'));
    const list = h('datalist', { id: 'operations' }, operations.telegram.map(name => h('option', { value: name })));
    const operation = h('input', { class: 'field', list: 'operations', placeholder: 'any operation', 'aria-label': 'Operation' });
    const kind = h('select', { class: 'field', 'aria-label': 'Kind' }, kinds.map(name => h('option', {}, name)));
    const times = h('input', { class: 'field', type: 'number', min: 1, value: 1, placeholder: '∞', 'aria-label': 'Times; empty is until switched off' });
    return h('form', {
      class: 'fault-form', 'data-testid': 'fault-form', onsubmit: event => {
        event.preventDefault();
        run(() => post('sandbox/faults', { service: service.value, operation: operation.value || '*', kind: kind.value, times: times.value ? Number(times.value) : null }), refreshFaults);
      },
    }, h('h3', {}, 'Another fault'), service, operation, list, kind, h('label', { class: 'times' }, times, 'times'), h('button', { class: 'ghost-button' }, icon('bolt', 15), 'Switch on'));
  }

  function faultRow(fault) {
    return h('div', { class: 'fault-row', 'data-testid': 'fault' }, h('span', { class: `service-mark ${fault.service}` }, fault.service === 'telegram' ? 'TG' : 'AT'), h('b', {}, fault.kind), h('span', {}, fault.operation === '*' ? 'every call' : fault.operation),
      h('small', {}, fault.remaining === null ? 'until switched off' : `${fault.remaining} more`), h('button', { class: 'icon-button', 'aria-label': 'Switch off', onclick: () => run(() => del(`sandbox/faults/${fault.id}`), refreshFaults) }, icon('close', 16)));
  }

  function drawDelivery() {
    const bot = telegram.bot;
    drawOnce(JSON.stringify(bot), () => {
      if (!bot) return h('p', { class: 'wb-empty' }, `No bot has called yet. Point one at ${location.origin}.`);
      const info = bot.webhook ?? {};
      const rows = [['Bot', `@${bot.me.username} (${bot.id})`], ['Takes updates by', { webhook: 'webhook', polling: 'long polling', idle: 'nothing at the moment' }[bot.mode] ?? bot.mode], ['Webhook', info.url || 'none'], ['Waiting updates', String(info.pending_update_count ?? 0)], ['Last error', info.last_error_message ? `${info.last_error_message} (${new Date(info.last_error_date * 1000).toLocaleTimeString()})` : 'none'], ['Connections', info.max_connections ?? '—'], ['Kinds asked for', info.allowed_updates?.join(', ') || 'the usual ones']];
      return h('dl', { class: 'facts' }, rows.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))));
    });
  }

  function drawServices() {
    drawOnce(JSON.stringify(state.services), () => h('div', { class: 'services' }, state.services.services.map(service => h('article', { class: 'service-card', 'data-testid': `service-${service.name}` },
      h('i', { class: `dot ${service.running ? 'up' : 'down'}` }), h('div', {}, h('b', {}, service.name), h('small', {}, service.running ? `running, process ${service.pid}` : 'not running')),
      h('button', { class: 'ghost-button danger', disabled: !service.running, 'data-testid': `kill-${service.name}`, onclick: () => order(service, 'kill') }, 'Kill'),
      h('button', { class: 'ghost-button', 'data-testid': `restart-${service.name}`, onclick: () => order(service, 'restart') }, 'Restart')))));
  }

  function order(service, what) {
    return run(() => post(`sandbox/services/${service.name}/${what}`), () => { notice(what === 'kill' ? `${service.name} is being killed` : `${service.name} is being restarted`); refreshServices(); });
  }

  async function askReset() {
    const answer = await sheet({ title: 'Reset the sandbox?', body: 'Chats, webhooks, faults and call logs are cleared, and the base goes back to its first state.', actions: [{ label: 'Cancel', value: '' }, { label: 'Reset', value: 'reset', primary: true }], testid: 'reset-sheet' });
    if (answer) await run(() => post('sandbox/reset'), () => notice('The sandbox is as it was at the start'));
  }

  watch(draw);
  setOpen(state.open);
  setInterval(() => { if (state.services?.available && !document.hidden) refreshServices(); }, 2000);

  return {
    refresh() {
      state.calls = [];
      state.lastId = { telegram: 0, airtable: 0 };
      callRows.clear();
      refreshCalls(); refreshFaults(); refreshServices(); refreshSettings();
    },
    callsChanged() {
      refreshCalls(); refreshSettings();
      if (state.faults.length) refreshFaults();
    },
    faultsChanged: () => { refreshFaults(); refreshSettings(); },
  };
}

async function run(action, then) {
  try {
    await action();
    then?.();
    refreshList();
  } catch (error) {
    notice(error instanceof Refused ? error.message : 'The sandbox does not answer. Is it still running?', 'error');
  }
}

function segmented(values, current, choose) {
  return h('div', { class: 'segmented', role: 'group' }, values.map(value => h('button', { type: 'button', 'aria-pressed': String(value === current()), onclick: () => choose(value) }, value[0].toUpperCase() + value.slice(1))));
}

function toggle(label, hint, on, testid, change) {
  return h('label', { class: 'switch-row', title: hint }, h('span', {}, h('b', {}, label), h('small', {}, hint)), h('input', { type: 'checkbox', role: 'switch', class: 'switch', checked: on, 'data-testid': testid, onchange: event => change(event.target.checked) }));
}

const matches = (call, words) => !words || `${call.operation} ${call.path} ${call.status} ${JSON.stringify(call.parameters)} ${JSON.stringify(call.answer)}`.toLowerCase().includes(words);

function gist(call) {
  const sent = call.parameters ?? {};
  const said = sent.text ?? sent.caption ?? sent.filterByFormula ?? call.answer?.description ?? call.answer?.error?.message;
  return typeof said === 'string' ? said.replace(/\s+/g, ' ') : call.path;
}

function json(title, value) {
  return h('figure', {}, h('figcaption', {}, title), h('pre', {}, value === null || value === undefined ? '(no body)' : typeof value === 'string' ? value : JSON.stringify(value, null, 2)));
}

function timeWithMillis(at) {
  const date = new Date(typeof at === 'number' ? at * 1000 : at);
  return `${date.toTimeString().slice(0, 8)}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}

function load(name) {
  try { return localStorage.getItem(name); } catch { return null; }
}

function store(name, value) {
  try { localStorage.setItem(name, value); } catch { /* a private window keeps nothing, and need not */ }
}
