package dev.basegram.sandbox.telegram.chats;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.telegram.ChatView;
import dev.basegram.sandbox.telegram.GroupChat;
import dev.basegram.sandbox.telegram.Person;
import dev.basegram.sandbox.telegram.wire.Json;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One chat of one bot, private or a group, and what is shown in it. Guarded by its {@link Bot}. */
public final class Chat {
    private static final int MAX_MESSAGES = 10_000;
    private static final int MAX_TOASTS = 20;

    private final long id;
    private final String type;
    private final @Nullable Person person;
    private final LinkedHashMap<Integer, Message> messages = new LinkedHashMap<>();
    private final Deque<Integer> pinned = new ArrayDeque<>();
    private final List<ChatView.Toast> toasts = new ArrayList<>();
    private final Map<Integer, String> topics = new LinkedHashMap<>();
    private final Map<Integer, Map<Long, ArrayNode>> reactions = new HashMap<>();
    private final Map<Integer, String> inlineIds = new HashMap<>();
    private final Members members;
    private String title;
    private String description = "";
    private boolean forum;
    private int lastMessageId;

    boolean started;
    boolean blocked;

    @Nullable
    Long migratedTo;

    @Nullable
    ObjectNode replyKeyboard;

    @Nullable
    String action;

    @Nullable
    Instant actionUntil;

    @Nullable
    String draft;

    @Nullable
    Instant draftUntil;

    Chat(Person person, boolean started) {
        this.id = person.id();
        this.type = "private";
        this.person = person;
        this.title = person.fullName();
        this.started = started;
        this.members = new Members();
    }

    Chat(GroupChat group) {
        this.id = group.id();
        this.type = group.type();
        this.person = null;
        this.title = group.title();
        this.forum = group.forum();
        this.started = true;
        this.members = new Members(group);
    }

    /** Returns the id. */
    public long id() {
        return id;
    }

    /** Returns {@code private}, {@code group}, {@code supergroup} or {@code channel}. */
    public String type() {
        return type;
    }

    /** Says whether it is the private chat with one person. */
    public boolean isPrivate() {
        return person != null;
    }

    /** Says whether it has topics. */
    public boolean isForum() {
        return forum;
    }

    /** Returns who is in it. */
    public Members members() {
        return members;
    }

    /** Returns its open topics by thread id. */
    public Map<Integer, String> topics() {
        return topics;
    }

    /** Returns the title, or the person's name. */
    public String title() {
        return title;
    }

    /** Changes the title of a group. */
    public void rename(String newTitle) {
        title = newTitle;
    }

    /** Returns the description of a group. */
    public String description() {
        return description;
    }

    /** Changes the description of a group. */
    public void describe(String newDescription) {
        description = newDescription;
    }

    /** Returns the short {@code Chat} that messages carry. */
    public ObjectNode toJson() {
        if (person != null) {
            return Users.privateChat(person);
        }
        ObjectNode chat = Json.object().put("id", id).put("title", title).put("type", type);
        return forum ? chat.put("is_forum", true) : chat;
    }

    /** Returns the messages, oldest first. */
    public List<Message> messages() {
        return List.copyOf(messages.values());
    }

    /** Returns a message; empty when there is none of that id, or it was deleted. */
    public Optional<Message> message(int messageId) {
        return Optional.ofNullable(messages.get(messageId));
    }

    /** Puts a message in, or another state of it in its place. */
    void put(Message message) {
        messages.put(message.id(), message);
        if (messages.size() > MAX_MESSAGES) {
            messages.pollFirstEntry();
        }
    }

    /** Takes a message away, and says whether it was there. */
    public boolean delete(int messageId) {
        pinned.remove(messageId);
        return messages.remove(messageId) != null;
    }

    /** Returns the next message id of a supergroup or channel, which count for themselves. */
    int nextOwnMessageId() {
        return ++lastMessageId;
    }

    /** Returns the ids of pinned messages, the newest last. */
    public Deque<Integer> pinned() {
        return pinned;
    }

    /** Shows what the bot is doing until then, null for nothing. */
    public void show(@Nullable String newAction, Instant until) {
        action = newAction;
        actionUntil = until;
    }

    /** Shows what the bot is writing until then. */
    public void showDraft(String text, Instant until) {
        draft = text;
        draftUntil = until;
    }

    /** Sets someone's reactions to a message, and returns those before. */
    public ArrayNode react(int messageId, long who, ArrayNode reactions) {
        ArrayNode before = this.reactions
                .computeIfAbsent(messageId, id -> new LinkedHashMap<>())
                .put(who, reactions);
        return before == null ? Json.array() : before;
    }

    /** Returns the reactions to a message by who has reacted. */
    Map<Long, ArrayNode> reactions(int messageId) {
        return reactions.getOrDefault(messageId, Map.of());
    }

    /** Returns the {@code inline_message_id}s of messages that came from inline mode, by message id. */
    Map<Integer, String> inlineIds() {
        return inlineIds;
    }

    /** Shows the answer to a button press. */
    public void toast(ChatView.Toast toast) {
        toasts.add(toast);
        if (toasts.size() > MAX_TOASTS) {
            toasts.removeFirst();
        }
    }

    List<ChatView.Toast> toasts() {
        return List.copyOf(toasts);
    }
}
