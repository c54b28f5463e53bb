package dev.basegram.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.endtoend.conversation.Person;
import dev.basegram.endtoend.processes.Basegram;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A stranger with a base sets it up by buttons; later they look after it, pause it and go on, from the same chat. */
class OperatorIT {
    private static final Duration LIMIT = Duration.ofSeconds(90);

    @Test
    void setUpByButtonsAndThenKeptInTheBase() {
        try (Basegram basegram = Basegram.in("operator-setup").start("polling")) {
            Person owner = basegram.person(1001);
            owner.says("/setup")
                    .sees(
                            "Set-up",
                            "Bot: @",
                            "long polling",
                            "reads tables, reads records, writes records",
                            "makes tables")
                    .seesButton("Choose tables")
                    .seesButton("Done");
            owner.presses("Who may use it")
                    .presses("Team")
                    .presses("All tables")
                    .sees("Done:", "sees all rows");
            owner.presses("Invite").presses("Viewer").presses("All tables");
            String link = owner.sees("start=i_").chat().fromBot().stream()
                    .map(shown -> shown.text())
                    .filter(text -> text.contains("start=i_"))
                    .findFirst()
                    .orElseThrow()
                    .replaceAll("(?s).*start=(i_[A-Za-z0-9_-]+).*", "$1");
            Person guest = basegram.person(1002);
            guest.says("/start " + link).sees("Tables").seesButton("Orders");

            owner.says("/setup")
                    .presses("Who may use it")
                    .presses("Keep it in the base")
                    .sees("Bot People", "Bot Audit");
            owner.presses("Make the tables").sees("In the base now: Bot Audit, Bot People, Bot Rules");
            assertThat(basegram.sandbox().rows(Basegram.BASE_ID, "Bot People"))
                    .singleElement()
                    .asString()
                    .contains("1002", "viewer");
            assertThat(basegram.sandbox().rows(Basegram.BASE_ID, "Bot Rules")).isNotEmpty();
            guest.says("/menu").sees("Tables").seesButton("Orders");

            owner.says("/setup")
                    .presses("Choose tables")
                    .presses("Orders")
                    .presses("Viewer")
                    .sees("sees all rows");
            owner.presses("No access").sees("no access");
            Awaitility.await().atMost(LIMIT).untilAsserted(() -> {
                guest.says("/menu").sees("Tables");
                assertThat(guest.chat().fromBot().getLast().buttons().toString())
                        .doesNotContain("Orders");
            });
            owner.says("/audit").sees("Who changed what", "Orders · viewer", "Bot Rules", "See:");
            Awaitility.await()
                    .atMost(LIMIT)
                    .untilAsserted(() -> assertThat(basegram.sandbox().rows(Basegram.BASE_ID, "Bot Audit"))
                            .as("whose rights were changed is in the base too")
                            .anySatisfy(row -> assertThat(row.toString()).contains("Bot Rules", "See", "changed"))
                            .anySatisfy(row -> assertThat(row.toString()).contains("Bot People", "viewer")));
        }
    }

    @Test
    void pausedItKeepsWhatComesAcrossARestartAndThenHandlesItInOrder() {
        try (Basegram basegram = Basegram.in("operator-pause").start("webhook")) {
            Person owner = basegram.person(1001);
            owner.says("/status")
                    .sees("Status", "Updates by webhook", "Airtable answers", "Version")
                    .seesButton("Refresh");
            owner.says("/pause").sees("Paused");

            Person guest = basegram.person(1002);
            guest.says("/start").sees("paused for maintenance");
            guest.says("hello");
            owner.says("/status").sees("Paused since", "2 updates");

            assertThat(basegram.bot().stop()).isZero();
            basegram.bot().start().awaitReady();
            owner.says("/status").sees("Paused since");
            assertThat(guest.chat().fromBot()).hasSize(1);

            owner.says("/resume").sees("Going on");
            guest.sees("invited people");
            owner.says("/sync").sees("Read anew");
            owner.says("/sync").sees("Nothing has changed");
            owner.says("/replay").sees("No update was given up");
        }
    }
}
