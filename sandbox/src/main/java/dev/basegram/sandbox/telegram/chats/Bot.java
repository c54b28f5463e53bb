package dev.basegram.sandbox.telegram.chats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.telegram.GroupChat;
import dev.basegram.sandbox.telegram.Person;
import dev.basegram.sandbox.telegram.delivery.Mailbox;
import dev.basegram.sandbox.telegram.delivery.UpdateKind;
import dev.basegram.sandbox.telegram.files.FileStore;
import dev.basegram.sandbox.telegram.wire.Json;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A bot and its Telegram: its chats, files, updates and profile. Its monitor guards all of them; hold it for a whole call
 * or act. The mailbox has its own and is only ever entered while this one is held or free, never the other way round.
 */
public final class Bot {
    private final Directory directory;
    private final Clock clock;
    private final Mailbox mailbox;
    private final Changes changes;
    private final FileStore files;
    private final SendingLimits limits;
    private final BotProfile profile = new BotProfile();
    private final Queries queries;
    private final Map<Long, Chat> chats = new HashMap<>();
    private volatile long id;
    private int lastMessageId;
    private long lastQueryNumber;

    Bot(
            long id,
            Directory directory,
            Clock clock,
            SendingLimits limits,
            Changes changes,
            long salt,
            Function<Bot, Mailbox> mailboxOf) {
        this.id = id;
        this.directory = directory;
        this.clock = clock;
        this.limits = limits;
        this.changes = changes;
        this.files = new FileStore(clock, salt);
        this.queries = new Queries(clock);
        this.mailbox = mailboxOf.apply(this);
    }

    /** Told when something visible in a chat has changed; must not block. */
    public interface Changes {
        /** A change of a kind, such as {@code message}, in a chat. */
        void changed(long chat, String kind);
    }

    /** Returns the number in its token. */
    public long id() {
        return id;
    }

    /** Gives the bot its number, which is not known before its first call. */
    void adopt(long number) {
        id = number;
    }

    /** Returns its updates. */
    public Mailbox mailbox() {
        return mailbox;
    }

    /** Returns its files. */
    public FileStore files() {
        return files;
    }

    /** Returns what it tells about itself. */
    public BotProfile profile() {
        return profile;
    }

    /** Returns the queries that wait for an answer. */
    public Queries queries() {
        return queries;
    }

    /** Returns the people and groups there are. */
    public Directory directory() {
        return directory;
    }

    /** Returns what may hold back its sending. */
    SendingLimits limits() {
        return limits;
    }

    /** Returns the time in whole seconds since 1970. */
    public long now() {
        return clock.instant().getEpochSecond();
    }

    /** Returns the clock. */
    public Clock clock() {
        return clock;
    }

    /** Returns its username, without {@code @}. */
    public String username() {
        return "sandbox_" + id + "_bot";
    }

    /** Returns the {@code User} that messages carry. */
    public ObjectNode user() {
        String name = profile.text("name", "");
        return Json.object()
                .put("id", id)
                .put("is_bot", true)
                .put("first_name", name.isEmpty() ? "Sandbox Bot" : name)
                .put("username", username());
    }

    /** Returns the chat of that id, opened when need be; empty when neither a person nor a group has it. */
    public Optional<Chat> chat(long chatId) {
        Chat open = chats.get(chatId);
        if (open != null) {
            return Optional.of(open);
        }
        Optional<Chat> created = directory
                .person(chatId)
                .map(person -> new Chat(person, directory.hasStarted(chatId)))
                .or(() -> directory.group(chatId).map(Chat::new));
        created.ifPresent(chat -> chats.put(chatId, chat));
        return created;
    }

    /** Opens a group that is in no directory, as a migration makes one. */
    Chat open(GroupChat group) {
        directory.register(group);
        Chat chat = new Chat(group);
        chats.put(group.id(), chat);
        return chat;
    }

    /** Returns the chats with at least one message, the liveliest first. */
    public List<Long> livelyChats() {
        List<Chat> lively = new ArrayList<>(chats.values().stream()
                .filter(chat -> !chat.messages().isEmpty())
                .toList());
        lively.sort(Comparator.comparingLong(
                        (Chat chat) -> chat.messages().getLast().date())
                .reversed());
        return lively.stream().map(Chat::id).toList();
    }

    /** Returns the open chats. */
    Collection<Chat> openChats() {
        return chats.values();
    }

    /** Returns the next message id in a chat. Private chats and small groups share one count, as with Telegram. */
    int nextMessageId(Chat chat) {
        boolean own = chat.type().equals("supergroup") || chat.type().equals("channel");
        return own ? chat.nextOwnMessageId() : ++lastMessageId;
    }

    /** Returns a new query id: opaque digits, not in sequence. */
    String nextQueryId() {
        long number = ++lastQueryNumber;
        return String.valueOf(4_000_000_000_000_000_000L + (number * 7_919_317L) % 900_000_000_000_000_000L);
    }

    /** Returns the id of a new album. */
    public String nextGroupId() {
        return String.valueOf(13_500_000_000_000_000L + ++lastQueryNumber * 104_729L);
    }

    /** Tells that something visible in a chat has changed. */
    public void changed(Chat chat, String kind) {
        changes.changed(chat.id(), kind);
    }

    /** Puts an update on its way; empty when the bot does not want its kind. */
    OptionalInt update(UpdateKind kind, ObjectNode content) {
        return mailbox.add(kind, content);
    }

    /** Returns the {@code User} of a person; of a bare id for someone unknown. */
    public ObjectNode userOf(long person) {
        Person known = directory.person(person).orElse(null);
        return known == null ? bareUser(person) : Users.user(known, false);
    }

    /** Returns the person's language; null when not known. */
    @Nullable
    String languageOf(long person) {
        return directory.person(person).map(Person::languageCode).orElse(null);
    }

    private ObjectNode bareUser(long person) {
        return person == id
                ? user()
                : Json.object().put("id", person).put("is_bot", false).put("first_name", "");
    }
}
