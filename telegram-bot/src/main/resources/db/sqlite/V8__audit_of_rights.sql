-- What a row was called when it was changed: people and rules that the bot keeps itself are no records that could be asked.
ALTER TABLE audit_entry ADD COLUMN called TEXT;
ALTER TABLE audit_intent ADD COLUMN called TEXT;

-- Records that were about to be made and of which nobody has noted yet whether they were.
CREATE TABLE audit_creation (
    creation_key TEXT    NOT NULL PRIMARY KEY,
    at           INTEGER NOT NULL,
    look_at      INTEGER NOT NULL,
    person_id    INTEGER NOT NULL,
    person_name  TEXT    NOT NULL,
    table_id     TEXT    NOT NULL,
    cells        TEXT    NOT NULL
);
CREATE INDEX audit_creation_look ON audit_creation (look_at);
