package dev.basegram.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.endtoend.conversation.Person;
import dev.basegram.endtoend.processes.Basegram;
import dev.basegram.endtoend.processes.Pause;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
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
            assertThat(basegram.bot().output()).contains("Airtable rejects AIRTABLE_TOKEN");
            // Ready, since people are answered; what is wrong stands beside it.
            assertThat(basegram.bot().status("/q/health/ready")).isEqualTo(200);
            assertThat(basegram.bot().text("/q/health/ready")).contains("Airtable rejects AIRTABLE_TOKEN");
            // Nobody has a Prometheus: the owner is told in chat, within the minute in which it is looked at.
            anna.waiting(Duration.ofMinutes(3)).sees("The token is refused by: airtable");

            basegram.sandbox().clearFaults();
            anna.says("/start").sees("Tables").seesButton("Orders");
        }
    }

    /** A job that waits for an answer of Airtable must not hold up the end: platforms grant it 30 s. */
    @Test
    void aStopWhileAJobWaitsForAirtableEndsInTime() {
        try (Basegram basegram = Basegram.in("airtable-hangs").start("polling")) {
            Person anna = basegram.person(1001);
            anna.says("/add Clients").sees("Name");
            anna.says("Client of nobody").presses("Review").seesButton("Save");
            basegram.sandbox().faultUntilCleared("airtable", "create", "hang");
            anna.presses("Save");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> !basegram.sandbox().calls("airtable", "create").isEmpty());
            basegram.bot().kill(); // what became of the save is looked into 30 s after the next start
            basegram.sandbox().faultUntilCleared("airtable", "*", "hang");
            basegram.bot().start().awaitAnswer("/q/health/live");
            anna.says("/start");
            Pause.of(Duration.ofSeconds(32));
            Instant start = Instant.now();

            assertThat(basegram.bot().stop()).isZero();

            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(30));
        }
    }
}
