package dev.basegram.sandbox.telegram.chats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.telegram.Person;
import dev.basegram.sandbox.telegram.wire.Json;

/** People and chats as the Bot API writes them. */
final class Users {
    private Users() {}

    /** Returns the {@code User}; only updates tell the language. */
    static ObjectNode user(Person person, boolean withLanguage) {
        ObjectNode user = Json.object().put("id", person.id()).put("is_bot", false);
        names(person, user);
        if (withLanguage && person.languageCode() != null) {
            user.put("language_code", person.languageCode());
        }
        return user;
    }

    /** Returns the private {@code Chat} with a person. */
    static ObjectNode privateChat(Person person) {
        ObjectNode chat = Json.object().put("id", person.id());
        names(person, chat);
        return chat.put("type", "private");
    }

    private static void names(Person person, ObjectNode into) {
        into.put("first_name", person.firstName());
        if (person.lastName() != null) {
            into.put("last_name", person.lastName());
        }
        if (person.username() != null) {
            into.put("username", person.username());
        }
    }
}
