// Who there is to chat as, and how they look.
import { h } from './dom.js';

const colours = [['#ff9a62', '#e8573f'], ['#62c1ff', '#2f7fe0'], ['#7ed584', '#2f9e62'], ['#c59bff', '#7a5af0'], ['#ffc45c', '#e58b14'], ['#5fd6d0', '#1b97a6'], ['#ff8fb1', '#d9487d']];

/** A round avatar with initials; the same id always has the same colours. */
export function avatar(id, name, size = '') {
  const [a, b] = colours[Math.abs(Number(id) || 0) % colours.length];
  return h('span', { class: `avatar ${size}`, style: { '--a': a, '--b': b }, 'aria-hidden': 'true' }, initials(name));
}

function initials(name) {
  const words = String(name ?? '?').trim().split(/\s+/);
  return (first(words[0]) + (words.length > 1 ? first(words[words.length - 1]) : '')).toUpperCase();
}

function first(word) {
  return [...word][0] ?? '';
}

export const fullName = person => [person?.firstName ?? person?.first_name, person?.lastName ?? person?.last_name].filter(Boolean).join(' ');

/** A name colour that reads on both a light and a dark bubble. */
export const nameHue = id => `hsl(${(Math.abs(Number(id) || 0) * 67) % 360} 62% var(--name-light))`;

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const day = new Intl.DateTimeFormat('en', { weekday: 'long', day: 'numeric', month: 'long' });

export const timeOf = seconds => clock.format(new Date(seconds * 1000));
export const fullTime = seconds => new Date(seconds * 1000).toLocaleString();

/** The label of the day a message was sent on. */
export function dayOf(seconds) {
  const date = new Date(seconds * 1000);
  const today = new Date();
  const days = Math.round((startOf(today) - startOf(date)) / 86_400_000);
  return days === 0 ? 'Today' : days === 1 ? 'Yesterday' : day.format(date);
}

function startOf(date) {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate());
}

export function sizeOf(bytes) {
  if (bytes === undefined || bytes === null) return '';
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(bytes < 10240 ? 1 : 0)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
