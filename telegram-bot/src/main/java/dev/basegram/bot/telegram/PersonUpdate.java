package dev.basegram.bot.telegram;

/**
 * One update that a person caused.
 *
 * @param person who did it
 * @param chat where the answer goes
 * @param messageId the message it came in; 0 where there is none
 * @param forwardedAt when it was forwarded here, in seconds since 1970; 0 for what was not forwarded
 */
public record PersonUpdate(
        long updateId, Person person, ChatAddress chat, int messageId, PersonInput input, long forwardedAt) {}
