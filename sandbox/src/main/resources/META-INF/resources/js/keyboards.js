// Inline keyboards under a bubble and reply keyboards under the text field.
import { copy, h, notice } from './dom.js';
import { icon } from './icons.js';
import { act, press, telegram } from './telegram.js';

/** The inline keyboard of a message, or null without one. `on.link` opens a URL. */
export function inlineKeyboard(message, on) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  return h('div', { class: 'keys', 'data-testid': 'inline-keyboard' }, rows.map((row, y) => h('div', { class: 'keys-row' }, row.map((button, x) => {
    const key = `${telegram.current}/${message.message_id}/${y}/${x}/${telegram.speaker}`;
    const pending = telegram.pressed.has(key);
    return h('button', {
      class: `key ${button.style ?? ''} ${pending ? 'pending' : ''}`, 'data-testid': 'inline-button', dataset: { data: button.callback_data ?? '' },
      'aria-busy': pending ? 'true' : null, title: button.url ?? null,
      onclick: event => (pending ? null : pressInline(button, message, key, event.currentTarget, on)),
    }, h('span', {}, button.text), kindMark(button));
  }))));
}

function kindMark(button) {
  if (button.url || button.login_url) return h('i', { class: 'key-mark' }, '↗');
  if (button.copy_text) return h('i', { class: 'key-mark' }, icon('copy', 11));
  if (button.switch_inline_query !== undefined || button.switch_inline_query_current_chat !== undefined) return h('i', { class: 'key-mark' }, '@');
  return null;
}

function pressInline(button, message, key, element, on) {
  if (button.callback_data !== undefined) return press(message.message_id, key, button.callback_data);
  if (button.url) {
    if (!on.link(button.url, element)) window.open(button.url, '_blank', 'noreferrer');
    return null;
  }
  if (button.copy_text) return copy(button.copy_text.text);
  return notice('The sandbox page does not open this kind of button yet');
}

/** The reply keyboard in force, or null. `hide` is called after a press on a one-time keyboard. */
export function replyKeyboard(markup, hide) {
  if (!markup?.keyboard) return null;
  return h('div', { class: `reply-keys ${markup.resize_keyboard ? '' : 'tall'}`, 'data-testid': 'reply-keyboard' }, markup.keyboard.map(row => h('div', { class: 'keys-row' }, row.map(raw => {
    const button = typeof raw === 'string' ? { text: raw } : raw;
    return h('button', {
      class: `reply-key ${button.style ?? ''}`, 'data-testid': 'reply-button',
      onclick: () => {
        pressReply(button);
        if (markup.one_time_keyboard) hide();
      },
    }, button.request_contact && icon('contact', 16), button.request_location && icon('location', 16), h('span', {}, button.text));
  }))));
}

function pressReply(button) {
  if (button.request_contact) return act({ contact: {} });
  if (button.request_location) return act({ location: { latitude: 46.5197, longitude: 6.6323 } });
  if (button.web_app || button.request_users || button.request_chat || button.request_poll) return notice('The sandbox page does not open this kind of button yet');
  return act({ text: button.text });
}
