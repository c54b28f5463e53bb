import { Bot, GrammyError, InputFile, webhookCallback } from 'grammy';
import * as desk from './desk.js';

const bot = new Bot(desk.token, { client: { apiRoot: desk.apiRoot } });

bot.command('start', (ctx) =>
  ctx.reply(`<b>Orders</b> for ${ctx.from.first_name} &amp; co`, { parse_mode: 'HTML', reply_markup: desk.menu }));
bot.callbackQuery(/^status:(.+)$/, async (ctx) => {
  await ctx.answerCallbackQuery({ text: `Now ${ctx.match[1]}` });
  await ctx.editMessageText(`Status: *${ctx.match[1]}*`, { parse_mode: 'MarkdownV2', reply_markup: desk.menu });
});
bot.command('album', (ctx) =>
  ctx.replyWithMediaGroup([
    { type: 'photo', media: new InputFile(desk.png, 'one.png'), caption: 'one' },
    { type: 'photo', media: new InputFile(desk.png, 'two.png') },
  ]));
bot.command('contact', (ctx) => ctx.reply('Your number?', { reply_markup: desk.contactKeyboard }));
bot.on('message:contact', (ctx) =>
  ctx.reply(`Thanks ${ctx.message.contact.phone_number}`, { reply_markup: { remove_keyboard: true } }));
bot.command('long', async (ctx) => {
  try {
    await ctx.reply('x'.repeat(5000));
  } catch (error) {
    if (!(error instanceof GrammyError)) throw error;
    await ctx.reply(`${error.error_code} ${error.description}`);
  }
});
bot.on('message:file', async (ctx) => {
  const file = await ctx.getFile();
  const response = await fetch(`${desk.apiRoot}/file/bot${desk.token}/${file.file_path}`);
  const content = Buffer.from(await response.arrayBuffer());
  await ctx.replyWithChatAction('upload_document');
  await ctx.replyWithDocument(new InputFile(content, 'back.txt'), { caption: `${content.length} bytes` });
});
bot.on('edited_message:text', (ctx) => ctx.reply(`You changed it to ${ctx.msg.text}`));
bot.on('inline_query', (ctx) => ctx.answerInlineQuery(desk.results(ctx.inlineQuery.query), { cache_time: 0 }));
bot.on('message:text', (ctx) => ctx.reply(`echo ${ctx.message.text}`, {
  reply_parameters: { message_id: ctx.message.message_id, allow_sending_without_reply: true },
}));

await bot.api.setMyCommands(desk.commands);
if (desk.byWebhook) {
  const url = await desk.serve(webhookCallback(bot, 'http', { secretToken: desk.secret }));
  await bot.init();
  await bot.api.setWebhook(url, { secret_token: desk.secret });
} else {
  process.once('SIGTERM', () => bot.stop());
  await bot.start({ drop_pending_updates: false });
  console.log('stopped');
}
