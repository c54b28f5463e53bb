package dev.basegram.bot.airtable;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.basegram.bot.airtable.formula.Condition;
import dev.basegram.bot.airtable.formula.Expression;
import dev.basegram.bot.airtable.rest.ListRequest;
import dev.basegram.bot.airtable.rest.Page;
import dev.basegram.bot.airtable.rest.RecordBody;
import dev.basegram.bot.airtable.rest.RecordsApi;
import dev.basegram.bot.airtable.rest.Reply;
import dev.basegram.bot.airtable.rest.Written;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever people type, the formula built of it means that text and nothing else: an evaluator that is not ours says so. */
@QuarkusTest
@WithTestResource(SandboxAirtable.class)
class FormulasInSandboxTest {
    private static final String[] PIECES = {
        "'",
        "\"",
        "\\",
        "{",
        "}",
        "(",
        ")",
        "\n",
        "\t",
        ",",
        "&",
        "=",
        "') , TRUE(), ('",
        "\")",
        "{Name}",
        "\\'",
        "\\\\",
        "😀",
        "é",
        "𝄞",
        "RECORD_ID()",
        "O'Hara",
        "end\\",
        "a",
        "B",
        "0",
        " ",
        "%",
        "<b>",
        "fld",
        "ß",
        "\\n",
    };

    @Inject
    RecordsApi api;

    @Inject
    Airtable airtable;

    private final LocalAirtableServer server = SandboxAirtable.server();
    private Table clients;
    private FieldId name;

    @BeforeEach
    void unlimited() {
        Assumptions.assumeTrue(LocalAirtableServer.isBuilt(), "build the sandbox first: mvn -pl sandbox compile");
        server.rateLimit(false);
        clients = airtable.schema(Caller.person("me").patient(Duration.ofMinutes(1)))
                .await()
                .atMost(Duration.ofMinutes(1))
                .found()
                .orElseThrow()
                .tableNamed("Clients")
                .orElseThrow();
        name = clients.fieldNamed("Name").orElseThrow().id();
    }

    @AfterEach
    void limited() {
        server.rateLimit(true);
    }

    private static List<String> texts(int count) {
        var random = new Random(11);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            var text = new StringBuilder("t" + i + " ");
            int pieces = 1 + random.nextInt(8);
            for (int j = 0; j < pieces; j++) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            // Airtable keeps no white space at the ends of a line of text.
            texts.add(text.toString().strip());
        }
        return texts;
    }

    private static <T> T got(Reply<T> reply) {
        assertThat(reply).isInstanceOf(Reply.Got.class);
        return ((Reply.Got<T>) reply).value();
    }

    private List<RecordId> where(Condition condition) {
        Page page = got(api.list(clients, ListRequest.where(condition))
                .send()
                .get()
                .await()
                .atMost(Duration.ofSeconds(30)));
        return page.records().stream().map(AirtableRecord::id).toList();
    }

    @Test
    void shouldFindExactlyTheRecordThatHoldsTheText() {
        List<String> texts = texts(100);
        List<AirtableRecord> made = new ArrayList<>();
        for (int i = 0; i < texts.size(); i += 10) {
            List<RecordBody> bodies = texts.subList(i, i + 10).stream()
                    .map(text -> new RecordBody(null, Map.of(name, TextNode.valueOf(text))))
                    .toList();
            Written written =
                    got(api.create(clients, bodies).send().get().await().atMost(Duration.ofSeconds(30)));
            made.addAll(written.records());
        }
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            RecordId id = made.get(i).id();
            assertThat(made.get(i).cell(name)).isEqualTo(new CellValue.Text(text));
            assertThat(where(Condition.equal(Expression.field(name), Expression.text(text))))
                    .as(text)
                    .containsExactly(id);
            assertThat(where(Condition.contains(name, text.toLowerCase(Locale.ROOT))))
                    .as(text)
                    .contains(id);
            assertThat(where(Condition.contains(name, "no " + text))).as(text).isEmpty();
            assertThat(where(Condition.all(List.of(
                            Condition.isOneOf(List.of(id)),
                            Condition.equal(Expression.field(name), Expression.text(text))
                                    .not()))))
                    .as(text)
                    .isEmpty();
        }
    }

    @Test
    void shouldAskForWhatWasCreatedOrChangedSince() {
        Instant before = Instant.now().minusSeconds(60);
        Written written =
                got(api.create(clients, List.of(new RecordBody(null, Map.of(name, TextNode.valueOf("Just now")))))
                        .send()
                        .get()
                        .await()
                        .atMost(Duration.ofSeconds(30)));
        RecordId id = written.records().getFirst().id();
        Condition mine = Condition.isOneOf(List.of(id));
        for (Expression time : List.of(Expression.createdTime(), Expression.lastModifiedTime())) {
            assertThat(where(Condition.all(List.of(mine, Condition.after(time, Expression.instant(before))))))
                    .containsExactly(id);
            Instant later = Instant.now().plusSeconds(60);
            assertThat(where(Condition.all(List.of(mine, Condition.after(time, Expression.instant(later))))))
                    .isEmpty();
        }
    }
}
