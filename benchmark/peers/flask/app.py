"""Flask + python-telegram-bot 13 (the last synchronous one) under Gunicorn's gevent workers: one handler, one message."""

import hmac
import os

from flask import Flask, abort, request
from telegram import Bot, Update
from telegram.ext import Dispatcher, Filters, MessageHandler
from telegram.utils.request import Request

SECRET = os.environ["TELEGRAM_SECRET"]

bot = Bot(
    os.environ["TELEGRAM_BOT_TOKEN"],
    base_url=os.environ["TELEGRAM_API_URL"] + "/bot",
    request=Request(con_pool_size=128),
)
dispatcher = Dispatcher(bot, None, workers=0)
app = Flask(__name__)


def answer(update, _context):
    update.message.reply_text("I don't know you yet. Ask the owner of this base for an invitation.")


dispatcher.add_handler(MessageHandler(Filters.text, answer))


@app.post("/telegram/webhook")
def webhook():
    if not hmac.compare_digest(request.headers.get("X-Telegram-Bot-Api-Secret-Token", ""), SECRET):
        abort(401)
    dispatcher.process_update(Update.de_json(request.get_json(), bot))
    return "", 200
