package dev.basegram.bot.chat.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;

/** The texts of every language, read once from {@code messages/CODE.properties}. */
final class Messages {
    private static final Map<Language, Map<Phrase, MessageTemplate>> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, read(language));
        }
    }

    private Messages() {}

    static MessageTemplate get(Language language, Phrase phrase) {
        MessageTemplate template = templates(language).get(phrase);
        if (template == null) {
            throw new IllegalStateException("no text for " + phrase.key() + " in " + language.code());
        }
        return template;
    }

    static Map<Phrase, MessageTemplate> templates(Language language) {
        return java.util.Objects.requireNonNull(ALL.get(language));
    }

    /** Returns the keys and texts of a language's file as they stand. */
    static Properties file(Language language) {
        String name = "messages/" + language.code() + ".properties";
        try (InputStream bytes = Messages.class.getClassLoader().getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IllegalStateException("resource " + name + " is missing");
            }
            Properties properties = new Properties();
            Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8);
            properties.load(text);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static Map<Phrase, MessageTemplate> read(Language language) {
        Properties file = file(language);
        Map<Phrase, MessageTemplate> templates = new EnumMap<>(Phrase.class);
        for (Phrase phrase : Phrase.values()) {
            String text = file.getProperty(phrase.key());
            if (text != null) {
                templates.put(phrase, MessageTemplate.parse(text));
            }
        }
        return templates;
    }
}
