-- Files that Airtable is to fetch by a link, until they are there or the person has been told that they never came.
CREATE TABLE arrival (
    id        TEXT NOT NULL PRIMARY KEY,
    person_id INTEGER NOT NULL,
    chat_id   INTEGER NOT NULL,
    thread_id INTEGER NOT NULL,
    table_id  TEXT NOT NULL,
    record_id TEXT NOT NULL,
    field_id  TEXT NOT NULL,
    names     TEXT NOT NULL,
    linked_at INTEGER NOT NULL,
    due_at    INTEGER NOT NULL
);
CREATE INDEX arrival_due ON arrival (due_at);
