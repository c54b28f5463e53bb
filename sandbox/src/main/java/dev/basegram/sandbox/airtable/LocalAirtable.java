package dev.basegram.sandbox.airtable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.airtable.attachments.AttachmentFetcher;
import dev.basegram.sandbox.airtable.attachments.AttachmentStore;
import dev.basegram.sandbox.airtable.base.Base;
import dev.basegram.sandbox.airtable.base.Change;
import dev.basegram.sandbox.airtable.base.Field;
import dev.basegram.sandbox.airtable.base.LiveBase;
import dev.basegram.sandbox.airtable.base.Origin;
import dev.basegram.sandbox.airtable.base.RecordWriter;
import dev.basegram.sandbox.airtable.base.Refusal;
import dev.basegram.sandbox.airtable.base.Row;
import dev.basegram.sandbox.airtable.base.RowQuery;
import dev.basegram.sandbox.airtable.base.SchemaWriter;
import dev.basegram.sandbox.airtable.base.Table;
import dev.basegram.sandbox.airtable.base.Transaction;
import dev.basegram.sandbox.airtable.base.View;
import dev.basegram.sandbox.airtable.data.BaseSource;
import dev.basegram.sandbox.airtable.data.DataProblem;
import dev.basegram.sandbox.airtable.data.FolderReader;
import dev.basegram.sandbox.airtable.http.AirtableServer;
import dev.basegram.sandbox.faults.CallLog;
import dev.basegram.sandbox.faults.Faults;
import dev.basegram.sandbox.faults.SandboxChanged;
import dev.basegram.sandbox.faults.Service;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The local Airtable as a plain object, so that a test starts one in milliseconds on any Vert.x. */
public final class LocalAirtable implements AirtableSandbox {
    private final Clock clock;
    private final AttachmentStore files = new AttachmentStore();
    private final Consumer<SandboxChanged> changed;
    private final BaseSource source;
    private final LiveBase live;
    private final AirtableServer server;

    /**
     * Starts.
     *
     * @param changed told of every change, on the thread that made it; must not block
     * @throws IllegalStateException when the data cannot be read; the message says where and what to do
     */
    public LocalAirtable(
            Vertx vertx, Clock clock, Faults faults, CallLog log, Consumer<SandboxChanged> changed, Settings settings) {
        this.clock = clock;
        this.changed = changed;
        this.source = BaseSource.of(settings.data(), BASE_ID, clock, files);
        this.live = new LiveBase(source.atStart(), clock);
        this.server = new AirtableServer(vertx, live, files, faults, log, settings.rateLimited());
        source.keep(vertx, live);
        live.listen(this::announce);
        new AttachmentFetcher(vertx, live, files).start();
    }

    /**
     * How it starts.
     *
     * @param rateLimited whether more than five requests a second are refused
     * @param data a folder to load, or a file to keep the base in; empty for the demo base, forgotten at the end
     */
    public record Settings(boolean rateLimited, Optional<Path> data) {
        /** The demo base without limits, as most tests want it. */
        public static final Settings FREE = new Settings(false, Optional.empty());
    }

    private void announce(Base base, Change change) {
        change.tables()
                .forEach((tableId, part) -> changed.accept(
                        new SandboxChanged(Service.AIRTABLE, tableId, part.touchesRows() ? "record" : "schema")));
        change.createdTableIds()
                .forEach(tableId -> changed.accept(new SandboxChanged(Service.AIRTABLE, tableId, "schema")));
    }

    @Override
    public void mount(Router router) {
        server.mount(router);
    }

    @Override
    public List<Shown.Base> bases() {
        return live.read(base -> List.of(ShownBases.of(base)));
    }

    @Override
    public Optional<Shown.Grid> grid(String baseId, String table, @Nullable String view) {
        return live.read(base -> {
            Optional<Table> found = base.id().equals(baseId) ? base.find(table) : Optional.empty();
            if (found.isEmpty()) {
                return Optional.empty();
            }
            if (view == null) {
                return Optional.of(grid(base, found.get(), null));
            }
            return found.get().view(view).map(shown -> grid(base, found.get(), shown));
        });
    }

    private Shown.Grid grid(Base base, Table table, @Nullable View view) {
        ShownRows shown = new ShownRows(base, clock, server.links());
        List<Row> rows = new RowQuery(view, null, List.of()).rows(table, shown.computation());
        return shown.grid(table, view, rows);
    }

