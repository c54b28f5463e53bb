package dev.basegram.bot.session;

/**
 * Whose session, and where: the same person in another chat or topic is in the middle of something else.
 *
 * @param threadId the topic; 0 outside topics
 */
public record SessionKey(long chatId, long threadId, long personId) {}
