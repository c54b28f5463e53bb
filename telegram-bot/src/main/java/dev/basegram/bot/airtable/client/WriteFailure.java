package dev.basegram.bot.airtable.client;

import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.AirtableFailure.OutcomeUnknown;
import dev.basegram.bot.airtable.rest.Asked;
import dev.basegram.bot.airtable.rest.Meaning;
import dev.basegram.bot.airtable.rest.Reply;

/** What the reply to a write means: after no answer, or one that cannot be read, it may have had its effect. */
final class WriteFailure {
    private WriteFailure() {}

    static AirtableFailure of(Reply<?> reply, Asked asked) {
        return switch (reply) {
            case Reply.Down<?> down when down.sent() -> new OutcomeUnknown(down.reason());
            case Reply.Garbled<?>(String reason) -> new OutcomeUnknown("its answer could not be read: " + reason);
            default -> Meaning.of(reply, asked).reason().orElseThrow();
        };
    }
}
