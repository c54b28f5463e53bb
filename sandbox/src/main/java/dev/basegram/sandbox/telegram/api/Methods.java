package dev.basegram.sandbox.telegram.api;

import dev.basegram.sandbox.telegram.chats.Bot;
import dev.basegram.sandbox.telegram.wire.Answer;
import dev.basegram.sandbox.telegram.wire.Params;
import dev.basegram.sandbox.telegram.wire.Refusal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The methods by name, in any case. */
final class Methods {
    private final Map<String, ApiMethod> methods = new HashMap<>();

    Methods() {
        WebhookMethods.addTo(this);
        ProfileMethods.addTo(this);
        CommandMethods.addTo(this);
        SendMethods.addTo(this);
        FileMethods.addTo(this);
        AlbumMethods.addTo(this);
        CopyMethods.addTo(this);
        PollMethods.addTo(this);
        EditMethods.addTo(this);
        MessageMethods.addTo(this);
        QueryMethods.addTo(this);
        ChatMethods.addTo(this);
        MemberMethods.addTo(this);
        TopicMethods.addTo(this);
    }

    /** Adds a method under its name. */
    Methods add(String name, ApiMethod method) {
        methods.put(name.toLowerCase(Locale.ROOT), method);
        return this;
    }

    /** Answers a call of a method, as an error when it is refused. */
    Answer call(String name, Bot bot, Params params) {
        ApiMethod method = methods.get(name.toLowerCase(Locale.ROOT));
        if (method == null) {
            return new Answer.Failed(404, "Not Found: method not found", null);
        }
        try {
            synchronized (bot) {
                return method.call(bot, params);
            }
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }
}
