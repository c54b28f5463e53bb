package dev.basegram.sandbox.telegram.chats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.telegram.GroupChat;
import dev.basegram.sandbox.telegram.wire.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is in a group, and as what. Guarded by the {@link Bot}. */
public final class Members {
    private static final List<String> RIGHTS = List.of(
            "can_be_edited",
            "can_manage_chat",
            "can_change_info",
            "can_delete_messages",
            "can_invite_users",
            "can_restrict_members",
            "can_pin_messages",
            "can_manage_topics",
            "can_promote_members",
            "can_manage_video_chats",
            "can_post_stories",
            "can_edit_stories",
            "can_delete_stories",
            "is_anonymous");

    private final Map<Long, String> statuses = new LinkedHashMap<>();
    private String botStatus = "member";

    Members() {}

    Members(GroupChat group) {
        group.members().forEach(member -> statuses.put(member, "member"));
        for (int i = 0; i < group.administrators().size(); i++) {
            statuses.put(group.administrators().get(i), i == 0 ? "creator" : "administrator");
        }
        botStatus = group.botIsAdministrator() ? "administrator" : group.botIsMember() ? "member" : "left";
    }

    /** Returns {@code creator}, {@code administrator}, {@code member}, {@code left} or {@code kicked}. */
    public String status(long person) {
        return statuses.getOrDefault(person, "left");
    }

    /** Changes the standing of a person. */
    public void set(long person, String status) {
        statuses.put(person, status);
    }

    /** Returns the bot's own standing. */
    public String botStatus() {
        return botStatus;
    }

    /** Changes the bot's own standing. */
    public void setBot(String status) {
        botStatus = status;
    }

    /** Says whether the bot is in the group. */
    public boolean hasBot() {
        return !botStatus.equals("left") && !botStatus.equals("kicked");
    }

    /** Says whether a person is in the group. */
    public boolean has(long person) {
        String status = status(person);
        return !status.equals("left") && !status.equals("kicked");
    }

    /** Returns the people who are in the group. */
    public List<Long> present() {
        return statuses.keySet().stream().filter(this::has).toList();
    }

    /** Returns the people who are administrators, the creator among them. */
    public List<Long> administrators() {
        return statuses.keySet().stream()
                .filter(person ->
                        status(person).equals("creator") || status(person).equals("administrator"))
                .toList();
    }

    /** Takes over everyone of another group, as a migration does. */
    void takeOver(Members other) {
        statuses.putAll(other.statuses);
        botStatus = other.botStatus;
    }

    /** Returns the {@code ChatMember} for a standing. */
    public static ObjectNode toJson(ObjectNode user, String status) {
        ObjectNode member = Json.object();
        member.set("user", user);
        member.put("status", status);
        switch (status) {
            case "creator" -> member.put("is_anonymous", false);
            case "administrator" -> RIGHTS.forEach(right -> member.put(right, hasByDefault(right)));
            case "kicked" -> member.put("until_date", 0);
            default -> {}
        }
        return member;
    }

    private static boolean hasByDefault(String right) {
        return switch (right) {
            case "can_be_edited", "can_promote_members", "is_anonymous" -> false;
            default -> true;
        };
    }
}
