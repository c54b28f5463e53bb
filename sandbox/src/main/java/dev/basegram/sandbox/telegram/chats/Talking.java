package dev.basegram.sandbox.telegram.chats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.telegram.ActOutcome;
import dev.basegram.sandbox.telegram.Person;
import dev.basegram.sandbox.telegram.PersonAct;
import dev.basegram.sandbox.telegram.files.Media;
import dev.basegram.sandbox.telegram.files.MediaKind;
import dev.basegram.sandbox.telegram.files.StoredMedia;
import dev.basegram.sandbox.telegram.markup.FormattedText;
import dev.basegram.sandbox.telegram.markup.TextParams;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** People sending messages. */
final class Talking {
    private Talking() {}

    static ActOutcome text(Bot bot, Chat chat, Person person, PersonAct.Text act) {
        FormattedText text = TextParams.plain(act.text());
        if (text.text().isEmpty()) {
            return new ActOutcome.Refused("A message needs a text");
        }
        if (text.text().length() > TextParams.MAX_TEXT) {
            return new ActOutcome.Refused("The text has " + text.text().length() + " characters: Telegram's apps cut it"
                    + " into messages of " + TextParams.MAX_TEXT);
        }
        return new Incoming(bot, chat, person)
                .replyingTo(act.replyTo())
                .inTopic(act.topic())
                .send(message -> text.putInto(message, "text", "entities"));
    }

    static ActOutcome upload(Bot bot, Chat chat, Person person, PersonAct.Upload act) {
        Optional<MediaKind> kind = MediaKind.of(act.kind());
        if (kind.isEmpty()) {
            return new ActOutcome.Refused("No file kind \"" + act.kind() + "\": use for example photo or document");
        }
        String name = act.name() == null || act.name().isBlank() ? kind.get().field() : act.name();
        String mimeType = act.mimeType() != null ? act.mimeType() : Media.mimeType(kind.get(), name);
        Long claimed = act.size();
        long size = claimed == null ? act.content().length() : claimed;
        StoredMedia media = bot.files().add(kind.get(), name, mimeType, act.content(), size);
        FormattedText caption = TextParams.plain(act.caption() == null ? "" : act.caption());
        return new Incoming(bot, chat, person)
                .replyingTo(act.replyTo())
                .inTopic(act.topic())
                .send(message -> {
                    if (act.album() != null) {
                        message.put("media_group_id", albumId(act.album()));
                    }
                    Media.putInto(message, bot.files(), media);
                    caption.putInto(message, "caption", "caption_entities");
                });
    }

    static ActOutcome contact(Bot bot, Chat chat, Person person, PersonAct.ShareContact act) {
        Person shared =
                act.of() == null ? null : bot.directory().person(act.of()).orElse(null);
        if (act.of() != null && shared == null) {
            return new ActOutcome.Refused("No person has the id " + act.of() + ": nobody to share");
        }
        String phone = phone(act, shared);
        if (phone == null) {
            return new ActOutcome.Refused("A contact needs a phone number");
        }
        return new Incoming(bot, chat, person).send(message -> putContact(message, phone, shared));
    }

    private static @Nullable String phone(PersonAct.ShareContact act, @Nullable Person shared) {
        return act.phone() != null || shared == null ? act.phone() : shared.phone();
    }

    private static void putContact(ObjectNode message, String phone, @Nullable Person shared) {
        ObjectNode contact = message.putObject("contact").put("phone_number", phone);
        contact.put("first_name", shared == null ? "Somebody" : shared.firstName());
        if (shared != null) {
            if (shared.lastName() != null) {
                contact.put("last_name", shared.lastName());
            }
            contact.put("user_id", shared.id());
        }
    }

    static ActOutcome location(Bot bot, Chat chat, Person person, PersonAct.ShareLocation act) {
        return new Incoming(bot, chat, person)
                .send(message -> message.putObject("location")
                        .put("latitude", act.latitude())
                        .put("longitude", act.longitude()));
    }

    static ActOutcome sticker(Bot bot, Chat chat, Person person, PersonAct.Sticker act) {
        Buffer content = Buffer.buffer(act.emoji().getBytes(StandardCharsets.UTF_8));
        StoredMedia media = bot.files().add(MediaKind.STICKER, "sticker.webp", "image/webp", content, content.length());
        return new Incoming(bot, chat, person).send(message -> {
            Media.putInto(message, bot.files(), media);
            ((ObjectNode) message.get("sticker")).put("emoji", act.emoji()).put("set_name", "SandboxSet");
        });
    }

    static ActOutcome forward(Bot bot, Chat chat, Person person, PersonAct.Forward act) {
        Optional<Message> source = bot.chat(act.fromChat()).flatMap(from -> from.message(act.message()));
        if (source.isEmpty()) {
            return new ActOutcome.Refused("There is no message " + act.message() + " in chat " + act.fromChat());
        }
        return new Incoming(bot, chat, person).send(message -> Copies.forwardInto(source.get(), message));
    }

    static ActOutcome webAppData(Bot bot, Chat chat, Person person, PersonAct.WebAppData act) {
        return new Incoming(bot, chat, person)
                .send(message -> message.putObject("web_app_data")
                        .put("data", act.data())
                        .put("button_text", act.buttonText()));
    }

    static ActOutcome raw(Bot bot, Chat chat, Person person, PersonAct.Raw act) {
        return new Incoming(bot, chat, person)
                .send(message ->
                        act.fields().properties().forEach(field -> message.set(field.getKey(), field.getValue())));
    }

    static ActOutcome openTopic(Bot bot, Chat chat, Person person, String name) {
        if (!chat.isForum()) {
            return new ActOutcome.Refused("The group " + chat.id() + " is no forum: it has no topics");
        }
        int thread = bot.nextMessageId(chat);
        chat.topics().put(thread, name);
        ActOutcome created = new Incoming(bot, chat, person)
                .asService()
                .inTopic(thread)
                .send(message -> message.putObject("forum_topic_created")
                        .put("name", name)
                        .put("icon_color", 0x6FB9F0));
        return created instanceof ActOutcome.Done done ? new ActOutcome.Done(thread, null, done.updateIds()) : created;
    }

    private static String albumId(String album) {
        return String.valueOf(13_000_000_000_000_000L + Integer.toUnsignedLong(album.hashCode()));
    }
}
