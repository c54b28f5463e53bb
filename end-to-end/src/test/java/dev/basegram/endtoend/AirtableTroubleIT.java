package dev.basegram.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.endtoend.conversation.Person;
import dev.basegram.endtoend.processes.Basegram;
import org.junit.jupiter.api.Test;

/** A wrong Airtable token is said in words, and the bot keeps running. */
class AirtableTroubleIT {
    @Test
    void aRefusedTokenIsSaidInWordsUntilItIsAccepted() {
        try (Basegram basegram = Basegram.in("airtable-token").start("polling")) {
            basegram.sandbox().faultUntilCleared("airtable", "*", "unauthorized");
            basegram.bot().stop();
            basegram.bot().start().awaitAnswer("/q/health/live");

            Person anna = basegram.person(1001);
            anna.says("/start").sees("Airtable does not accept the bot's token");
            assertThat(basegram.bot().isAlive()).isTrue();

            basegram.sandbox().clearFaults();
            anna.says("/start").sees("Tables").seesButton("Orders");
        }
    }
}
