import { Telegraf, TelegramError } from 'telegraf';
import { message, editedMessage } from 'telegraf/filters';
import * as desk from './desk.js';

const bot = new Telegraf(desk.token, { telegram: { apiRoot: desk.apiRoot } });

bot.start((ctx) =>
  ctx.replyWithHTML(`<b>Orders</b> for ${ctx.from.first_name} &amp; co`, { reply_markup: desk.menu }));
bot.action(/^status:(.+)$/, async (ctx) => {
  await ctx.answerCbQuery(`Now ${ctx.match[1]}`);
  await ctx.editMessageText(`Status: *${ctx.match[1]}*`, { parse_mode: 'MarkdownV2', reply_markup: desk.menu });
});
bot.command('album', (ctx) =>
  ctx.replyWithMediaGroup([
    { type: 'photo', media: { source: desk.png, filename: 'one.png' }, caption: 'one' },
    { type: 'photo', media: { source: desk.png, filename: 'two.png' } },
  ]));
bot.command('contact', (ctx) => ctx.reply('Your number?', { reply_markup: desk.contactKeyboard }));
bot.on(message('contact'), (ctx) =>
  ctx.reply(`Thanks ${ctx.message.contact.phone_number}`, { reply_markup: { remove_keyboard: true } }));
bot.command('long', async (ctx) => {
  try {
    // Not in the webhook's reply, where an error would stay unseen.
    await bot.telegram.sendMessage(ctx.chat.id, 'x'.repeat(5000));
  } catch (error) {
    if (!(error instanceof TelegramError)) throw error;
    await ctx.reply(`${error.code} ${error.description}`);
  }
});
bot.on(message('document'), async (ctx) => {
  const link = await ctx.telegram.getFileLink(ctx.message.document.file_id);
  const response = await fetch(link);
  const content = Buffer.from(await response.arrayBuffer());
  await ctx.sendChatAction('upload_document');
  await ctx.replyWithDocument({ source: content, filename: 'back.txt' }, { caption: `${content.length} bytes` });
});
bot.on(editedMessage('text'), (ctx) => ctx.reply(`You changed it to ${ctx.editedMessage.text}`));
bot.on('inline_query', (ctx) => ctx.answerInlineQuery(desk.results(ctx.inlineQuery.query), { cache_time: 0 }));
bot.on(message('text'), (ctx) =>
  ctx.reply(`echo ${ctx.message.text}`, { reply_parameters: { message_id: ctx.message.message_id } }));

await bot.telegram.setMyCommands(desk.commands);
if (desk.byWebhook) {
  bot.botInfo = await bot.telegram.getMe();
  const url = await desk.serve(bot.webhookCallback('/hook', { secretToken: desk.secret }));
  await bot.telegram.setWebhook(url, { secret_token: desk.secret });
} else {
  process.once('SIGTERM', () => bot.stop('SIGTERM'));
  await bot.launch();
  console.log('stopped');
}
