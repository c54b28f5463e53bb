package dev.basegram.bot.airtable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.bot.airtable.CellValue.Text;
import dev.basegram.bot.airtable.webhook.BaseChange;
import dev.basegram.bot.airtable.webhook.CursorStore;
import dev.basegram.bot.airtable.webhook.NewWebhook;
import dev.basegram.bot.airtable.webhook.PayloadPage;
import dev.basegram.bot.airtable.webhook.Webhooks;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files, comments, the access check and webhooks against the sandbox. */
@QuarkusTest
@WithTestResource(SandboxAirtable.class)
class FilesAndWebhooksInSandboxTest {
    private static final Caller ME = Caller.person("me").patient(Duration.ofSeconds(60));

    @Inject
    Airtable airtable;

    @Inject
    Webhooks webhooks;

    @Inject
    CursorStore cursors;

    @BeforeEach
    void sandboxIsBuilt() {
        Assumptions.assumeTrue(LocalAirtableServer.isBuilt(), "build the sandbox first: mvn -pl sandbox compile");
    }

    private static <T> Answer<T> ask(Uni<Answer<T>> uni) {
        return uni.await().atMost(Duration.ofSeconds(90));
    }

    private static <T> T get(Uni<Answer<T>> uni) {
        Answer<T> answer = ask(uni);
        return answer.found().orElseThrow(() -> new AssertionError(answer.toString()));
    }

    private Table orders() {
        return get(airtable.schema(ME)).tableNamed("Orders").orElseThrow();
    }

    @Test
    void shouldPutAFileInAndGetItBack() {
        Table orders = orders();
        FieldId photos = orders.fieldNamed("Photos").orElseThrow().id();
        RecordId order =
                get(airtable.table(ME, orders.id())).records().getLast().id();
        byte[] bytes = new byte[300_000];
        new Random(5).nextBytes(bytes);
        AirtableRecord with = get(airtable.upload(
                ME, orders.id(), order, photos, new NewFile("räv.bin", "application/octet-stream", bytes)));
        Attachment file = ((CellValue.Attachments) with.cell(photos)).files().getLast();
        assertThat(file.filename()).isEqualTo("räv.bin");
        FileContent back = get(airtable.download(ME, orders.id(), order, photos, file.id(), 1_000_000));
        assertThat(back.bytes()).isEqualTo(bytes);
        assertThat(ask(airtable.download(ME, orders.id(), order, photos, file.id(), 1_000))
                        .reason()
                        .orElseThrow())
                .isInstanceOf(AirtableFailure.TooLarge.class);
        assertThat(ask(airtable.download(ME, orders.id(), order, photos, "attNone", 1_000))
                        .reason()
                        .orElseThrow())
                .isInstanceOf(AirtableFailure.AttachmentGone.class);
    }

    @Test
    void shouldWriteAndReadComments() {
        Table orders = orders();
        RecordId order =
                get(airtable.table(ME, orders.id())).records().getFirst().id();
        Comment written = get(airtable.comment(ME, orders.id(), order, "Anna: please call <before> \"noon\""));
        assertThat(get(airtable.comments(ME, orders.id(), order)))
                .first()
                .satisfies(comment -> assertThat(comment.id()).isEqualTo(written.id()))
                .satisfies(comment -> assertThat(comment.text()).isEqualTo("Anna: please call <before> \"noon\""));
    }

    @Test
    void shouldFindOutWhatTheTokenMayDoWithoutChangingAnything() {
        AccessCheck check = get(airtable.checkAccess(ME));
        assertThat(check.userId()).startsWith("usr");
        assertThat(check.missing()).isEmpty();
        assertThat(check.mayWrite()).isTrue();
        assertThat(check.scopes())
                .containsEntry(Scope.READ_SCHEMA, AccessCheck.State.GRANTED)
                .containsEntry(Scope.READ_RECORDS, AccessCheck.State.GRANTED)
                .containsEntry(Scope.READ_COMMENTS, AccessCheck.State.GRANTED);
    }

    @Test
    void shouldReadWhatChangedFromAWebhook() {
        Table orders = orders();
        FieldId notes = orders.fieldNamed("Notes").orElseThrow().id();
        RecordId order = get(airtable.table(ME, orders.id())).records().get(5).id();
        NewWebhook made = get(webhooks.create(ME, null));
        assertThat(made.toString()).doesNotContain(made.macSecret());
        get(airtable.update(ME, RecordChange.put(orders.id(), order, Map.of(notes, new Text("Told by webhook")))));
        PayloadPage page = get(webhooks.payloads(ME, made.id(), 1));
        List<BaseChange.TableChange> tables = page.changes().stream()
                .filter(BaseChange.Action.class::isInstance)
                .flatMap(change -> ((BaseChange.Action) change).tables().stream())
                .toList();
        assertThat(tables).anySatisfy(table -> {
            assertThat(table.table()).isEqualTo(orders.id());
            assertThat(table.changed().get(order).current()).containsEntry(notes, new Text("Told by webhook"));
        });
        cursors.keep(made.id(), page.cursor()).await().atMost(Duration.ofSeconds(20));
        assertThat(cursors.find(made.id())).hasValue(page.cursor());
        assertThat(get(webhooks.payloads(ME, made.id(), page.cursor())).changes())
                .isEmpty();
        assertThat(get(webhooks.list(ME))).extracting(state -> state.id()).contains(made.id());
        assertThat(get(webhooks.refresh(ME, made.id()))).isAfter(Instant.now());
        get(webhooks.delete(ME, made.id()));
        assertThat(get(webhooks.list(ME))).extracting(state -> state.id()).doesNotContain(made.id());
    }

    @Test
    void shouldCountBytesOfAFileAndNotItsLetters() {
        assertThat(new NewFile("f", "text/plain", "é".getBytes(StandardCharsets.UTF_8)).toString())
                .contains("2 bytes");
    }
}