    @Override
    public EditOutcome change(String baseId, String table, String recordId, String field, JsonNode value) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode().set(field, value);
        return edit(
                baseId,
                table,
                (writer, found) -> saved(found, writer.update(recordId, fields, RecordWriter.Mode.PATCH)));
    }

    @Override
    public EditOutcome add(String baseId, String table, ObjectNode fields) {
        return edit(baseId, table, (writer, found) -> saved(found, writer.create(fields)));
    }

    @Override
    public EditOutcome delete(String baseId, String table, String recordId) {
        return edit(baseId, table, (writer, found) -> {
            writer.delete(recordId);
            return new EditOutcome.Deleted(recordId);
        });
    }

    private EditOutcome saved(Edited edited, Row row) {
        return new EditOutcome.Saved(new ShownRows(edited.base(), clock, server.links()).row(edited.table(), row));
    }

    private record Edited(Base base, Table table) {}

    private EditOutcome edit(String baseId, String table, BiFunction<RecordWriter, Edited, EditOutcome> editing) {
        try {
            return live.write(base -> Origin.client(base.owner()), transaction -> {
                Edited edited = edited(transaction, baseId, table);
                return editing.apply(new RecordWriter(transaction, edited.table(), true), edited);
            });
        } catch (Refusal refusal) {
            return new EditOutcome.Refused(refusal.type(), refusal.text());
        }
    }

    @Override
    public SchemaOutcome renameField(String baseId, String table, String field, String newName) {
        JsonNode change = JsonNodeFactory.instance.objectNode().put("name", newName);
        return editSchema(
                baseId, table, field, (writer, place) -> writer.updateField(place.table(), place.field(), change));
    }

    @Override
    public SchemaOutcome deleteField(String baseId, String table, String field) {
        return editSchema(baseId, table, field, (writer, place) -> writer.deleteField(place.table(), place.field()));
    }

    private record Place(Table table, Field field) {}

    private SchemaOutcome editSchema(
            String baseId, String table, String field, BiConsumer<SchemaWriter, Place> editing) {
        try {
            return live.write(base -> Origin.client(base.owner()), transaction -> {
                Table found = edited(transaction, baseId, table).table();
                Field named = found.find(field).orElseThrow(Refusal::notFoundOrForbidden);
                editing.accept(new SchemaWriter(transaction), new Place(found, named));
                return new SchemaOutcome.Changed(ShownBases.of(found));
            });
        } catch (Refusal refusal) {
            return new SchemaOutcome.Refused(refusal.type(), refusal.text());
        }
    }

    private static Edited edited(Transaction transaction, String baseId, String table) {
        Base base = transaction.base();
        Optional<Table> found = base.id().equals(baseId) ? base.find(table) : Optional.empty();
        return new Edited(base, found.orElseThrow(Refusal::notFoundOrForbidden));
    }

    @Override
    public void reset() {
        files.clear();
        live.replace(source.original());
        server.reset();
        changed.accept(new SandboxChanged(Service.AIRTABLE, BASE_ID, "reset"));
    }

    @Override
    public LoadOutcome load(Path folder) {
        try {
            Base loaded = new FolderReader(folder).read(BASE_ID, clock.instant());
            live.replace(loaded);
            server.reset();
            changed.accept(new SandboxChanged(Service.AIRTABLE, BASE_ID, "reset"));
            int rows = loaded.tables().stream()
                    .mapToInt(table -> table.rows().size())
                    .sum();
            return new LoadOutcome.Loaded(BASE_ID, loaded.tables().size(), rows);
        } catch (DataProblem problem) {
            return new LoadOutcome.Refused(problem.text());
        }
    }

    @Override
    public boolean rateLimited() {
        return server.gate().isRateLimited();
    }

    @Override
    public void rateLimit(boolean on) {
        server.gate().rateLimit(on);
    }

    @Override
    public long callsThisMonth() {
        return server.gate().callsThisMonth();
    }

    @Override
    public OptionalLong monthlyCap() {
        return server.gate().monthlyCap();
    }

    @Override
    public void monthlyCap(OptionalLong calls) {
        server.gate().monthlyCap(calls);
    }
}
