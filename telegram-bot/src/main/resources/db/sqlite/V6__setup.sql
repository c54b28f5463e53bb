-- What the rules were before somebody's last change of several at once, so that it can be taken back.
CREATE TABLE rule_undo (
    person_id INTEGER NOT NULL PRIMARY KEY,
    change_id INTEGER NOT NULL,
    before    TEXT NOT NULL
);

-- The inbox holds its updates back while there is a row: since when, on whose word, and whose updates go on all the same.
CREATE TABLE inbox_hold (
    bot_id  INTEGER NOT NULL PRIMARY KEY,
    since   INTEGER NOT NULL,
    by_name TEXT NOT NULL,
    exempt  TEXT NOT NULL
);

-- Where each alert stands, so that a restart tells nothing twice and forgets nothing it has told.
CREATE TABLE alert (
    name     TEXT NOT NULL PRIMARY KEY,
    phase    TEXT NOT NULL,
    since    INTEGER NOT NULL,
    phase_at INTEGER NOT NULL,
    told_at  INTEGER NOT NULL,
    told     INTEGER NOT NULL
);

-- The one message that each owner has of each alert.
CREATE TABLE alert_message (
    name       TEXT NOT NULL,
    person_id  INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    PRIMARY KEY (name, person_id)
);

-- How many calls to Airtable were counted at the first look of a day, from which the pace is told.
CREATE TABLE call_pace (
    day     TEXT NOT NULL PRIMARY KEY,
    at      INTEGER NOT NULL,
    used    INTEGER NOT NULL
);

-- The schema when somebody last asked what has changed.
CREATE TABLE schema_seen (
    base_id TEXT NOT NULL PRIMARY KEY,
    at      INTEGER NOT NULL,
    tables  TEXT NOT NULL
);
