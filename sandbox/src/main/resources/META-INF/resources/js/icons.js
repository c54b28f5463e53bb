// Line icons on a 24 px grid, drawn for this page.

const paths = {
  send: '<path fill="currentColor" stroke="none" d="M3.4 20.6 21 12 3.4 3.4 3.4 10.1 15 12 3.4 13.9z"/>',
  attach: '<path d="m20.5 11.6-8.2 8.2a5.4 5.4 0 0 1-7.6-7.6l8.5-8.5a3.6 3.6 0 0 1 5.1 5.1l-8.4 8.4a1.8 1.8 0 0 1-2.6-2.6l7.7-7.6"/>',
  menu: '<path d="M4 7h16M4 12h16M4 17h10"/>',
  keyboard: '<rect x="3" y="6" width="18" height="12" rx="2.5"/><path d="M7 10h.01M12 10h.01M17 10h.01M8 14h8"/>',
  close: '<path d="m6 6 12 12M18 6 6 18"/>',
  reply: '<path d="M10 8V4L3 11l7 7v-4c5 0 8.5 1.5 11 5-1-5-4-10-11-11z"/>',
  file: '<path d="M14 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8z"/><path d="M14 3v5h5"/>',
  image: '<rect x="3" y="4" width="18" height="16" rx="3"/><circle cx="8.5" cy="9.5" r="1.7"/><path d="m4 18 5.5-5 3.5 3 3-2.5 4.5 4"/>',
  contact: '<circle cx="12" cy="8.5" r="3.8"/><path d="M4.5 20c.8-3.8 3.8-5.8 7.5-5.800s6.7 2 7.5 5.8"/>',
  location: '<path d="M12 21s-7-6.2-7-11.500a7 7 0 0 1 14 0C19 14.8 12 21 12 21z"/><circle cx="12" cy="9.5" r="2.5"/>',
  play: '<path fill="currentColor" stroke="none" d="M8 5.200v13.600a.8.8 0 0 0 1.2.7l10.6-6.800a.8.8 0 0 0 0-1.400L9.2 4.500a.8.8 0 0 0-1.2.7z"/>',
  pause: '<path fill="currentColor" stroke="none" d="M7 5h3.500v14H7zM13.5 5H17v14h-3.500z"/>',
  down: '<path d="m6 9 6 6 6-6"/>',
  search: '<circle cx="11" cy="11" r="6.5"/><path d="m20 20-4.2-4.2"/>',
  plus: '<path d="M12 5v14M5 12h14"/>',
  trash: '<path d="M4 7h16M9.5 7V4.500h5V7M6.5 7l.9 12.500h9.200L17.5 7M10 11v5M14 11v5"/>',
  chat: '<path d="M20 11.500c0 4.1-3.6 7.5-8 7.5-1.2 0-2.3-.2-3.3-.7L4 20l1.3-4A7.1 7.1 0 0 1 4 11.500C4 7.4 7.6 4 12 4s8 3.4 8 7.500z"/>',
  table: '<rect x="3.5" y="4.5" width="17" height="15" rx="2.5"/><path d="M3.5 9.500h17M3.5 14.500h17M9.5 9.500v10"/>',
  wrench: '<path d="M20 7.200a5 5 0 0 1-6.8 5.400L7 19.200a1.9 1.9 0 0 1-2.7-2.700l6.7-6.100A5 5 0 0 1 16.8 4l-3 3 .6 2.6 2.6.6z"/>',
  link: '<path d="M9.5 14.5 14.5 9.500M8 11l-2.2 2.200a3.7 3.7 0 0 0 5.2 5.200L13.2 16M16 13l2.2-2.200A3.7 3.7 0 0 0 13 5.600L10.8 8"/>',
  reset: '<path d="M4.5 12a7.5 7.5 0 1 0 2.3-5.400L4.5 8.800M4.5 4v4.800h4.8"/>',
  copy: '<rect x="8" y="8" width="12" height="12" rx="2.5"/><path d="M16 8V6a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v8a2 2 0 0 0 2 2h2"/>',
  text: '<path d="M5 7V5.500h14V7M12 5.500v13M9.5 18.500h5"/>',
  longtext: '<path d="M4.5 6.500h15M4.5 11h15M4.5 15.500h9"/>',
  number: '<path d="M9.5 4.5 7.5 19.500M16.5 4.500l-2 15M4.5 9.500h15.500M4 14.500h15.5"/>',
  currency: '<path d="M16.5 7.500c-.8-1.6-2.4-2.3-4.5-2.3-2.6 0-4.4 1.2-4.4 3.2 0 4.6 9.2 2.3 9.2 7 0 2.1-1.9 3.4-4.7 3.4-2.4 0-4.2-.9-4.9-2.700M12 3v18"/>',
  percent: '<path d="M18.5 5.500l-13 13"/><circle cx="7.5" cy="7.5" r="2.3"/><circle cx="16.5" cy="16.5" r="2.3"/>',
  select: '<circle cx="12" cy="12" r="8"/><path d="m9 11 3 3 3-3"/>',
  multiselect: '<path d="M10 6.500h10M10 12h10M10 17.500h10"/><circle cx="5.2" cy="6.5" r="1.2"/><circle cx="5.2" cy="12" r="1.2"/><circle cx="5.2" cy="17.5" r="1.2"/>',
  checkbox: '<rect x="4" y="4" width="16" height="16" rx="4"/><path d="m8.5 12 2.5 2.5 4.7-5"/>',
  star: '<path d="m12 4 2.5 5.1 5.6.8-4 4 .9 5.6-5-2.6-5 2.6.9-5.6-4-4 5.6-.8z"/>',
  date: '<rect x="4" y="5.5" width="16" height="14.5" rx="2.5"/><path d="M4 10h16M8.5 3.500v4M15.5 3.500v4"/>',
  records: '<path d="M4 7h9M4 12h6M4 17h9M14 9.500l3.5 2.500L14 14.500M10 12h7.5"/>',
  formula: '<path d="M16 4.500c-3.5-.8-4.5.8-5 4L9.5 17c-.5 2.5-1.7 3.2-4 2.500M7.5 10h7M14.5 13.500l5 6M19.5 13.500l-5 6"/>',
  phone: '<path d="M6 4h3.200l1.6 4.2-2 1.500a11 11 0 0 0 5.5 5.500l1.5-2L20 14.800V18a2 2 0 0 1-2.2 2A15.5 15.5 0 0 1 4 6.2 2 2 0 0 1 6 4z"/>',
  mail: '<rect x="3.5" y="5.5" width="17" height="13" rx="2.5"/><path d="m4.5 7.5 7.5 5.5 7.5-5.5"/>',
  lock: '<rect x="5.5" y="10.5" width="13" height="9" rx="2"/><path d="M8.5 10.500V8a3.5 3.5 0 0 1 7 0v2.5"/>',
  pin: '<path d="M9 4h6l-.8 6 3.3 3.500H6.500L9.8 10zM12 13.500V20"/>',
  clock: '<circle cx="12" cy="12" r="8"/><path d="M12 7.500V12l3 2"/>',
  bolt: '<path d="M13 3 5.5 13.500H11L10 21l8-11h-5.800z"/>',
  expand: '<path d="m9 6 6 6-6 6"/>',
  check: '<path d="m5 12.5 4.5 4.500L19 7.5"/>',
};

/** The named icon as an SVG element, hidden from screen readers. */
export function icon(name, size = 20) {
  const holder = document.createElement('template');
  holder.innerHTML = `<svg viewBox="0 0 24 24" width="${size}" height="${size}" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${paths[name] ?? paths.text}</svg>`;
  return holder.content.firstChild;
}

/** One tick: Telegram has it. Two: the bot has taken it. */
export function ticks(delivered) {
  const holder = document.createElement('template');
  const second = delivered ? '<path d="m8.5 9.6 6.7-7.1"/>' : '';
  holder.innerHTML = `<svg class="ticks" viewBox="0 0 17 11" width="17" height="11" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" role="img" aria-label="${delivered ? 'Taken by the bot' : 'Sent, not yet taken by the bot'}"><path d="m1 5.8 3.4 3.7 6.7-7"/>${second}</svg>`;
  return holder.content.firstChild;
}
