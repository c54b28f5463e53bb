-- Which update ids are known: a set, since ids may fall after a quiet week. Kept for 48 hours.
CREATE TABLE seen_update (
    bot_id    BIGINT NOT NULL,
    update_id BIGINT NOT NULL,
    seen_at   BIGINT NOT NULL,
    PRIMARY KEY (bot_id, update_id)
);

-- Updates on disk that are not handled yet, in the order in which they were accepted. unfinished counts the tries since the
-- last one that ended by itself: those that a crash cut short.
CREATE TABLE waiting_update (
    position     BIGINT  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    bot_id       BIGINT NOT NULL,
    lane         TEXT    NOT NULL,
    update_id    BIGINT NOT NULL,
    kind         TEXT    NOT NULL,
    received_at  BIGINT NOT NULL,
    expires_at   BIGINT NOT NULL,
    attempts     INTEGER NOT NULL,
    unfinished   INTEGER NOT NULL,
    last_failure TEXT,
    body         BYTEA    NOT NULL
);
CREATE INDEX waiting_update_lane ON waiting_update (bot_id, lane, position);

-- One row per lane that has updates waiting. A lane may be claimed from due_at on; a claim moves due_at to the end of its lease.
CREATE TABLE inbox_lane (
    bot_id BIGINT NOT NULL,
    lane   TEXT    NOT NULL,
    due_at BIGINT NOT NULL,
    owner  TEXT,
    PRIMARY KEY (bot_id, lane)
);
CREATE INDEX inbox_lane_due ON inbox_lane (bot_id, due_at);

-- Updates that will never be handled unless an operator says so. An update so broken that it has no id has a null there.
CREATE TABLE dead_letter (
    reference   TEXT    NOT NULL PRIMARY KEY,
    bot_id      BIGINT NOT NULL,
    update_id   BIGINT,
    kind        TEXT    NOT NULL,
    reason      TEXT    NOT NULL,
    attempts    INTEGER NOT NULL,
    received_at BIGINT NOT NULL,
    died_at     BIGINT NOT NULL,
    body        BYTEA    NOT NULL
);
CREATE INDEX dead_letter_update ON dead_letter (bot_id, update_id);

-- Which process may do what only one may do at a time.
CREATE TABLE process_lease (
    name        TEXT    NOT NULL PRIMARY KEY,
    owner       TEXT    NOT NULL,
    lease_until BIGINT NOT NULL
);

-- What intake remembers between starts, such as the webhook it set.
CREATE TABLE ingress_memory (
    bot_id BIGINT NOT NULL,
    name   TEXT    NOT NULL,
    value  TEXT    NOT NULL,
    PRIMARY KEY (bot_id, name)
);
