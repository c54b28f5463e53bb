import TelegramBot from 'node-telegram-bot-api';
import * as desk from './desk.js';

const bot = new TelegramBot(desk.token, { baseApiUrl: desk.apiRoot, polling: false, webHook: false });

bot.onText(/^\/start/, (msg) =>
  bot.sendMessage(msg.chat.id, `<b>Orders</b> for ${msg.from.first_name} &amp; co`, {
    parse_mode: 'HTML',
    reply_markup: desk.menu,
  }));
bot.on('callback_query', async (query) => {
  const status = query.data.split(':')[1];
  await bot.answerCallbackQuery(query.id, { text: `Now ${status}` });
  await bot.editMessageText(`Status: *${status}*`, {
    chat_id: query.message.chat.id,
    message_id: query.message.message_id,
    parse_mode: 'MarkdownV2',
    reply_markup: desk.menu,
  });
});
bot.onText(/^\/album/, (msg) =>
  bot.sendMediaGroup(msg.chat.id, [
    { type: 'photo', media: desk.png, caption: 'one', fileOptions: { filename: 'one.png' } },
    { type: 'photo', media: desk.png, fileOptions: { filename: 'two.png' } },
  ]));
bot.onText(/^\/contact/, (msg) =>
  bot.sendMessage(msg.chat.id, 'Your number?', { reply_markup: desk.contactKeyboard }));
bot.on('contact', (msg) =>
  bot.sendMessage(msg.chat.id, `Thanks ${msg.contact.phone_number}`, { reply_markup: { remove_keyboard: true } }));
bot.onText(/^\/long/, (msg) =>
  bot.sendMessage(msg.chat.id, 'x'.repeat(5000)).catch((error) => {
    const { error_code: code, description } = error.response.body;
    return bot.sendMessage(msg.chat.id, `${code} ${description}`);
  }));
bot.on('document', async (msg) => {
  const link = await bot.getFileLink(msg.document.file_id);
  const content = Buffer.from(await (await fetch(link)).arrayBuffer());
  await bot.sendChatAction(msg.chat.id, 'upload_document');
  await bot.sendDocument(msg.chat.id, content, { caption: `${content.length} bytes` }, {
    filename: 'back.txt',
    contentType: 'text/plain',
  });
});
bot.on('edited_message_text', (msg) => bot.sendMessage(msg.chat.id, `You changed it to ${msg.text}`));
bot.on('inline_query', (query) => bot.answerInlineQuery(query.id, desk.results(query.query), { cache_time: 0 }));
bot.on('text', (msg) => {
  if (!msg.text.startsWith('/')) {
    bot.sendMessage(msg.chat.id, `echo ${msg.text}`, { reply_to_message_id: msg.message_id });
  }
});

await bot.setMyCommands(desk.commands);
if (desk.byWebhook) {
  const url = await desk.serve((request, response) => {
    if (request.headers['x-telegram-bot-api-secret-token'] !== desk.secret) {
      response.writeHead(401).end();
      return;
    }
    let body = '';
    request.on('data', (chunk) => { body += chunk; });
    request.on('end', () => {
      bot.processUpdate(JSON.parse(body));
      response.end();
    });
  });
  await bot.setWebHook(url, { secret_token: desk.secret });
} else {
  process.once('SIGTERM', async () => {
    await bot.stopPolling();
    console.log('stopped');
    process.exit(0);
  });
  await bot.startPolling();
}
