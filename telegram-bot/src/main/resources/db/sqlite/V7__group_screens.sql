-- Whose screen a message in a group is: in a group anybody can press.
CREATE TABLE group_screen (
    chat_id    INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    thread_id  INTEGER NOT NULL,
    person_id  INTEGER NOT NULL,
    name       TEXT NOT NULL,
    sent_at    INTEGER NOT NULL,
    PRIMARY KEY (chat_id, message_id)
);
CREATE INDEX group_screen_age ON group_screen (sent_at);
