package dev.basegram.sandbox.telegram;

import java.util.List;

/**
 * A group that people and bots can be in.
 *
 * @param id negative; a supergroup's or channel's begins with {@code -100}
 * @param type {@code group}, {@code supergroup} or {@code channel}
 * @param title never blank
 * @param forum whether it has topics; only a supergroup can
 * @param members ids of the people in it
 * @param administrators ids of the members who are administrators; the first is the creator
 * @param botIsMember whether each bot that meets the group is in it
 * @param botIsAdministrator whether it is an administrator there, and so sees every message
 */
public record GroupChat(
        long id,
        String type,
        String title,
        boolean forum,
        List<Long> members,
        List<Long> administrators,
        boolean botIsMember,
        boolean botIsAdministrator) {

    /** The group that every sandbox starts with: all three people, the owner administrates. */
    public static final GroupChat DEFAULT = new GroupChat(
            -1001000000001L,
            "supergroup",
            "Workshop crew",
            false,
            List.of(1001L, 1002L, 1003L),
            List.of(1001L),
            true,
            false);

    /**
     * Checks the shape.
     *
     * @throws IllegalArgumentException naming the value
     */
    public GroupChat {
        if (id >= 0) {
            throw new IllegalArgumentException("A group's id is " + id + ": use a negative one");
        }
        if (!List.of("group", "supergroup", "channel").contains(type)) {
            throw new IllegalArgumentException("No chat type \"" + type + "\": use group, supergroup or channel");
        }
        if (title == null || title.isBlank()) {
            throw new IllegalArgumentException("A group needs a title");
        }
        members = List.copyOf(members);
        administrators = List.copyOf(administrators);
    }
}
