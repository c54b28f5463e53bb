package dev.basegram.sandbox.telegram.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what the server marks by itself: commands, mentions, hashtags, links and addresses. */
final class EntityFinder {
    private record Kind(String type, Pattern pattern) {}

    /** In order of precedence; where two overlap the earlier wins. */
    private static final List<Kind> KINDS = List.of(
            new Kind(
                    "email",
                    Pattern.compile("(?i)(?<![\\w.+-])[a-z0-9._+-]{1,64}@[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.[a-z]{2,}\\b")),
            new Kind(
                    "url",
                    Pattern.compile(
                            "(?iU)(?<![\\w@./])(?:https?://[^\\s<>\"']*[^\\s<>\"'.,;:!?)\\]]"
                                    + "|(?:[a-z0-9-]+\\.)+(?:com|org|net|io|dev|me|app|info|ch|de|uk|it|fr)\\b(?:/[^\\s<>\"']*[^\\s<>\"'.,;:!?)\\]])?)")),
            new Kind(
                    "bot_command",
                    Pattern.compile("(?<![\\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\\w/>])")),
            new Kind("mention", Pattern.compile("(?<![\\w@])@[A-Za-z][A-Za-z0-9_]{2,31}\\b")),
            new Kind("hashtag", Pattern.compile("(?U)(?<![\\w#])#(?=\\w*\\p{L})\\w{1,255}")),
            new Kind("cashtag", Pattern.compile("(?<![\\w$])\\$[A-Z]{3,8}\\b")));

    private EntityFinder() {}

    /** Returns what is found outside the given entities that leave no room for it: code and links. */
    static List<Entity> find(String text, List<Entity> given) {
        List<Entity> taken =
                new ArrayList<>(given.stream().filter(EntityFinder::isClosed).toList());
        List<Entity> found = new ArrayList<>();
        for (Kind kind : KINDS) {
            if (!mayHold(text, kind.type())) {
                continue;
            }
            Matcher matcher = kind.pattern().matcher(text);
            while (matcher.find()) {
                Entity entity = new Entity(kind.type(), matcher.start(), matcher.end() - matcher.start(), null);
                if (taken.stream().noneMatch(other -> overlap(entity, other))) {
                    found.add(entity);
                    taken.add(entity);
                }
            }
        }
        return found;
    }

    /** A look at the one character without which a pattern cannot match: most texts hold none of them. */
    private static boolean mayHold(String text, String type) {
        return text.indexOf(
                        switch (type) {
                            case "email", "mention" -> '@';
                            case "url" -> '.';
                            case "bot_command" -> '/';
                            case "hashtag" -> '#';
                            default -> '$';
                        })
                >= 0;
    }

    private static boolean isClosed(Entity entity) {
        return entity.isCode()
                || entity.type().equals("text_link")
                || entity.type().equals("text_mention");
    }

    private static boolean overlap(Entity one, Entity other) {
        return one.offset() < other.end() && other.offset() < one.end();
    }
}
