package dev.basegram.sandbox.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A bot that has called, as its owner and its people see it.
 *
 * @param id the number in its token
 * @param me the Bot API's {@code User}
 * @param description what an empty chat shows
 * @param shortDescription what its profile shows
 * @param webhook the Bot API's {@code WebhookInfo}
 * @param chats ids of the chats with at least one message, the liveliest first
 * @param mode {@code webhook}, {@code polling} or {@code idle}, by what it does now
 */
public record BotView(
        long id,
        ObjectNode me,
        String description,
        String shortDescription,
        ObjectNode webhook,
        List<Long> chats,
        String mode) {}
