// The few helpers that stand in for a framework.

/** Builds an element: attributes and listeners from `props` (`onclick`, `class`, `dataset`, …), then children; null children are left out. */
export function h(tag, props, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'dataset') Object.assign(element.dataset, value);
    else if (name === 'style' && typeof value === 'object') for (const [k, v] of Object.entries(value)) element.style.setProperty(k, v);
    else if (name === 'value' || name === 'checked') element[name] = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  append(element, children);
  return element;
}

function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) element.append(child);
  }
}

/** Replaces what is in `element`. */
export function fill(element, ...children) {
  element.replaceChildren();
  append(element, children);
}

/** Calls `action` at most once per `wait` milliseconds, the last time after the last request. */
export function coalesce(action, wait) {
  let timer = null;
  let again = false;
  const run = async () => {
    again = false;
    try { await action(); } catch (error) { console.warn(error.message); } finally { timer = again ? setTimeout(run, wait) : null; }
  };
  return () => {
    again = true;
    timer ??= setTimeout(run, 0);
  };
}

/** Opens `content` in a popover beside `anchor`; closes on Escape, on a click elsewhere and by the returned function. */
export function popover(anchor, content, { align = 'start', label, onclose } = {}) {
  document.querySelector('.popover')?.close?.();
  const box = h('div', { class: 'popover', role: 'dialog', 'aria-label': label }, content);
  const returnTo = document.activeElement;
  const close = (refocus = true) => {
    if (!box.isConnected) return;
    box.remove();
    document.removeEventListener('pointerdown', outside, true);
    document.removeEventListener('keydown', keys, true);
    if (refocus && returnTo?.isConnected) returnTo.focus({ preventScroll: true });
    onclose?.();
  };
  const outside = event => { if (!box.contains(event.target)) close(false); };
  const keys = event => {
    if (event.key === 'Escape') { event.stopPropagation(); close(); }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') moveFocus(box, event);
  };
  box.close = () => close(false);
  document.body.append(box);
  place(box, anchor, align);
  document.addEventListener('pointerdown', outside, true);
  document.addEventListener('keydown', keys, true);
  (box.querySelector('input, [aria-selected="true"], button') ?? box).focus?.({ preventScroll: true });
  return close;
}

function moveFocus(box, event) {
  const items = [...box.querySelectorAll('.menu-item')].filter(item => !item.hidden);
  if (!items.length) return;
  event.preventDefault();
  const at = items.indexOf(document.activeElement);
  const step = event.key === 'ArrowDown' ? 1 : -1;
  items[(at + step + items.length) % items.length].focus();
}

function place(box, anchor, align) {
  const at = anchor.getBoundingClientRect();
  const size = box.getBoundingClientRect();
  const left = align === 'end' ? at.right - size.width : at.left;
  const below = at.bottom + 6;
  const top = below + size.height > innerHeight - 8 ? Math.max(8, at.top - size.height - 6) : below;
  box.style.left = `${Math.max(8, Math.min(left, innerWidth - size.width - 8))}px`;
  box.style.top = `${top}px`;
}

/** A modal sheet; resolves with the pressed action's value, or null when dismissed. */
export function sheet({ title, body, actions, testid }) {
  return new Promise(resolve => {
    const dialog = h('dialog', { class: 'sheet', 'data-testid': testid },
      title && h('h2', {}, title),
      typeof body === 'string' ? h('p', {}, body) : body,
      h('div', { class: 'actions' }, actions.map(action => h('button', {
        class: action.primary ? 'primary-button' : `ghost-button${action.danger ? ' danger' : ''}`,
        style: action.primary ? null : 'height:34px',
        onclick: () => dialog.close(action.value),
      }, action.label))));
    dialog.addEventListener('close', () => { dialog.remove(); resolve(dialog.returnValue || null); });
    document.body.append(dialog);
    dialog.showModal();
  });
}

const stack = h('div', { class: 'notice-stack', role: 'status' });

/** A short message at the bottom of the page. */
export function notice(text, kind = '') {
  if (!stack.isConnected) document.body.append(stack);
  const line = h('div', { class: `notice ${kind}` }, text);
  stack.append(line);
  setTimeout(() => line.remove(), kind === 'error' ? 6000 : 3200);
}

/** Puts `text` on the clipboard and says so. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    notice('Copied');
  } catch {
    notice('The browser did not allow copying', 'error');
  }
}
