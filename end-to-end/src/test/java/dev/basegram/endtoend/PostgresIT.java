package dev.basegram.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.endtoend.conversation.Marks;
import dev.basegram.endtoend.conversation.Person;
import dev.basegram.endtoend.processes.Basegram;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The same executable with PostgreSQL in place of the file: a fresh database, a crash, an order to stop, a server that is not there. */
class PostgresIT {
    private static final Duration LIMIT = Duration.ofSeconds(150);

    @Test
    void whatIsAcceptedOutlivesACrashAndWhatIsMadeIsMadeOnce() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Basegram basegram = Basegram.in("postgres")) {
            basegram.bot().set("DATABASE_URL", url(postgres));
            basegram.start("webhook");
            Person anna = basegram.person(1001);
            anna.says("/start").sees("Tables").seesButton("Clients");
            anna.says("/add Clients").sees("Name");
            anna.says("Kept by PostgreSQL").presses("Review").seesButton("Save");
            basegram.bot().kill();
            anna.presses("Save");
            basegram.bot().start();
            anna.waiting(LIMIT).sees("Saved");
            assertThat(ConversationIT.clientsCalled(basegram, "Kept by PostgreSQL"))
                    .hasSize(1);
            assertThat(countOf(postgres, "flyway_schema_history")).isPositive();
            assertThat(basegram.bot().folder().resolve("basegram.db")).doesNotExist();

            anna.says(Marks.message(1)).sees(Marks.message(1));
            assertThat(basegram.bot().stop()).isZero();
            anna.says(Marks.message(2));
            basegram.bot().start();
            Awaitility.await()
                    .atMost(LIMIT)
                    .untilAsserted(() -> assertThat(Marks.answered(anna.chat()))
                            .as(basegram::logs)
                            .isEqualTo(List.of(1, 2)));
        }
    }

    @Test
    void aServerThatIsNotThereStopsTheStartWithOneLineWithoutThePassword() {
        try (Basegram basegram = Basegram.in("postgres-nobody")) {
            basegram.bot().set("DATABASE_URL", "postgresql://basegram:hush-hush@127.0.0.1:1/basegram");
            basegram.bot().set("INGRESS", "polling");
            assertThat(basegram.bot().start().awaitExit(LIMIT)).isEqualTo(1);
            assertThat(basegram.bot().output())
                    .contains("DATABASE_URL names a database that cannot be used: ")
                    .doesNotContain("hush-hush")
                    .doesNotContain("\tat ");
        }
    }

    private static String url(EmbeddedPostgres postgres) {
        return "postgresql://postgres:postgres@127.0.0.1:" + postgres.getPort() + "/postgres";
    }

    private static long countOf(EmbeddedPostgres postgres, String table) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
