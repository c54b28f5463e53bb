// The base's tables as a person sees them in Airtable: tabs, a grid of typed cells, edits in place.
import { get, patch, post, del, Refused } from './api.js';
import { cellOf, columnWidth, fieldIcon } from './cells.js';
import { coalesce, fill, h, notice } from './dom.js';
import { edit, editable } from './editors.js';
import { icon } from './icons.js';

const rowHeight = 36;
const spare = 8;

/** Draws the base into `root`; returns what the change stream calls. */
export function base(root) {
  const state = { base: null, table: null, views: new Map(), grid: null, search: '', selected: null, flashes: new Map(), unseen: new Set() };
  const tabs = h('div', { class: 'tabs', role: 'tablist', 'aria-label': 'Tables', 'data-testid': 'tables' });
  const title = h('h2', { class: 'base-title' }, 'Base');
  const search = h('input', { class: 'field', type: 'search', placeholder: 'Search', 'aria-label': 'Search this table', 'data-testid': 'base-search', oninput: () => { state.search = search.value.toLowerCase(); drawRows(true); } });
  const view = h('select', { class: 'field view', 'aria-label': 'View', 'data-testid': 'view', onchange: () => { state.views.set(state.table, view.value); state.flashes.clear(); state.grid = null; grid.scrollTop = 0; refreshRows(); } });
  const count = h('span', { class: 'count', role: 'status', 'data-testid': 'row-count' });
  const add = h('button', { class: 'ghost-button', 'data-testid': 'add-row', onclick: () => addRow() }, icon('plus', 15), 'Add row');
  const head = h('div', { class: 'grid-head', role: 'row' });
  const body = h('div', { class: 'grid-body', role: 'rowgroup' });
  const grid = h('div', { class: 'grid', role: 'grid', tabindex: 0, 'aria-label': 'Rows', 'data-testid': 'grid' }, head, body);
  fill(root,
    h('div', { class: 'base-head' }, title, tabs),
    h('div', { class: 'base-tools' }, view, h('label', { class: 'search' }, icon('search', 16), search), count, add),
    grid);

  const refreshTables = coalesce(async () => {
    const bases = await get('sandbox/airtable/bases');
    state.base = bases[0] ?? null;
    title.textContent = state.base?.name ?? 'Base';
    const tables = state.base?.tables ?? [];
    if (!tables.some(table => table.id === state.table)) state.table = tables[0]?.id ?? null;
    drawTabs();
    drawViews();
    refreshRows();
  }, 120);

  const refreshRows = coalesce(async () => {
    if (!state.table) return;
    const table = state.table;
    const shown = viewOf(table);
    const next = await get(`sandbox/airtable/bases/${state.base.id}/tables/${table}${shown ? `?view=${encodeURIComponent(shown)}` : ''}`);
    if (table !== state.table || shown !== viewOf(table)) return;
    markChanges(next);
    state.grid = next;
    drawHead();
    drawRows(false);
  }, 60);

  function markChanges(next) {
    if (!state.grid || state.grid.table.id !== next.table.id) { state.flashes.clear(); return; }
    const before = new Map(state.grid.rows.map(row => [row.id, row]));
    const until = performance.now() + 2600;
    for (const row of next.rows) {
      const old = before.get(row.id);
      if (!old) state.flashes.set(row.id, until);
      else for (const column of next.columns) {
        if (JSON.stringify(old.cells[column.id]?.value) !== JSON.stringify(row.cells[column.id]?.value)) state.flashes.set(`${row.id}/${column.id}`, until);
      }
    }
  }

  const viewsOf = table => (state.base?.tables.find(candidate => candidate.id === table)?.views ?? []).filter(candidate => candidate.type === 'grid');
  const viewOf = table => viewsOf(table).find(candidate => candidate.id === state.views.get(table))?.id ?? viewsOf(table)[0]?.id;

  function drawViews() {
    const views = viewsOf(state.table);
    view.hidden = views.length < 2;
    fill(view, views.map(candidate => h('option', { value: candidate.id }, candidate.name)));
    view.value = viewOf(state.table) ?? '';
  }

  function drawTabs() {
    fill(tabs, (state.base?.tables ?? []).map(table => h('button', {
      class: 'tab', role: 'tab', id: `tab-${table.id}`, 'data-testid': `table-${table.name}`, 'aria-selected': table.id === state.table ? 'true' : 'false',
      tabindex: table.id === state.table ? 0 : -1, onclick: () => openTable(table.id), onkeydown: tabKeys,
    }, table.name, state.unseen.has(table.id) && h('i', { class: 'unread', 'aria-label': 'Changed' }))));
  }

  function tabKeys(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const all = [...tabs.children];
    const next = all[(all.indexOf(event.currentTarget) + step + all.length) % all.length];
    next.click();
    tabs.querySelector('[aria-selected="true"]')?.focus();
  }

  function openTable(id) {
    state.table = id;
    state.unseen.delete(id);
    state.selected = null;
    state.search = search.value = '';
    grid.scrollTop = grid.scrollLeft = 0;
    drawTabs();
    drawViews();
    refreshRows();
  }

  let headState = '';
  let headVersion = 0;
  function drawHead() {
    const columns = state.grid.columns;
    const now = JSON.stringify(columns);
    if (now === headState) return;
    headState = now;
    headVersion += 1;
    grid.style.setProperty('--columns', `46px ${columns.map((column, index) => `${columnWidth(column, index === 0)}px`).join(' ')} minmax(40px, 1fr)`);
    fill(head, h('div', { class: 'cell corner', role: 'columnheader' }, h('span', { class: 'visually-hidden' }, 'Row')),
      columns.map((column, index) => h('div', { class: `cell ${index === 0 ? 'primary' : ''}`, role: 'columnheader', title: [column.name, column.type, column.description].filter(Boolean).join(' · ') },
        icon(fieldIcon(column), 15), h('span', {}, column.name), column.computed && icon('lock', 12))),
      h('div', { class: 'cell filler', role: 'presentation' }));
  }

  const rows = () => {
    if (!state.search) return state.grid.rows;
    return state.grid.rows.filter(row => Object.values(row.cells).some(cell => (cell.text ?? '').toLowerCase().includes(state.search)));
  };

  const drawn = new Map();

  function drawRows(toTop) {
    if (!state.grid) return;
    const all = rows();
    count.textContent = state.search ? `${all.length} of ${state.grid.rows.length} rows` : `${all.length} ${all.length === 1 ? 'row' : 'rows'}`;
    grid.setAttribute('aria-rowcount', String(all.length));
    if (toTop) grid.scrollTop = 0;
    body.style.height = `${(all.length + 1) * rowHeight}px`;
    const from = Math.max(0, Math.floor(grid.scrollTop / rowHeight) - spare);
    const to = Math.min(all.length, Math.ceil((grid.scrollTop + grid.clientHeight) / rowHeight) + spare);
    const wanted = new Set();
    for (let index = from; index < to; index += 1) wanted.add(placeRow(all[index], index));
    if (to === all.length) wanted.add(placeAdder(all.length));
    for (const child of [...body.children]) if (!wanted.has(child)) child.remove();
    for (const [id, known] of drawn) if (!known.element.isConnected) drawn.delete(id);
  }

  function placeRow(row, index) {
    const flashing = state.grid.columns.map(column => isFlashing(row.id) || isFlashing(`${row.id}/${column.id}`));
    const now = JSON.stringify([row, headVersion, index, flashing, state.selected?.row === row.id ? state.selected.field : null]);
    let known = drawn.get(row.id);
    if (known?.state !== now) {
      const element = rowElement(row, index, flashing);
      if (known?.element.isConnected) known.element.replaceWith(element);
      known = { state: now, element };
      drawn.set(row.id, known);
    }
    if (!known.element.isConnected) body.append(known.element);
    known.element.style.transform = `translateY(${index * rowHeight}px)`;
    return known.element;
  }

  function isFlashing(key) {
    const until = state.flashes.get(key);
    if (until === undefined) return false;
    if (until > performance.now()) return true;
    state.flashes.delete(key);
    return false;
  }

  function rowElement(row, index, flashing) {
    return h('div', { class: 'grid-row', role: 'row', 'aria-rowindex': index + 1, 'data-testid': 'row', dataset: { rowId: row.id } },
      h('div', { class: 'cell number', role: 'rowheader' }, h('span', {}, index + 1),
        h('button', { class: 'row-delete', tabindex: -1, 'aria-label': `Delete row ${index + 1}`, title: 'Delete row', 'data-testid': 'delete-row', onclick: () => deleteRow(row) }, icon('trash', 15))),
      state.grid.columns.map((column, at) => cellElement(row, column, at, flashing[at])),
      h('div', { class: 'cell filler', role: 'presentation' }));
  }

  function cellElement(row, column, at, flash) {
    const selected = state.selected?.row === row.id && state.selected.field === column.id;
    return h('div', {
      class: ['cell', `type-${column.type}`, at === 0 ? 'primary' : '', flash ? 'flash' : '', selected ? 'selected' : '', editable(column) ? '' : 'fixed'].filter(Boolean).join(' '),
      role: 'gridcell', 'aria-selected': selected ? 'true' : null, 'aria-readonly': editable(column) ? null : 'true', 'data-testid': 'cell', dataset: { field: column.name, fieldId: column.id },
      onpointerdown: () => select(row.id, column.id), ondblclick: () => beginEdit(),
    }, cellOf(column, row.cells[column.id], value => save(row, column, value), tableName));
  }

  const tableName = id => state.base?.tables.find(table => table.id === id)?.name;

  function placeAdder(index) {
    let known = drawn.get('adder');
    if (!known) {
      known = { element: h('button', { class: 'grid-adder', onclick: () => addRow() }, icon('plus', 16), 'Add row') };
      drawn.set('adder', known);
    }
    if (!known.element.isConnected) body.append(known.element);
    known.element.style.transform = `translateY(${index * rowHeight}px)`;
    return known.element;
  }

  function select(row, field) {
    if (state.selected?.row === row && state.selected.field === field) return;
    state.selected = { row, field };
    drawRows(false);
  }

  const rowOf = id => state.grid.rows.find(row => row.id === id);
  const columnOf = id => state.grid.columns.find(column => column.id === id);
  const selectedElement = () => body.querySelector('.cell.selected');

  function beginEdit(typed) {
    const element = selectedElement();
    if (!element) return;
    const row = rowOf(state.selected.row);
    const column = columnOf(state.selected.field);
    if (!editable(column)) { notice(`“${column.name}” is worked out by Airtable and cannot be typed`); return; }
    edit({ element, column, cell: row.cells[column.id], typed, save: value => save(row, column, value), done: () => grid.focus({ preventScroll: true }), linked: table => get(`sandbox/airtable/bases/${state.base.id}/tables/${table}`) });
  }

  async function save(row, column, value) {
    await tell(() => patch(`sandbox/airtable/bases/${state.base.id}/tables/${state.table}/rows/${row.id}`, { fields: { [column.id]: value } }));
    refreshRows();
  }

  async function addRow() {
    const row = await tell(() => post(`sandbox/airtable/bases/${state.base.id}/tables/${state.table}/rows`, { fields: {} }));
    if (!row) return;
    state.search = search.value = '';
    state.selected = { row: row.id, field: state.grid.columns[0].id };
    refreshRows();
    setTimeout(() => { grid.scrollTop = grid.scrollHeight; grid.focus({ preventScroll: true }); }, 150);
  }

  async function deleteRow(row) {
    await tell(() => del(`sandbox/airtable/bases/${state.base.id}/tables/${state.table}/rows/${row.id}`));
    refreshRows();
  }

  grid.addEventListener('scroll', () => requestAnimationFrame(() => drawRows(false)), { passive: true });
  new ResizeObserver(() => drawRows(false)).observe(grid);
  grid.addEventListener('keydown', event => {
    if (event.target !== grid || !state.grid) return;
    const moves = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] };
    if (moves[event.key]) { event.preventDefault(); move(...moves[event.key]); }
    else if (event.key === 'Enter' || event.key === 'F2') { event.preventDefault(); beginEdit(); }
    else if ((event.key === 'Delete' || event.key === 'Backspace') && state.selected && editable(columnOf(state.selected.field))) { event.preventDefault(); save(rowOf(state.selected.row), columnOf(state.selected.field), null); }
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) { event.preventDefault(); beginEdit(event.key); }
  });

  function move(down, right) {
    const all = rows();
    const columns = state.grid.columns;
    const y = Math.max(0, all.findIndex(row => row.id === state.selected?.row));
    const x = Math.max(0, columns.findIndex(column => column.id === state.selected?.field));
    const row = all[Math.max(0, Math.min(all.length - 1, y + (state.selected ? down : 0)))];
    const column = columns[Math.max(0, Math.min(columns.length - 1, x + (state.selected ? right : 0)))];
    if (!row) return;
    select(row.id, column.id);
    const top = all.indexOf(row) * rowHeight;
    if (top < grid.scrollTop) grid.scrollTop = top;
    else if (top + 2 * rowHeight > grid.scrollTop + grid.clientHeight - rowHeight) grid.scrollTop = top + 3 * rowHeight - grid.clientHeight;
    selectedElement()?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  return {
    refresh: refreshTables,
    changed(tables, schema) {
      if (schema) refreshTables();
      if (tables.includes(state.table)) refreshRows();
      for (const table of tables) if (table !== state.table && !state.unseen.has(table)) { state.unseen.add(table); drawTabs(); }
    },
  };
}

async function tell(action) {
  try {
    return await action();
  } catch (error) {
    notice(error instanceof Refused ? error.message : 'The sandbox does not answer. Is it still running?', 'error');
    return null;
  }
}
