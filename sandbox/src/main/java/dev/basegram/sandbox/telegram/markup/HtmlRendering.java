package dev.basegram.sandbox.telegram.markup;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Shows a formatted text on a page: everything escaped, nothing but a few tags and web links. */
public final class HtmlRendering {
    private HtmlRendering() {}

    /** Returns the text with its entities as safe HTML; line breaks stay line breaks. */
    public static String render(String text, JsonNode entities) {
        List<JsonNode> marks = new ArrayList<>();
        entities.forEach(marks::add);
        marks.sort(Comparator.comparingInt(HtmlRendering::begin)
                .thenComparing(Comparator.comparingInt(HtmlRendering::end).reversed()));
        TreeSet<Integer> cuts = new TreeSet<>(List.of(0, text.length()));
        for (JsonNode mark : marks) {
            cuts.add(Math.clamp(begin(mark), 0, text.length()));
            cuts.add(Math.clamp(end(mark), 0, text.length()));
        }
        StringBuilder html = new StringBuilder();
        int from = 0;
        for (int to : cuts) {
            if (to > from) {
                piece(text, from, to, marks, html);
            }
            from = to;
        }
        return html.toString();
    }

    /** Every piece between two cuts is wrapped in all that covers it, so that tags never overlap. */
    private static void piece(String text, int from, int to, List<JsonNode> marks, StringBuilder html) {
        List<JsonNode> covering = marks.stream()
                .filter(mark -> begin(mark) <= from && end(mark) >= to)
                .toList();
        String plain = text.substring(from, to);
        covering.forEach(mark ->
                html.append(openTag(mark, text.substring(begin(mark), Math.min(end(mark), text.length())))));
        html.append(escape(plain));
        covering.reversed().forEach(mark -> html.append(closeTag(mark)));
    }

    private static String openTag(JsonNode mark, String covered) {
        return switch (type(mark)) {
            case "bold" -> "<b>";
            case "italic" -> "<i>";
            case "underline" -> "<u>";
            case "strikethrough" -> "<s>";
            case "spoiler" -> "<span class=\"spoiler\">";
            case "code" -> "<code>";
            case "pre" -> "<pre>";
            case "blockquote", "expandable_blockquote" -> "<blockquote>";
            case "bot_command", "hashtag", "cashtag", "mention", "text_mention" ->
                "<span class=\"" + type(mark) + "\">";
            case "text_link" -> link(mark.path("url").asText());
            case "url" -> link(covered.contains("://") ? covered : "http://" + covered);
            case "email" -> "<a href=\"mailto:" + escape(covered) + "\">";
            default -> "<span>";
        };
    }

    private static String link(String url) {
        boolean web = url.startsWith("http://") || url.startsWith("https://");
        return "<a href=\"" + (web ? escape(url) : "#") + "\" rel=\"noopener noreferrer\" target=\"_blank\">";
    }

    private static String closeTag(JsonNode mark) {
        return switch (type(mark)) {
            case "bold" -> "</b>";
            case "italic" -> "</i>";
            case "underline" -> "</u>";
            case "strikethrough" -> "</s>";
            case "code" -> "</code>";
            case "pre" -> "</pre>";
            case "blockquote", "expandable_blockquote" -> "</blockquote>";
            case "text_link", "url", "email" -> "</a>";
            default -> "</span>";
        };
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String type(JsonNode mark) {
        return mark.path("type").asText();
    }

    private static int begin(JsonNode mark) {
        return mark.path("offset").asInt();
    }

    private static int end(JsonNode mark) {
        return begin(mark) + mark.path("length").asInt();
    }
}
