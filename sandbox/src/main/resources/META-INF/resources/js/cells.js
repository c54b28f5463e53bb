// How each Airtable field type looks in the grid (airtable.com/developers/web/api/field-model).
import { h } from './dom.js';
import { icon } from './icons.js';

const icons = {
  singleLineText: 'text', multilineText: 'longtext', richText: 'longtext', number: 'number', currency: 'currency', percent: 'percent', singleSelect: 'select', multipleSelects: 'multiselect', checkbox: 'checkbox', rating: 'star', date: 'date', dateTime: 'date', duration: 'clock', multipleRecordLinks: 'records', multipleAttachments: 'attach', formula: 'formula', rollup: 'formula', count: 'number', multipleLookupValues: 'search', phoneNumber: 'phone', email: 'mail', url: 'link', autoNumber: 'number', createdTime: 'clock', lastModifiedTime: 'clock', singleCollaborator: 'contact', multipleCollaborators: 'contact', createdBy: 'contact', lastModifiedBy: 'contact', button: 'bolt', barcode: 'number',
};

export const fieldIcon = field => icons[field.type] ?? 'text';

const widths = { multilineText: 230, richText: 230, number: 96, currency: 112, percent: 96, checkbox: 88, rating: 116, date: 120, dateTime: 158, duration: 104, count: 92, autoNumber: 84, multipleRecordLinks: 160, multipleSelects: 180, multipleAttachments: 132, singleSelect: 122, email: 190, url: 180, createdTime: 158, lastModifiedTime: 158, formula: 132, rollup: 128, phoneNumber: 142 };

/** A column's width in CSS pixels, wide enough for its name. */
export function columnWidth(field, primary) {
  const asNeeded = Math.min(240, 48 + field.name.length * 7.4 + (field.computed ? 18 : 0));
  return Math.round(Math.max(primary ? 150 : widths[field.type] ?? 150, asNeeded));
}

const paint = { // Airtable's own colour names, as a hue and a weight.
  blue: 212, cyan: 192, teal: 174, green: 138, yellow: 45, orange: 27, red: 4, pink: 330, purple: 268, gray: null,
};

/** A select choice as a coloured pill. */
export function pill(name, colour = 'grayLight2') {
  const key = Object.keys(paint).find(candidate => colour.toLowerCase().startsWith(candidate)) ?? 'gray';
  const weight = /Bright|Dark1/.test(colour) ? 'strong' : /Light1/.test(colour) ? 'mid' : 'soft';
  return h('span', { class: `pill ${weight}`, style: { '--h': paint[key] ?? 215, '--s': key === 'gray' ? '12%' : '82%' } }, name);
}

const choiceOf = (field, name) => (field.options?.choices ?? []).find(choice => choice.name === name);

/** The content of a cell; `save` is for the types that change at a click. */
export function cellOf(field, cell, save) {
  const value = cell?.value;
  if (field.type === 'checkbox') return checkbox(field, value, save);
  if (field.type === 'rating') return rating(field, value, save);
  if (value === undefined || value === null) return null;
  switch (field.type) {
    case 'singleSelect': return pill(value.name ?? value, choiceOf(field, value.name ?? value)?.color);
    case 'multipleSelects': return value.map(name => pill(name, choiceOf(field, name)?.color));
    case 'multipleRecordLinks': return names(cell, value).map(name => h('span', { class: 'chip' }, name));
    case 'multipleAttachments': return value.map(thumbnail);
    case 'email': return h('a', { href: `mailto:${value}`, tabindex: -1 }, value);
    case 'url': return h('a', { href: /^https?:/i.test(value) ? value : `https://${value}`, target: '_blank', rel: 'noreferrer', tabindex: -1 }, String(value).replace(/^https?:\/\//i, ''));
    case 'phoneNumber': return h('span', { class: 'nums' }, value);
    case 'multipleLookupValues': return Array.isArray(value) && value.every(part => typeof part === 'string') ? value.map(part => h('span', { class: 'chip plain' }, part)) : h('span', {}, cell.text);
    case 'button': return h('span', { class: 'chip' }, value.label ?? cell.text);
    case 'singleCollaborator': case 'createdBy': case 'lastModifiedBy': return h('span', { class: 'chip' }, value.name ?? value.email ?? cell.text);
    default: return h('span', { class: typeof value === 'number' ? 'nums' : null, title: cell.text }, cell.text);
  }
}

/** The names of linked records: the grid's text holds them in order, as a CSV line. */
function names(cell, ids) {
  const parts = [...(cell.text ?? '').matchAll(/\s*(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/g)].map(match => (match[1]?.replaceAll('""', '"') ?? match[2]).trim()).filter(Boolean);
  return parts.length >= ids.length ? parts.slice(0, ids.length) : ids.map((id, at) => parts[at] ?? id);
}

function checkbox(field, value, save) {
  return h('button', {
    class: `tick ${value ? 'on' : ''}`, role: 'checkbox', tabindex: -1, 'aria-checked': String(Boolean(value)), 'aria-label': field.name,
    disabled: field.computed, onclick: event => { event.stopPropagation(); save(!value); }, ondblclick: event => event.stopPropagation(),
  }, icon('check', 14));
}

function rating(field, value, save) {
  const max = field.options?.max ?? 5;
  return h('span', { class: 'stars', role: 'img', 'aria-label': `${value ?? 0} of ${max}` }, Array.from({ length: max }, (_, at) => h('button', {
    class: at < (value ?? 0) ? 'on' : null, tabindex: -1, 'aria-label': `${at + 1}`, onclick: event => { event.stopPropagation(); save(at + 1 === value ? null : at + 1); }, ondblclick: event => event.stopPropagation(),
  }, '★')));
}

function thumbnail(file) {
  const image = file.thumbnails?.small?.url ?? (file.type?.startsWith('image/') ? file.url : null);
  return h('a', { class: 'thumb', href: file.url, target: '_blank', title: file.filename, tabindex: -1, onclick: event => event.stopPropagation() },
    image ? h('img', { src: image, alt: file.filename, loading: 'lazy' }) : h('span', {}, (file.filename ?? 'file').split('.').pop().slice(0, 4)));
}
