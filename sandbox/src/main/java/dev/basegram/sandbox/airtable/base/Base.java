package dev.basegram.sandbox.airtable.base;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One base. */
public final class Base {
    private final String id;
    private final String name;
    private final List<User> users;
    private final Ids ids;
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private long transactions;

    /**
     * A base without tables.
     *
     * @param users the collaborators; the first owns every token
     */
    public Base(String id, String name, List<User> users, Ids ids) {
        this.id = id;
        this.name = name;
        this.users = List.copyOf(users);
        this.ids = ids;
    }

    /** The base's id. */
    public String id() {
        return id;
    }

    /** The base's name. */
    public String name() {
        return name;
    }

    /** The collaborators, the owner first. */
    public List<User> users() {
        return users;
    }

    /** The user whom every token acts for. */
    public User owner() {
        return users.getFirst();
    }

    /** The collaborator with this id, e-mail or name. */
    public Optional<User> user(String idEmailOrName) {
        return users.stream()
                .filter(user -> user.id().equals(idEmailOrName)
                        || user.email().equalsIgnoreCase(idEmailOrName)
                        || user.name().equalsIgnoreCase(idEmailOrName))
                .findFirst();
    }

    /** Where new ids come from. */
    public Ids ids() {
        return ids;
    }

    /** The tables in order. */
    public Collection<Table> tables() {
        return Collections.unmodifiableCollection(tables.values());
    }

    /** The table with this id, which must exist. */
    public Table table(String tableId) {
        Table table = tables.get(tableId);
        if (table == null) {
            throw new IllegalArgumentException("No table " + tableId + " in base " + id);
        }
        return table;
    }

    /** The table with this id or exact name. */
    public Optional<Table> find(String nameOrId) {
        Table byId = tables.get(nameOrId);
        return byId != null
                ? Optional.of(byId)
                : tables.values().stream()
                        .filter(table -> table.name().equals(nameOrId))
                        .findFirst();
    }

    /** Puts a table in. */
    public void put(Table table) {
        tables.put(table.id(), table);
    }

    /** Takes a table out. */
    void remove(Table table) {
        tables.remove(table.id());
    }

    /** The number of the next change; counts up from 1. */
    long nextTransaction() {
        return ++transactions;
    }
}
