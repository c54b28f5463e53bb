-- Whose screen a message in a group is: in a group anybody can press.
CREATE TABLE group_screen (
    chat_id    BIGINT NOT NULL,
    message_id BIGINT NOT NULL,
    thread_id  BIGINT NOT NULL,
    person_id  BIGINT NOT NULL,
    name       TEXT NOT NULL,
    sent_at    BIGINT NOT NULL,
    PRIMARY KEY (chat_id, message_id)
);
CREATE INDEX group_screen_age ON group_screen (sent_at);
