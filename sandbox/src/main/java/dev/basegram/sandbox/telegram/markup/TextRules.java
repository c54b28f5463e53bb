package dev.basegram.sandbox.telegram.markup;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the server does to every formatted text: trims it, joins and cuts entities, adds those it finds. */
final class TextRules {
    private TextRules() {}

    static FormattedText apply(FormattedText parsed) {
        FormattedText trimmed = trim(parsed);
        List<Entity> entities = new ArrayList<>(withoutStyledCode(joinStyles(trimmed.entities())));
        entities.addAll(EntityFinder.find(trimmed.text(), entities));
        entities.sort(Entity.ORDER);
        return new FormattedText(trimmed.text(), entities);
    }

    private static FormattedText trim(FormattedText parsed) {
        String clean = parsed.text();
        int firstEntity =
                parsed.entities().stream().mapToInt(Entity::offset).min().orElse(clean.length());
        int begin = 0;
        while (begin < firstEntity && isBlank(clean.charAt(begin))) {
            begin++;
        }
        int end = clean.length();
        while (end > begin && isBlank(clean.charAt(end - 1))) {
            end--;
        }
        List<Entity> entities = new ArrayList<>();
        for (Entity entity : parsed.entities()) {
            int newEnd = Math.min(entity.end(), end);
            if (newEnd > entity.offset()) {
                entities.add(entity.at(entity.offset() - begin, newEnd - entity.offset()));
            }
        }
        return new FormattedText(clean.substring(begin, end).replace("\r", ""), entities);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
    }

    /** Pieces of one style that touch or overlap become one. */
    private static List<Entity> joinStyles(List<Entity> entities) {
        List<Entity> sorted = new ArrayList<>(new LinkedHashSet<>(entities));
        sorted.sort(Entity.ORDER);
        List<Entity> joined = new ArrayList<>();
        for (Entity entity : sorted) {
            int index = entity.isStyle() ? lastTouching(joined, entity) : -1;
            if (index < 0) {
                joined.add(entity);
            } else {
                Entity before = joined.get(index);
                int end = Math.max(before.end(), entity.end());
                joined.set(index, before.at(before.offset(), end - before.offset()));
            }
        }
        return joined;
    }

    private static int lastTouching(List<Entity> joined, Entity entity) {
        for (int i = joined.size() - 1; i >= 0; i--) {
            Entity before = joined.get(i);
            if (before.type().equals(entity.type()) && before.end() >= entity.offset()) {
                return i;
            }
        }
        return -1;
    }

    /** Code has no style: a style that covers some is cut around it, a link in it is dropped. */
    private static List<Entity> withoutStyledCode(List<Entity> entities) {
        List<Entity> codes = entities.stream().filter(Entity::isCode).toList();
        if (codes.isEmpty()) {
            return entities;
        }
        Set<Entity> kept = new LinkedHashSet<>();
        for (Entity entity : entities) {
            if (entity.isStyle()) {
                kept.addAll(cutAround(entity, codes));
            } else if (entity.isCode()
                    || entity.type().endsWith("blockquote")
                    || codes.stream().noneMatch(code -> code.offset() < entity.end() && entity.offset() < code.end())) {
                kept.add(entity);
            }
        }
        return List.copyOf(kept);
    }

    private static List<Entity> cutAround(Entity style, List<Entity> codes) {
        List<Entity> pieces = new ArrayList<>();
        int begin = style.offset();
        for (Entity code : codes) {
            if (code.end() <= begin || code.offset() >= style.end()) {
                continue;
            }
            if (code.offset() > begin) {
                pieces.add(style.at(begin, code.offset() - begin));
            }
            begin = Math.max(begin, code.end());
        }
        if (begin < style.end()) {
            pieces.add(style.at(begin, style.end() - begin));
        }
        return pieces;
    }
}
