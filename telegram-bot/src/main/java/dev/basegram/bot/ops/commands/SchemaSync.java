package dev.basegram.bot.ops.commands;

import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.screen.Screen;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import dev.basegram.bot.telegram.Html;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the base's schema anew and says what is another way since somebody last asked. */
@Singleton
class SchemaSync {
    private static final int MOST = 25;

    private final SeenSchema seen;

    SchemaSync(SeenSchema seen) {
        this.seen = seen;
    }

    Reply run(Turn turn) throws InterruptedException {
        return turn.given(turn.base().refreshTables(), tables -> {
            Map<String, SchemaChange.Seen> now = SchemaChange.of(tables);
            Html text = seen.last()
                    .map(before -> told(turn, before, now))
                    .orElseGet(() -> turn.speech().say(Phrase.SYNC_FIRST, tables.size(), fields(tables)));
            return Reply.show(Screen.with(text)
                            .row(Screen.button("⌂", new Action.Home()))
                            .build())
                    .saving(seen.remember(turn.now(), now));
        });
    }

    private static int fields(List<Table> tables) {
        return tables.stream().mapToInt(table -> table.fields().size()).sum();
    }

    private static Html told(Turn turn, SeenSchema.Look before, Map<String, SchemaChange.Seen> now) {
        Speech speech = turn.speech();
        List<SchemaChange> changes = SchemaChange.between(before.tables(), now);
        String since = speech.dates().recent(before.at(), turn.now());
        if (changes.isEmpty()) {
            return speech.say(Phrase.SYNC_SAME, since);
        }
        List<Html> lines = new ArrayList<>(List.of(speech.say(Phrase.SYNC_CHANGED, since), Html.EMPTY));
        changes.stream().limit(MOST).forEach(change -> lines.add(Html.of("• ").plus(words(change, speech))));
        if (changes.size() > MOST) {
            lines.add(Html.of("…"));
        }
        return Html.join("\n", lines);
    }

    private static Html words(SchemaChange change, Speech speech) {
        return switch (change) {
            case SchemaChange.NewTable(var name) -> speech.say(Phrase.SYNC_NEW_TABLE, name);
            case SchemaChange.TableGone(var name) -> speech.say(Phrase.SYNC_TABLE_GONE, name);
            case SchemaChange.TableRenamed(var before, var now) -> speech.say(Phrase.SYNC_TABLE_RENAMED, before, now);
            case SchemaChange.NewField(var table, var name) -> speech.say(Phrase.SYNC_NEW_FIELD, table, name);
            case SchemaChange.FieldGone(var table, var name) -> speech.say(Phrase.SYNC_FIELD_GONE, table, name);
            case SchemaChange.FieldRenamed(var table, var before, var now) ->
                speech.say(Phrase.SYNC_FIELD_RENAMED, table, before, now);
            case SchemaChange.TypeChanged(var table, var field, var before, var now) ->
                speech.say(Phrase.SYNC_TYPE_CHANGED, table, field, before, now);
        };
    }
}
