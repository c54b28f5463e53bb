package dev.basegram.bot.store;

/** Which database is behind the store; the few places where the two need different SQL ask here. */
public enum Engine {
    /** One file, one process. */
    SQLITE("db/sqlite", ""),
    /** A server that several processes may share. */
    POSTGRESQL("db/postgresql", " FOR UPDATE SKIP LOCKED");

    private final String migrations;
    private final String skipLocked;

    Engine(String migrations, String skipLocked) {
        this.migrations = migrations;
        this.skipLocked = skipLocked;
    }

    /** Returns the class path folder of this engine's migrations. */
    public String migrations() {
        return migrations;
    }

    /**
     * Returns what to append to a {@code SELECT} that picks rows to claim, so that processes do not wait for each other's
     * rows; nothing on SQLite, whose only writer is ours.
     */
    public String skipLocked() {
        return skipLocked;
    }
}
