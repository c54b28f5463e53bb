// What all the bots have in common: texts, buttons, and a small picture. A bot is run with API_ROOT, TOKEN and MODE.
import { createServer } from 'node:http';

export const apiRoot = process.env.API_ROOT;
export const token = process.env.TOKEN;
export const byWebhook = process.env.MODE === 'webhook';
export const secret = 'desk_secret-1';

export const commands = [
  { command: 'start', description: 'Open the desk' },
  { command: 'album', description: 'Send two pictures' },
];

export const menu = {
  inline_keyboard: [
    [{ text: 'Ready', callback_data: 'status:ready' }, { text: 'Sent', callback_data: 'status:sent' }],
    [{ text: 'Site', url: 'https://example.com/orders' }],
  ],
};

export const contactKeyboard = {
  keyboard: [[{ text: 'My number', request_contact: true }]],
  resize_keyboard: true,
};

export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export const results = (query) => [
  {
    type: 'article',
    id: 'first',
    title: `Result for ${query}`,
    input_message_content: { message_text: `<b>${query}</b> found`, parse_mode: 'HTML' },
  },
];

/** Serves a webhook on a free port and returns its URL. */
export function serve(handler) {
  return new Promise((resolve) => {
    const server = createServer(handler).listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${server.address().port}/hook`);
    });
  });
}

process.on('unhandledRejection', (error) => {
  console.error('UNHANDLED', error);
  process.exit(3);
});
