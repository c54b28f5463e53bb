-- What each person is in the middle of, in each chat.
CREATE TABLE session (
    chat_id    INTEGER NOT NULL,
    thread_id  INTEGER NOT NULL,
    person_id  INTEGER NOT NULL,
    state      TEXT    NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (chat_id, thread_id, person_id)
);

-- Forms that are not saved yet.
CREATE TABLE draft (
    id         TEXT    NOT NULL PRIMARY KEY,
    person_id  INTEGER NOT NULL,
    chat_id    INTEGER NOT NULL,
    table_id   TEXT    NOT NULL,
    state      TEXT    NOT NULL,
    updated_at INTEGER NOT NULL
);
CREATE INDEX draft_person ON draft (person_id, updated_at);
CREATE INDEX draft_age ON draft (updated_at);

-- What a person chose for themselves, and whether the bot can reach them.
CREATE TABLE preference (
    person_id INTEGER NOT NULL PRIMARY KEY,
    language  TEXT,
    zone      TEXT,
    blocked   INTEGER NOT NULL DEFAULT 0
);

-- Changes that can still be taken back, and deletions that wait for their minute to pass.
CREATE TABLE change (
    id         TEXT    NOT NULL PRIMARY KEY,
    person_id  INTEGER NOT NULL,
    chat_id    INTEGER NOT NULL,
    thread_id  INTEGER NOT NULL,
    message_id INTEGER,
    kind       TEXT    NOT NULL,
    table_id   TEXT    NOT NULL,
    record_id  TEXT    NOT NULL,
    state      TEXT    NOT NULL,
    made_at    INTEGER NOT NULL,
    due_at     INTEGER
);
CREATE INDEX change_person ON change (person_id, made_at);
CREATE INDEX change_due ON change (due_at);

-- Telegram's id of a file that was sent once: sending it again costs neither side an upload.
CREATE TABLE sent_file (
    attachment_id TEXT    NOT NULL PRIMARY KEY,
    file_id       TEXT    NOT NULL,
    sent_at       INTEGER NOT NULL
);

-- What was last told to Telegram once and for all, such as the list of commands.
CREATE TABLE told (
    subject     TEXT NOT NULL PRIMARY KEY,
    fingerprint TEXT NOT NULL
);
