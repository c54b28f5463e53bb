// One bubble: Bot API Message (core.telegram.org/bots/api#message) to DOM.
import { fileUrl } from './api.js';
import { h } from './dom.js';
import { formatted } from './entities.js';
import { icon, ticks } from './icons.js';
import { avatar, fullName, fullTime, nameHue, sizeOf, timeOf } from './people.js';

/**
 * Renders messages that are shown as one: a single message, or the parts of an album.
 *
 * @param view what surrounds it: `group` whether names are shown, `tail`, `first`, `delivered(message)`, `find(id)`
 * @param on taps: `command`, `link`, `reply`, `keys(message)` gives the inline keyboard's element
 */
export function bubble(messages, view, on) {
  const message = messages[0];
  if (isService(message)) return service(message);
  const side = message.outgoing ? 'in' : 'out';
  const caption = messages.find(part => part.text || part.caption) ?? message;
  const media = mediaOf(messages);
  const bare = (media?.bare && !caption.text && !caption.caption) || (!media && isEmojiOnly(message) && !message.reply_to_message);
  const classes = ['bubble', view.tail && !bare ? 'tail' : '', media?.wide ? 'wide' : '', bare ? 'bare' : '', media ? 'with-media' : ''];
  const name = view.group && view.first && (message.outgoing || !view.mine)
    ? h('div', { class: 'sender', style: { color: nameHue(message.from?.id) } }, fullName(message.from))
    : null;
  const keys = on.keys(messages.at(-1));
  return h('article', {
    class: `message ${side}`, 'data-testid': 'message', dataset: { messageId: messages.at(-1).message_id, outgoing: String(message.outgoing) },
  },
  view.group && side === 'in' ? (view.tail ? avatar(message.from?.id, fullName(message.from), 'small') : h('span', { class: 'avatar-gap' })) : null,
  h('div', { class: 'message-stack' },
    h('div', { class: classes.filter(Boolean).join(' ') },
      name, forwarded(message), replied(message, view, on), media?.element, text(caption, on), meta(messages, view)),
    keys),
  h('button', { class: 'reply-handle icon-button', 'aria-label': 'Reply', title: 'Reply', onclick: () => on.reply(messages.at(-1)) }, icon('reply', 18)));
}

function text(message, on) {
  const body = message.text ?? message.caption;
  if (!body) return null;
  return h('div', { class: isEmojiOnly(message) ? 'text big-emoji' : 'text', 'data-testid': 'message-text' }, formatted(body, message.entities ?? message.caption_entities, on));
}

const isEmojiOnly = message => Boolean(message.text) && !message.entities?.length && /^(?:\p{Extended_Pictographic}\uFE0F?){1,3}$/u.test(message.text);

function meta(messages, view) {
  const last = messages.at(-1);
  const edited = messages.some(part => part.edit_date);
  return h('span', { class: 'meta', title: fullTime(last.date) },
    edited && h('span', { class: 'edited' }, 'edited '), timeOf(last.date), !last.outgoing && (view.mine || !view.group) && ticks(view.delivered(last)));
}

function forwarded(message) {
  const origin = message.forward_origin;
  if (!origin) return null;
  const from = origin.sender_user_name ?? fullName(origin.sender_user) ?? origin.chat?.title ?? 'someone';
  return h('div', { class: 'forwarded' }, 'Forwarded from ', h('b', {}, from));
}

function replied(message, view, on) {
  const to = message.reply_to_message;
  if (!to) return null;
  const original = view.find(to.message_id) ?? to;
  return h('button', { class: 'quote', onclick: () => on.jump(to.message_id) },
    h('b', {}, fullName(original.from) || 'Message'), h('span', {}, summary(original)));
}

/** One line that stands for a message, in quotes and lists. */
export function summary(message) {
  if (message.text || message.caption) return (message.text ?? message.caption).replace(/\s+/g, ' ');
  const kinds = { photo: 'Photo', document: message.document?.file_name ?? 'File', voice: 'Voice message', audio: 'Audio', video: 'Video', animation: 'GIF', video_note: 'Video message', sticker: `${message.sticker?.emoji ?? ''} Sticker`, contact: 'Contact', location: 'Location', venue: 'Venue', poll: 'Poll', dice: 'Dice' };
  const kind = Object.keys(kinds).find(name => message[name]);
  return kind ? kinds[kind] : serviceText(message) ?? 'Message';
}

function mediaOf(messages) {
  const [message] = messages;
  if (messages.length > 1) return message.photo || message.video ? album(messages) : { element: messages.map(fileCard) };
  if (message.photo) return { element: photo(message), wide: true };
  if (message.sticker) return { element: sticker(message.sticker), bare: true };
  if (message.animation) return { element: video(message.animation, true), wide: true };
  if (message.video) return { element: video(message.video, false), wide: true };
  if (message.video_note) return { element: video(message.video_note, false), bare: true };
  if (message.voice) return { element: voice(message.voice) };
  if (message.audio || message.document) return { element: fileCard(message) };
  if (message.contact) return { element: contact(message.contact) };
  if (message.location || message.venue) return { element: place(message) };
  if (message.poll) return { element: poll(message.poll) };
  if (message.dice) return { element: h('div', { class: 'big-emoji' }, `${message.dice.emoji} ${message.dice.value}`), bare: true };
  return null;
}

