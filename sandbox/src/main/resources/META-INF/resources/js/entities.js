// Message entities (core.telegram.org/bots/api#messageentity) to DOM. Offsets count UTF-16 units, as JavaScript strings do.
import { h, copy } from './dom.js';
import { icon } from './icons.js';

/** Renders `text` with its entities; `on.command`, `on.link` are told of taps. */
export function formatted(text, entities = [], on = {}) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  const root = document.createDocumentFragment();
  root.append(...range(text, 0, text.length, sorted, on));
  return root;
}

const blocks = new Set(['blockquote', 'expandable_blockquote', 'pre']);

function range(text, from, to, entities, on) {
  const parts = [];
  let at = from;
  let rest = entities;
  while (rest.length) {
    const [entity, ...others] = rest;
    const end = Math.min(entity.offset + entity.length, to);
    if (entity.offset > at) parts.push(text.slice(at, entity.offset));
    const inner = others.filter(other => other.offset < end);
    parts.push(wrap(entity, range(text, Math.max(entity.offset, at), end, inner, on), text.slice(entity.offset, end), on));
    rest = others.filter(other => other.offset >= end);
    at = end;
    // A block ends its line by itself: the line break after it would show as an empty line.
    if (blocks.has(entity.type) && text[at] === '\n') at += 1;
  }
  if (at < to) parts.push(text.slice(at, to));
  return parts;
}

function wrap(entity, children, raw, on) {
  switch (entity.type) {
    case 'bold': return h('strong', {}, children);
    case 'italic': return h('em', {}, children);
    case 'underline': return h('u', {}, children);
    case 'strikethrough': return h('s', {}, children);
    case 'code': return h('code', { title: 'Copy', onclick: () => copy(raw) }, children);
    case 'pre': return pre(entity, children, raw);
    case 'spoiler': return spoiler(children);
    case 'blockquote': return h('blockquote', {}, children);
    case 'expandable_blockquote': return expandable(children);
    case 'text_link': return link(entity.url, children, on);
    case 'url': return link(/^[a-z]+:/i.test(raw) ? raw : `https://${raw}`, children, on);
    case 'email': return h('a', { href: `mailto:${raw}` }, children);
    case 'phone_number': return h('a', { href: `tel:${raw}` }, children);
    case 'bot_command': return h('button', { class: 'inline-link', type: 'button', onclick: () => on.command?.(raw) }, children);
    case 'mention': case 'text_mention': case 'hashtag': case 'cashtag': return h('span', { class: 'inline-link' }, children);
    default: return h('span', {}, children);
  }
}

function link(url, children, on) {
  return h('a', {
    href: url, target: '_blank', rel: 'noreferrer',
    onclick: event => { if (on.link?.(url, event.currentTarget)) event.preventDefault(); },
  }, children);
}

function pre(entity, children, raw) {
  return h('figure', { class: 'pre' },
    h('figcaption', {}, entity.language ?? 'code', h('button', { type: 'button', 'aria-label': 'Copy', onclick: () => copy(raw) }, icon('copy', 14))),
    h('pre', {}, h('code', {}, children)));
}

function spoiler(children) {
  const reveal = event => { event.currentTarget.classList.toggle('open'); event.preventDefault(); };
  return h('span', {
    class: 'spoiler', role: 'button', tabindex: 0, 'aria-label': 'Hidden text, press to show', onclick: reveal,
    onkeydown: event => { if (event.key === 'Enter' || event.key === ' ') reveal(event); },
  }, h('span', {}, children));
}

function expandable(children) {
  const quote = h('blockquote', { class: 'expandable' }, h('div', {}, children));
  const toggle = h('button', { type: 'button', 'aria-expanded': 'false', 'aria-label': 'Show the whole quote' }, icon('down', 16));
  toggle.addEventListener('click', () => {
    const open = quote.classList.toggle('open');
    toggle.setAttribute('aria-expanded', String(open));
  });
  quote.append(toggle);
  return quote;
}
