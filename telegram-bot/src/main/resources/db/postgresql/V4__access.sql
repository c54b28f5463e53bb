-- People whom the bot knows by more than their asking: role, tables they were let into, their own record in the base.
CREATE TABLE member (
    person_id  BIGINT NOT NULL PRIMARY KEY,
    name       TEXT   NOT NULL,
    role       TEXT   NOT NULL,
    blocked    INTEGER NOT NULL DEFAULT 0,
    phone      TEXT,
    own_table  TEXT,
    own_record TEXT,
    tables     TEXT,
    invited_by BIGINT,
    joined_at  BIGINT NOT NULL
);
CREATE INDEX member_role ON member (role);

-- One rule per table and role; without one there is no access.
CREATE TABLE access_rule (
    table_id   TEXT    NOT NULL,
    role       TEXT    NOT NULL,
    may_see    INTEGER NOT NULL,
    may_add    INTEGER NOT NULL,
    may_edit   INTEGER NOT NULL,
    may_delete INTEGER NOT NULL,
    row_kind   TEXT    NOT NULL,
    row_value  TEXT,
    hidden     TEXT    NOT NULL,
    editable   TEXT,
    required   TEXT    NOT NULL,
    form_order TEXT    NOT NULL,
    PRIMARY KEY (table_id, role)
);

-- Links that let people in. The token itself is in the link alone; here is its hash.
CREATE TABLE invite (
    token_hash TEXT    NOT NULL PRIMARY KEY,
    role       TEXT    NOT NULL,
    tables     TEXT,
    uses_left  INTEGER NOT NULL,
    expires_at BIGINT NOT NULL,
    created_by BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);

-- Who came in by which link: the same person again costs no use.
CREATE TABLE invite_use (
    token_hash TEXT   NOT NULL,
    person_id  BIGINT NOT NULL,
    used_at    BIGINT NOT NULL,
    PRIMARY KEY (token_hash, person_id)
);

-- The one-time links that make an owner.
CREATE TABLE owner_claim (
    token_hash TEXT   NOT NULL PRIMARY KEY,
    expires_at BIGINT NOT NULL,
    claimed_by BIGINT,
    claimed_at BIGINT
);

-- People who asked to be let in; one question per person until it is answered.
CREATE TABLE access_request (
    person_id BIGINT NOT NULL PRIMARY KEY,
    name      TEXT   NOT NULL,
    asked_at  BIGINT NOT NULL,
    answer    TEXT
);

-- Records that a person made here, for rules that let them see what they sent.
CREATE TABLE sent_record (
    person_id BIGINT NOT NULL,
    table_id  TEXT   NOT NULL,
    record_id TEXT   NOT NULL,
    PRIMARY KEY (person_id, table_id, record_id)
);

-- Who changed what. Values are as the card showed them.
CREATE TABLE audit_entry (
    change_key  TEXT   NOT NULL,
    field_id    TEXT   NOT NULL,
    at          BIGINT NOT NULL,
    person_id   BIGINT NOT NULL,
    person_name TEXT   NOT NULL,
    operation   TEXT   NOT NULL,
    table_id    TEXT   NOT NULL,
    record_id   TEXT   NOT NULL,
    old_value   TEXT,
    new_value   TEXT,
    PRIMARY KEY (change_key, field_id)
);
CREATE INDEX audit_entry_time ON audit_entry (at);
CREATE INDEX audit_entry_record ON audit_entry (table_id, record_id, at);