function photo(message) {
  const largest = message.photo.at(-1);
  return h('a', { class: 'photo', href: fileUrl(largest.file_id), target: '_blank', style: { 'aspect-ratio': `${largest.width || 4} / ${largest.height || 3}` } },
    h('img', { src: fileUrl(largest.file_id), alt: message.caption ?? 'Photo', loading: 'lazy', decoding: 'async', class: message.has_media_spoiler ? 'spoiled' : null }));
}

function album(messages) {
  return {
    wide: true,
    element: h('div', { class: 'album', dataset: { count: Math.min(messages.length, 10) } }, messages.map(part => {
      const file = part.photo?.at(-1) ?? part.video;
      return h('a', { href: fileUrl(file.file_id), target: '_blank' }, part.photo
        ? h('img', { src: fileUrl(file.file_id), alt: part.caption ?? 'Photo', loading: 'lazy' })
        : h('video', { src: fileUrl(file.file_id), muted: true, preload: 'metadata' }));
    })),
  };
}

function video(file, loop) {
  return h('video', { class: 'video', src: fileUrl(file.file_id), controls: !loop, loop, autoplay: loop, muted: loop, playsinline: true, preload: 'metadata' });
}

function sticker(file) {
  const image = h('img', { class: 'sticker', src: fileUrl(file.file_id), alt: file.emoji ?? 'Sticker', width: 150, height: 150 });
  image.addEventListener('error', () => image.replaceWith(h('div', { class: 'sticker-emoji' }, file.emoji ?? '🙂')));
  return image;
}

function fileCard(message) {
  const file = message.document ?? message.audio;
  const name = file.file_name ?? file.title ?? 'file';
  const extension = name.includes('.') ? name.split('.').pop().slice(0, 4) : '';
  return h('a', { class: 'file-card', href: fileUrl(file.file_id), target: '_blank', download: name },
    h('span', { class: 'file-icon' }, extension || icon('file', 20)),
    h('span', { class: 'file-text' }, h('b', {}, name), h('small', {}, sizeOf(file.file_size))));
}

function voice(file) {
  const audio = new Audio(fileUrl(file.file_id));
  audio.preload = 'none';
  const button = h('button', { class: 'voice-play', 'aria-label': 'Play voice message' }, icon('play', 20));
  const bars = h('span', { class: 'wave', 'aria-hidden': 'true' }, Array.from({ length: 34 }, (_, i) => h('i', { style: { height: `${5 + Math.abs(Math.sin(i * 1.7) * 9 + Math.sin(i * .6) * 7)}px` } })));
  button.addEventListener('click', () => (audio.paused ? audio.play().catch(() => {}) : audio.pause()));
  audio.addEventListener('play', () => button.replaceChildren(icon('pause', 20)));
  audio.addEventListener('pause', () => button.replaceChildren(icon('play', 20)));
  audio.addEventListener('timeupdate', () => bars.style.setProperty('--at', `${100 * audio.currentTime / (audio.duration || file.duration || 1)}%`));
  const seconds = file.duration ?? 0;
  return h('div', { class: 'voice' }, button, h('span', {}, bars, h('small', {}, `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`)));
}

function contact(card) {
  return h('div', { class: 'file-card' }, avatar(card.user_id ?? 5, `${card.first_name} ${card.last_name ?? ''}`.trim()),
    h('span', { class: 'file-text' }, h('b', {}, `${card.first_name} ${card.last_name ?? ''}`.trim()), h('small', {}, card.phone_number)));
}

function place(message) {
  const at = message.venue?.location ?? message.location;
  return h('div', { class: 'file-card' }, h('span', { class: 'file-icon' }, icon('location', 20)),
    h('span', { class: 'file-text' }, h('b', {}, message.venue?.title ?? 'Location'), h('small', {}, `${at.latitude.toFixed(4)}, ${at.longitude.toFixed(4)}`)));
}

function poll(card) {
  return h('div', { class: 'poll' }, h('b', {}, card.question), card.options.map(option => h('div', { class: 'poll-option' }, h('span', {}, option.text), h('small', {}, option.voter_count ?? 0))));
}

const serviceKinds = ['new_chat_members', 'left_chat_member', 'pinned_message', 'new_chat_title', 'group_chat_created', 'supergroup_chat_created', 'migrate_to_chat_id', 'migrate_from_chat_id', 'forum_topic_created', 'web_app_data', 'write_access_allowed'];

const isService = message => serviceKinds.some(kind => message[kind] !== undefined);

function serviceText(message) {
  const who = fullName(message.from);
  if (message.new_chat_members) return `${who} added ${message.new_chat_members.map(fullName).join(', ')}`;
  if (message.left_chat_member) return `${fullName(message.left_chat_member)} left`;
  if (message.pinned_message) return `${who} pinned “${summary(message.pinned_message).slice(0, 40)}”`;
  if (message.new_chat_title) return `${who} renamed the group to “${message.new_chat_title}”`;
  if (message.forum_topic_created) return `${who} opened the topic “${message.forum_topic_created.name}”`;
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return 'The group is now a supergroup';
  if (message.web_app_data) return `Data sent from “${message.web_app_data.button_text}”`;
  return isService(message) ? 'The group was created' : null;
}

function service(message) {
  return h('div', { class: 'service', 'data-testid': 'service-message', dataset: { messageId: message.message_id } }, h('span', {}, serviceText(message)));
}
