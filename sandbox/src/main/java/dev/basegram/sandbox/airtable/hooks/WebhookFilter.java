package dev.basegram.sandbox.airtable.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.airtable.base.Base;
import dev.basegram.sandbox.airtable.base.Change;
import dev.basegram.sandbox.airtable.base.Refusal;
import java.util.HashSet;
import java.util.Set;

/**
 * What a webhook wants to hear of (airtable.com/developers/web/api/model/webhooks-specification). An empty set stands
 * for no restriction.
 */
record WebhookFilter(
        Set<String> dataTypes,
        Set<String> changeTypes,
        Set<String> sources,
        Set<String> watchedFields,
        Set<String> watchedSchemas,
        String scope,
        JsonNode includes) {
    private static final Set<String> DATA_TYPES = Set.of("tableData", "tableFields", "tableMetadata");

    static WebhookFilter of(ObjectNode specification) {
        JsonNode options = specification.path("options");
        JsonNode filters = options.path("filters");
        return new WebhookFilter(
                texts(filters.path("dataTypes")),
                texts(filters.path("changeTypes")),
                texts(filters.path("fromSources")),
                texts(filters.path("watchDataInFieldIds")),
                texts(filters.path("watchSchemasOfFieldIds")),
                filters.path("recordChangeScope").asText(""),
                options.path("includes"));
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new HashSet<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    /**
     * Checks it against the base.
     *
     * @throws Refusal when a type, table or field does not exist
     */
    void check(Base base) {
        boolean types = !dataTypes.isEmpty() && DATA_TYPES.containsAll(dataTypes);
        if (!types || (!scope.isEmpty() && table(base).isEmpty()) || !fieldsExist(base)) {
            throw Refusal.malformed();
        }
    }

    /** Whether everything it names is still there. */
    boolean stillValid(Base base) {
        return (scope.isEmpty() || !table(base).isEmpty()) && fieldsExist(base);
    }

    private boolean fieldsExist(Base base) {
        Set<String> named = new HashSet<>(watchedFields);
        named.addAll(watchedSchemas);
        return named.stream()
                .allMatch(fieldId -> base.tables().stream()
                        .anyMatch(table -> table.find(fieldId).isPresent()));
    }

    /** The id of the table that it is limited to, also by one of its views; empty for none or when it is gone. */
    String table(Base base) {
        return base.tables().stream()
                .filter(table -> table.id().equals(scope) || table.view(scope).isPresent())
                .map(dev.basegram.sandbox.airtable.base.Table::id)
                .findFirst()
                .orElse("");
    }

    boolean hears(Change change) {
        return sources.isEmpty() || sources.contains(change.origin().source());
    }

    boolean hears(Base base, String tableId) {
        return scope.isEmpty() || table(base).equals(tableId);
    }

    boolean wants(String dataType) {
        return dataTypes.contains(dataType);
    }

    boolean wantsChange(String changeType) {
        return changeTypes.isEmpty() || changeTypes.contains(changeType);
    }

    boolean watches(String fieldId) {
        return watchedFields.isEmpty() || watchedFields.contains(fieldId);
    }

    boolean watchesSchema(String fieldId) {
        return watchedSchemas.isEmpty() || watchedSchemas.contains(fieldId);
    }
}
