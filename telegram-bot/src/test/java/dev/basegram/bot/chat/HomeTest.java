package dev.basegram.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The start screen. */
class HomeTest {
    @Test
    void aButtonForEachTableThenFindAndAdd() throws Exception {
        try (Chat chat = new Chat(Workshop.withOrders(Workshop.shortOrders(), 3))) {
            chat.types("/start");
            assertThat(chat.telegram.screen().labels()).containsExactly("Orders", "Clients", "🔎 Find", "➕ Add");
            chat.presses("➕ Add").presses("Orders");
            assertThat(chat.screen()).contains("1/4");
        }
    }

    @Test
    void nobodyIsOfferedToAddWhoMayNot() throws Exception {
        FakeAirtable base = Workshop.withOrders(Workshop.shortOrders(), 3);
        Team team = new Team(base, Workshop.shortOrders(), Workshop.clients());
        team.worker("viewer");
        team.rule("Orders", "viewer", List.of("See"), Map.of());
        try (Chat chat = new Chat(base)) {
            chat.types(Team.WORKER, "/start");
            assertThat(chat.telegram.screen().labels()).containsExactly("Orders", "🔎 Find");
            chat.presses(Team.WORKER, chat.telegram.screen().id(), "A");
            assertThat(chat.lastTo(Team.WORKER)).contains("no table you can add to");
        }
    }
}
