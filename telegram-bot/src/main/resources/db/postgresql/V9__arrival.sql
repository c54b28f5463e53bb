-- Files that Airtable is to fetch by a link, until they are there or the person has been told that they never came.
CREATE TABLE arrival (
    id        TEXT NOT NULL PRIMARY KEY,
    person_id BIGINT NOT NULL,
    chat_id   BIGINT NOT NULL,
    thread_id BIGINT NOT NULL,
    table_id  TEXT NOT NULL,
    record_id TEXT NOT NULL,
    field_id  TEXT NOT NULL,
    names     TEXT NOT NULL,
    linked_at BIGINT NOT NULL,
    due_at    BIGINT NOT NULL
);
CREATE INDEX arrival_due ON arrival (due_at);
