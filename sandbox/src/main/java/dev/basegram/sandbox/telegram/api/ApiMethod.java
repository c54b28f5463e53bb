package dev.basegram.sandbox.telegram.api;

import dev.basegram.sandbox.telegram.chats.Bot;
import dev.basegram.sandbox.telegram.wire.Answer;
import dev.basegram.sandbox.telegram.wire.Params;
import dev.basegram.sandbox.telegram.wire.Refusal;

/** A method of the Bot API. */
interface ApiMethod {
    /**
     * Answers a call. The bot's monitor is held, on an event loop: it must not block.
     *
     * @throws Refusal to answer with an error
     */
    Answer call(Bot bot, Params params);
}
