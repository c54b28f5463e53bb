package dev.basegram.bot.chat.screen;

import static dev.basegram.bot.chat.screen.Screen.button;

import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.text.CellText;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.telegram.Button;
import dev.basegram.bot.telegram.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A record's card. */
public final class RecordScreen {
    private static final int LONGEST_CELL = 160;
    private static final int LONGEST_CARD = 3_600;

    /**
     * What there is to show.
     *
     * @param editable the fields the person may change; empty where none
     * @param mayDelete whether the person may delete the record
     * @param followable the fields whose linked records are for the person; the others are only counted
     * @param back where «Back» leads
     * @param shareLink opens this card from anywhere; empty where the bot's name is not known yet
     */
    public record Model(
            Table table,
            AirtableRecord record,
            List<Field> editable,
            boolean mayDelete,
            Set<FieldId> followable,
            Action back,
            Optional<String> shareLink) {}

    private final Model model;
    private final CellText cells;
    private final Speech speech;

    private RecordScreen(Model model, CellText cells, Speech speech) {
        this.model = model;
        this.cells = cells;
        this.speech = speech;
    }

    /** Shows a card with its buttons. */
    public static Screen of(Model model, CellText cells, Speech speech) {
        return new RecordScreen(model, cells, speech).screen();
    }

    /** Returns the text of a card alone. */
    public static Html text(Table table, AirtableRecord record, CellText cells, Speech speech) {
        Html title = Html.bold(RowLine.name(table, record, cells, speech)).plus("  ·  " + table.name());
        List<Html> lines = new ArrayList<>(List.of(title, Html.EMPTY));
        int length = title.length();
        int left = 0;
        for (Field field : table.fields()) {
            CellValue value = record.cell(field.id());
            if (field.id().equals(table.primaryField()) || value.isEmpty()) {
                continue;
            }
            Html line = Html.bold(field.name() + ":")
                    .plus(" ")
                    .plus(speech.isolated(cells.full(field.type(), value).shortened(LONGEST_CELL)));
            length += line.length() + 1;
            if (length > LONGEST_CARD) {
                left++;
            } else {
                lines.add(line);
            }
        }
        if (left > 0) {
            lines.add(speech.say(Phrase.CARD_MORE_FIELDS, left));
        }
        return Html.join("\n", lines);
    }

    private Screen screen() {
        Screen.Builder screen = Screen.with(text(model.table(), model.record(), cells, speech));
        StatusButton.of(model).ifPresent(screen::row);
        screen.grid(2, links()).grid(2, longTexts()).grid(2, files());
        List<Button> change = new ArrayList<>();
        if (!model.editable().isEmpty()) {
            change.add(button("✏️ " + speech.label(Phrase.EDIT_BUTTON), new Action.Edit(table().id(), id())));
        }
        if (model.mayDelete()) {
            change.add(button("🗑 " + speech.label(Phrase.DELETE_BUTTON), new Action.AskDelete(table().id(), id())));
        }
        model.shareLink()
                .ifPresent(link -> change.add(new Button.Link("↗ " + speech.label(Phrase.SHARE_BUTTON), share(link))));
        return screen.row(change)
                .row(button("◀ " + speech.label(Phrase.BACK_BUTTON), model.back()), button("⌂", new Action.Home()))
                .build();
    }

    private static String share(String link) {
        return "https://t.me/share/url?url="
                + java.net.URLEncoder.encode(link, java.nio.charset.StandardCharsets.UTF_8);
    }

    private List<Button> links() {
        List<Button> buttons = new ArrayList<>();
        for (Field field : table().fields()) {
            if (model.followable().contains(field.id())
                    && model.record().cell(field.id()) instanceof CellValue.Links(List<RecordId> records)
                    && !records.isEmpty()) {
                buttons.add(button(
                        "%s (%d) ›".formatted(field.name(), records.size()),
                        new Action.Linked(table().id(), id(), field.id())));
            }
        }
        return buttons;
    }

    private List<Button> longTexts() {
        return table().fields().stream()
                .filter(field -> isText(field.type())
                        && cells.full(field.type(), model.record().cell(field.id()))
                                        .length()
                                > LONGEST_CELL)
                .map(field -> button("📄 " + field.name(), new Action.More(table().id(), id(), field.id())))
                .toList();
    }

    private static boolean isText(FieldType type) {
        return !(type instanceof FieldType.RecordLinks || type instanceof FieldType.Attachments);
    }

    private List<Button> files() {
        List<Button> buttons = new ArrayList<>();
        for (Field field : table().fields()) {
            if (model.record().cell(field.id()) instanceof CellValue.Attachments(var files) && !files.isEmpty()) {
                buttons.add(button(
                        "📎 %s (%d)".formatted(field.name(), files.size()),
                        new Action.Files(table().id(), id(), field.id())));
            }
        }
        return buttons;
    }

    private Table table() {
        return model.table();
    }

    private RecordId id() {
        return model.record().id();
    }
}
