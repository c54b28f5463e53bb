-- Calls made to Airtable, by month in UTC.
CREATE TABLE airtable_budget (
    base_id TEXT    NOT NULL,
    month   TEXT    NOT NULL,
    calls   INTEGER NOT NULL,
    PRIMARY KEY (base_id, month)
) WITHOUT ROWID;

-- Creations in tables without a key field: sent and perhaps done. What has no record yet is looked for before it is sent again.
CREATE TABLE airtable_creation (
    base_id   TEXT    NOT NULL,
    key       TEXT    NOT NULL,
    table_id  TEXT    NOT NULL,
    sent_at   INTEGER NOT NULL,
    record_id TEXT,
    PRIMARY KEY (base_id, key)
) WITHOUT ROWID;
CREATE INDEX airtable_creation_sent_at ON airtable_creation (base_id, table_id, sent_at);

-- Where the reading of a webhook's payloads has got to.
CREATE TABLE airtable_cursor (
    base_id    TEXT    NOT NULL,
    webhook_id TEXT    NOT NULL,
    cursor     INTEGER NOT NULL,
    PRIMARY KEY (base_id, webhook_id)
) WITHOUT ROWID;
