package dev.basegram.sandbox.airtable.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.airtable.base.Base;
import dev.basegram.sandbox.airtable.base.Ids;
import dev.basegram.sandbox.airtable.base.Table;
import dev.basegram.sandbox.airtable.base.User;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds a base from its JSON description: {@code {"name", "users", "tables": [{"name", "fields", "views",
 * "records"}]}}. Tables and fields look as in the schema endpoint, records as in the list endpoint; ids may be left out
 * and fields then be named. What the schema endpoint does not tell is written beside the options: a rollup's
 * {@code formula}, a view's {@code filter} and {@code sorts}.
 */
public final class BaseReader {
    private final JsonNode description;
    private final Instant now;

    /** Reads a description; {@code now} is the time of records that have none. */
    public BaseReader(JsonNode description, Instant now) {
        this.description = description;
        this.now = now;
    }

    /**
     * The base.
     *
     * @throws DataProblem naming the table, field or record that is wrong
     */
    public Base read(String baseId) throws DataProblem {
        if (!description.path("tables").isArray() || description.path("tables").isEmpty()) {
            throw new DataProblem("There are no tables: \"tables\" must be a list with at least one");
        }
        Base base = new Base(
                baseId, description.path("name").asText("Untitled base"), users(), new Ids(new SecureRandom()));
        Map<Table, JsonNode> tables = new LinkedHashMap<>();
        for (JsonNode definition : description.path("tables")) {
            tables.put(table(base, definition), definition);
        }
        try {
            FieldReader fields = new FieldReader(base);
            tables.forEach(fields::declare);
            tables.forEach(fields::define);
            tables.forEach(new ViewReader()::read);
            new RecordReader(base, now).read(tables);
        } catch (IllegalArgumentException wrong) {
            throw new DataProblem(String.valueOf(wrong.getMessage()));
        }
        return base;
    }

    private static Table table(Base base, JsonNode definition) throws DataProblem {
        String name = definition.path("name").asText("");
        if (name.isBlank() || base.find(name).isPresent()) {
            throw new DataProblem("Table \"" + name + "\": every table needs a name of its own");
        }
        if (definition.path("fields").isEmpty()) {
            throw new DataProblem("Table \"" + name + "\" has no fields: give it at least one");
        }
        String about = definition.path("description").asText("");
        Table table =
                new Table(definition.path("id").asText(Ids.named("tbl", name)), name, about.isEmpty() ? null : about);
        base.put(table);
        return table;
    }

    private List<User> users() {
        List<User> users = new ArrayList<>();
        description
                .path("users")
                .forEach(user -> users.add(new User(
                        user.path("id")
                                .asText(Ids.named("usr", user.path("email").asText())),
                        user.path("email").asText(),
                        user.path("name").asText())));
        return users.isEmpty()
                ? List.of(new User(Ids.named("usr", "owner"), "owner@example.com", "Base owner"))
                : users;
    }

    /** An object or, when it is none, an empty one. */
    static ObjectNode object(JsonNode node) {
        return node instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
    }
}
