// grammY as its documentation shows it: a webhook on Node's own http server, one handler that sends one message.
import { createServer } from "node:http";
import { Bot, webhookCallback } from "grammy";

const { PORT, TELEGRAM_BOT_TOKEN, TELEGRAM_API_URL, TELEGRAM_SECRET } = process.env;

const bot = new Bot(TELEGRAM_BOT_TOKEN, { client: { apiRoot: TELEGRAM_API_URL } });
bot.on("message:text", (context) => context.reply("I don't know you yet. Ask the owner of this base for an invitation."));
bot.catch((error) => console.error(error.message));

await bot.init();
const handle = webhookCallback(bot, "http", { secretToken: TELEGRAM_SECRET });
createServer({ keepAliveTimeout: 75_000 }, handle).listen(Number(PORT), "127.0.0.1");
