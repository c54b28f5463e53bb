package dev.basegram.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.airtable.AirtableSandbox;
import dev.basegram.sandbox.airtable.EditOutcome;
import dev.basegram.sandbox.airtable.LoadOutcome;
import dev.basegram.sandbox.airtable.Shown;
import io.quarkus.arc.DefaultBean;
import io.vertx.ext.web.Router;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A base without tables, until the local Airtable is built in. */
@DefaultBean
@Singleton
class TmpAirtable implements AirtableSandbox {
    private static final String NOT_YET = "The Airtable side of the sandbox is not built in yet";

    @Override
    public void mount(Router router) {}

    @Override
    public List<Shown.Base> bases() {
        return List.of();
    }

    @Override
    public Optional<Shown.Grid> grid(String baseId, String table, @Nullable String view) {
        return Optional.empty();
    }

    @Override
    public EditOutcome change(String baseId, String table, String recordId, String field, JsonNode value) {
        return new EditOutcome.Refused("NOT_FOUND", NOT_YET);
    }

    @Override
    public EditOutcome add(String baseId, String table, ObjectNode fields) {
        return new EditOutcome.Refused("NOT_FOUND", NOT_YET);
    }

    @Override
    public EditOutcome delete(String baseId, String table, String recordId) {
        return new EditOutcome.Refused("NOT_FOUND", NOT_YET);
    }

    @Override
    public void reset() {}

    @Override
    public LoadOutcome load(Path folder) {
        return new LoadOutcome.Refused(NOT_YET);
    }

    @Override
    public boolean rateLimited() {
        return true;
    }

    @Override
    public void rateLimit(boolean on) {}

    @Override
    public long callsThisMonth() {
        return 0;
    }

    @Override
    public OptionalLong monthlyCap() {
        return OptionalLong.empty();
    }

    @Override
    public void monthlyCap(OptionalLong calls) {}
}
