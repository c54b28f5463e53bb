package dev.basegram.bot.chat.text;

import dev.basegram.bot.telegram.Html;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/** Turns Airtable's Markdown into formatted text. */
final class RichTextHtml {
    private static final Parser MARKDOWN = Parser.builder().build();

    private RichTextHtml() {}

    static Html of(String markdown) {
        return blocks(MARKDOWN.parse(Mentions.strip(markdown)), "\n");
    }

    private static Html blocks(Node parent, String separator) {
        List<Html> blocks = new ArrayList<>();
        int number = parent instanceof OrderedList list && list.getMarkerStartNumber() != null
                ? list.getMarkerStartNumber()
                : 1;
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            blocks.add(parent instanceof OrderedList ? item(node, number++ + ". ") : block(node));
        }
        return Html.join(separator, blocks);
    }

    private static Html block(Node node) {
        return switch (node) {
            case Heading heading -> inline(heading).styled(Html.Style.BOLD);
            case Paragraph paragraph -> inline(paragraph);
            case FencedCodeBlock code -> Html.code(code.getLiteral().stripTrailing());
            case IndentedCodeBlock code -> Html.code(code.getLiteral().stripTrailing());
            case HtmlBlock html -> Html.of(html.getLiteral());
            case ThematicBreak _ -> Html.of("———");
            case BulletList list -> blocks(list, "\n");
            case OrderedList list -> blocks(list, "\n");
            case ListItem item -> item(item, "• ");
            default -> blocks(node, "\n");
        };
    }

    private static Html item(Node item, String marker) {
        Html text = blocks(item, "\n");
        String plain = text.plain();
        if (plain.startsWith("[ ] ")) {
            return Html.of("⬜️ ").plus(text.slice(4, plain.length()));
        }
        if (plain.startsWith("[x] ")) {
            return Html.of("✅ ").plus(text.slice(4, plain.length()));
        }
        return Html.of(marker).plus(text);
    }

    private static Html inline(Node parent) {
        Html text = Html.EMPTY;
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            text = text.plus(
                    switch (node) {
                        case Text literal -> Html.of(literal.getLiteral());
                        case Code code -> Html.code(code.getLiteral());
                        case Emphasis emphasis -> inline(emphasis).styled(Html.Style.ITALIC);
                        case StrongEmphasis strong -> inline(strong).styled(Html.Style.BOLD);
                        case Link link -> Html.link(inline(link).plain(), link.getDestination());
                        case SoftLineBreak _, HardLineBreak _ -> Html.NEWLINE;
                        case HtmlInline html -> Html.of(html.getLiteral());
                        default -> inline(node);
                    });
        }
        return text;
    }
}
