package dev.basegram.sandbox.control;

import dev.basegram.sandbox.telegram.PersonAct;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns a request into the acts it asks for. */
final class SendActs {
    private final SendRequest request;
    private final long chat;
    private final long from;
    private final Map<String, Supplier<List<PersonAct>>> asked = new LinkedHashMap<>();

    private SendActs(SendRequest request, long chat, long from) {
        this.request = request;
        this.chat = chat;
        this.from = from;
    }

    /**
     * Returns the acts: one, or one for each part of an album.
     *
     * @throws jakarta.ws.rs.WebApplicationException 400 that names what is missing or too much
     */
    static List<PersonAct> of(SendRequest request) {
        Long chat = request.chat() == null ? request.from() : request.chat();
        if (chat == null) {
            throw Refusal.badRequest("\"chat\" is missing: use a person's id such as 1001, or a group's");
        }
        Long from = request.from() == null && chat > 0 ? chat : request.from();
        if (from == null) {
            throw Refusal.badRequest("\"from\" is missing: say which person acts in the group, such as 1001");
        }
        return new SendActs(request, chat, from).acts();
    }

    private List<PersonAct> acts() {
        messages();
        changes();
        rest();
        if (asked.isEmpty()) {
            throw Refusal.badRequest("Nothing to do: add \"text\", \"press\", \"file\" or another act");
        }
        if (asked.size() > 1) {
            throw Refusal.badRequest("One act at a time, but " + String.join(" and ", asked.keySet()) + " are given");
        }
        return asked.values().iterator().next().get();
    }

    private void messages() {
        UploadActs uploads = new UploadActs(chat, from, request.replyTo(), request.topic());
        one("text", request.text(), text -> new PersonAct.Text(chat, from, text, request.replyTo(), request.topic()));
        one("file", request.file(), uploads::single);
        several("files", request.files(), uploads::album);
        one("contact", request.contact(), this::contact);
        one(
                "location",
                request.location(),
                at -> new PersonAct.ShareLocation(
                        chat,
                        from,
                        need("location.latitude", at.latitude()),
                        need("location.longitude", at.longitude())));
        one("sticker", request.sticker(), emoji -> new PersonAct.Sticker(chat, from, emoji));
        one(
                "forward",
                request.forward(),
                forward -> new PersonAct.Forward(
                        chat,
                        from,
                        need("forward.fromChat", forward.fromChat()),
                        need("forward.message", forward.message())));
        one(
                "webApp",
                request.webApp(),
                app -> new PersonAct.WebAppData(
                        chat, from, need("webApp.data", app.data()), need("webApp.button", app.button())));
        one("raw", request.raw(), fields -> new PersonAct.Raw(chat, from, fields));
    }

    private void changes() {
        one("press", request.press(), this::press);
        one(
                "edit",
                request.edit(),
                edit -> new PersonAct.Edit(
                        chat, from, need("edit.message", edit.message()), need("edit.text", edit.text())));
        one("delete", request.delete(), message -> new PersonAct.Delete(chat, from, message));
        one(
                "react",
                request.react(),
                reaction ->
                        new PersonAct.React(chat, from, need("react.message", reaction.message()), reaction.emoji()));
        one(
                "vote",
                request.vote(),
                vote -> new PersonAct.Vote(
                        chat, from, need("vote.message", vote.message()), need("vote.options", vote.options())));
    }

    private void rest() {
        one("block", request.block(), block -> block ? new PersonAct.Block(from) : new PersonAct.Unblock(from));
        one(
                "inline",
                request.inline(),
                query -> new PersonAct.InlineQuery(
                        from,
                        orElse(query.query(), ""),
                        orElse(query.offset(), ""),
                        orElse(query.chatType(), "sender")));
        one(
                "choose",
                request.choose(),
                choice -> new PersonAct.ChooseInlineResult(
                        chat, from, need("choose.query", choice.query()), need("choose.result", choice.result())));
        one("members", request.members(), this::members);
        one("openTopic", request.openTopic(), name -> new PersonAct.OpenTopic(chat, from, name));
        one("migrate", Boolean.TRUE.equals(request.migrate()) ? true : null, yes -> new PersonAct.Migrate(chat, from));
    }

    private PersonAct press(SendRequest.Press press) {
        if (press.label() != null && press.data() != null) {
            throw Refusal.badRequest("\"press.data\" and \"press.label\" are both given: use one of them");
        }
        if (press.label() != null) {
            return new PersonAct.PressLabel(chat, from, press.message(), press.label());
        }
        return new PersonAct.Press(
                chat,
                from,
                need("press.message", press.message()),
                need("press.data", press.data()),
                Boolean.TRUE.equals(press.forged()));
    }

    private PersonAct contact(SendRequest.Contact contact) {
        boolean ofNobody = contact.of() == null && contact.phone() != null;
        Long of = contact.of() == null ? Long.valueOf(from) : contact.of();
        return new PersonAct.ShareContact(chat, from, ofNobody ? null : of, contact.phone());
    }

    private PersonAct members(SendRequest.Members members) {
        return switch (need("members.change", members.change())) {
            case "add" -> new PersonAct.AddMember(chat, from, members.who());
            case "remove" -> new PersonAct.RemoveMember(chat, from, members.who());
            case "promote" -> new PersonAct.Promote(chat, from, members.who(), true);
            case "demote" -> new PersonAct.Promote(chat, from, members.who(), false);
            default ->
                throw Refusal.badRequest(
                        "\"members.change\" is \"" + members.change() + "\": use add, remove, promote or demote");
        };
    }

    private <T> void one(String name, @Nullable T given, Function<T, PersonAct> act) {
        several(name, given, value -> List.of(act.apply(value)));
    }

    private <T> void several(String name, @Nullable T given, Function<T, List<PersonAct>> acts) {
        if (given != null) {
            asked.put(name, () -> acts.apply(given));
        }
    }

    private static String orElse(@Nullable String given, String otherwise) {
        return given == null ? otherwise : given;
    }

    private static <T> T need(String name, @Nullable T value) {
        if (value == null) {
            throw Refusal.badRequest("\"" + name + "\" is missing");
        }
        return value;
    }
}
