// Editing a cell in place, as a person does in Airtable's own page.
import { pill } from './cells.js';
import { fill, h, popover } from './dom.js';
import { icon } from './icons.js';

const typedTypes = { singleLineText: 'text', email: 'email', url: 'url', phoneNumber: 'tel', number: 'text', currency: 'text', percent: 'text', duration: 'text', date: 'date', dateTime: 'datetime-local', barcode: 'text' };
const others = ['multilineText', 'richText', 'singleSelect', 'multipleSelects', 'multipleRecordLinks', 'checkbox', 'rating'];

/** Whether a person can type into this field here. */
export const editable = field => !field.computed && (field.type in typedTypes || others.includes(field.type));

/** Opens the editor that fits the field; `save` gets the new value, `done` is called when it closes. */
export function edit(at) {
  const type = at.column.type;
  if (type === 'checkbox') at.save(!at.cell?.value);
  else if (type === 'rating') rate(at);
  else if (type === 'singleSelect') choose(at, false);
  else if (type === 'multipleSelects') choose(at, true);
  else if (type === 'multipleRecordLinks') link(at);
  else if (type === 'multilineText' || type === 'richText') write(at, h('textarea', { class: 'cell-editor long', rows: 5 }));
  else write(at, h('input', { class: 'cell-editor', type: typedTypes[type] ?? 'text', inputmode: ['number', 'currency', 'percent'].includes(type) ? 'decimal' : null }));
}

function rate({ column, typed, save }) {
  const stars = Number(typed);
  if (Number.isInteger(stars) && stars >= 0 && stars <= (column.options?.max ?? 5)) save(stars === 0 ? null : stars);
}

function write({ element, column, cell, typed, save, done }, field) {
  const before = shownIn(column, cell);
  field.value = typed !== undefined && field.type !== 'date' && field.type !== 'datetime-local' ? typed : before;
  field.setAttribute('aria-label', column.name);
  field.dataset.testid = 'cell-editor';
  let open = true;
  const close = keep => {
    if (!open) return;
    open = false;
    field.remove();
    element.classList.remove('editing');
    if (keep && field.value !== before) save(valueOf(column, field.value));
    done();
  };
  field.addEventListener('keydown', event => {
    event.stopPropagation();
    if (event.key === 'Escape') close(false);
    if (event.key === 'Tab' || (event.key === 'Enter' && !event.shiftKey)) { event.preventDefault(); close(true); }
  });
  field.addEventListener('blur', () => close(true));
  field.addEventListener('pointerdown', event => event.stopPropagation());
  field.addEventListener('dblclick', event => event.stopPropagation());
  element.classList.add('editing');
  element.append(field);
  field.focus();
  if (typed === undefined && field.select && field.type !== 'date' && field.type !== 'datetime-local') field.select();
}

function shownIn(column, cell) {
  const value = cell?.value;
  if (value === undefined || value === null) return '';
  if (column.type === 'percent') return String(Math.round(value * 1e10) / 1e8);
  if (column.type === 'dateTime') return String(value).slice(0, 16);
  if (column.type === 'duration' || column.type === 'barcode') return cell.text;
  return String(value);
}

function valueOf(column, text) {
  if (text.trim() === '') return null;
  const number = Number(text.replace(/[\s']/g, '').replace(',', '.'));
  if (column.type === 'percent' && Number.isFinite(number)) return number / 100;
  if (['number', 'currency'].includes(column.type) && Number.isFinite(number)) return number;
  if (column.type === 'dateTime') return `${text}:00.000Z`;
  return text;
}

function choose({ element, column, cell, save, done }, several) {
  const chosen = several ? [...(cell?.value ?? [])] : cell?.value ? [cell.value.name ?? cell.value] : [];
  const list = h('div', {});
  const draw = () => fill(list, (column.options?.choices ?? []).map(choice => h('button', {
    class: 'menu-item', 'data-testid': 'choice', 'aria-selected': chosen.includes(choice.name) ? 'true' : null, onclick: () => toggle(choice.name),
  }, pill(choice.name, choice.color), chosen.includes(choice.name) && h('span', { style: 'margin-left:auto' }, icon('check', 15)))));
  const toggle = name => {
    if (!several) { close(); save(chosen.includes(name) ? null : name); return; }
    const at = chosen.indexOf(name);
    if (at >= 0) chosen.splice(at, 1); else chosen.push(name);
    save(chosen.length ? [...chosen] : null);
    draw();
  };
  draw();
  const close = popover(element, list, { label: column.name, onclose: done });
}

async function link({ element, column, cell, save, done, linked }) {
  const table = column.options?.linkedTableId;
  const other = table ? await linked(table) : { rows: [], table: {} };
  const chosen = (cell?.value ?? []).map(value => value.id ?? value);
  const single = column.options?.prefersSingleRecordLink ?? false;
  const filter = h('input', { class: 'field', placeholder: `Find in ${other.table.name}`, 'aria-label': 'Find a record', oninput: () => draw() });
  const list = h('div', {});
  const nameOf = row => row.cells[other.table.primaryFieldId]?.text || 'Unnamed record';
  const draw = () => {
    const words = filter.value.toLowerCase();
    const rows = other.rows.filter(row => nameOf(row).toLowerCase().includes(words));
    rows.sort((a, b) => chosen.includes(b.id) - chosen.includes(a.id));
    fill(list, rows.slice(0, 60).map(row => h('button', {
      class: 'menu-item', 'data-testid': 'link-choice', 'aria-selected': chosen.includes(row.id) ? 'true' : null, onclick: () => toggle(row.id),
    }, h('span', { class: 'chip' }, nameOf(row)), chosen.includes(row.id) && h('span', { style: 'margin-left:auto' }, icon('check', 15)))),
    rows.length === 0 && h('div', { class: 'menu-title' }, 'Nothing found'), rows.length > 60 && h('div', { class: 'menu-title' }, `${rows.length - 60} more: type to narrow down`));
  };
  const toggle = id => {
    const at = chosen.indexOf(id);
    if (at >= 0) chosen.splice(at, 1);
    else if (single) chosen.splice(0, chosen.length, id);
    else chosen.push(id);
    save(chosen.length ? [...chosen] : null);
    if (single) close(); else draw();
  };
  draw();
  const close = popover(element, [filter, list], { label: column.name, onclose: done });
}
