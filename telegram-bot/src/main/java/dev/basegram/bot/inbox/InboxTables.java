package dev.basegram.bot.inbox;

import dev.basegram.bot.store.Engine;

/** The tables of the inbox, as one bot in one process sees them. */
record InboxTables(SeenUpdates seen, WaitingUpdates waiting, InboxLanes lanes, DeadLetterTable deadLetters) {
    static InboxTables of(long botId, String owner, Engine engine) {
        return new InboxTables(
                new SeenUpdates(botId),
                new WaitingUpdates(botId),
                new InboxLanes(botId, owner, engine),
                new DeadLetterTable(botId));
    }
}
