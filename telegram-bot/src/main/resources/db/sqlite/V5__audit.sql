-- Writes that were sent to the base and whose outcome is not noted yet: what a crash in between leaves here is looked into.
CREATE TABLE audit_intent (
    change_key  TEXT   NOT NULL,
    field_id    TEXT   NOT NULL,
    at          INTEGER NOT NULL,
    person_id   INTEGER NOT NULL,
    person_name TEXT   NOT NULL,
    operation   TEXT   NOT NULL,
    table_id    TEXT   NOT NULL,
    record_id   TEXT   NOT NULL,
    old_value   TEXT,
    PRIMARY KEY (change_key, field_id)
);
CREATE INDEX audit_intent_time ON audit_intent (at);

CREATE INDEX audit_entry_person ON audit_entry (person_id, at);

-- Entries that the base's own table of changes does not hold yet.
CREATE TABLE audit_mirror (
    change_key TEXT   NOT NULL,
    field_id   TEXT   NOT NULL,
    attempts   INTEGER NOT NULL,
    due_at     INTEGER NOT NULL,
    PRIMARY KEY (change_key, field_id)
);
CREATE INDEX audit_mirror_due ON audit_mirror (due_at);

-- Phone numbers that Telegram vouched for, as E.164, and the record of the base each led to. A number belongs to the person who
-- showed it last.
CREATE TABLE verified_phone (
    person_id   INTEGER NOT NULL PRIMARY KEY,
    phone       TEXT   NOT NULL UNIQUE,
    own_table   TEXT,
    own_record  TEXT,
    verified_at INTEGER NOT NULL
);
