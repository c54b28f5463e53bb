package dev.basegram.bot.chat.audit;

import dev.basegram.bot.access.PermittedBase;
import dev.basegram.bot.access.ValueWords;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Attachment;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.chat.browse.LinkNames;
import dev.basegram.bot.chat.text.Language;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.config.BotSettings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts values into words as a card does, in the bot's own language and zone: the account outlives the person's choice of both. */
@Singleton
class CardWords implements ValueWords {
    private final Speech speech;

    CardWords(BotSettings settings) {
        this.speech = new Speech(Language.of(settings.language()).orElse(Language.EN), settings.timeZone());
    }

    @Override
    public String of(PermittedBase base, Field field, CellValue value) throws InterruptedException {
        return switch (value) {
            case CellValue.Choice(String name) -> name;
            case CellValue.Attachments(List<Attachment> files) ->
                files.stream().map(Attachment::filename).collect(Collectors.joining(", "));
            default -> {
                var holder = new AirtableRecord(new RecordId("rec0"), Instant.EPOCH, Map.of(field.id(), value));
                yield LinkNames.cells(base, List.of(field), List.of(holder), speech)
                        .line(field.type(), value);
            }
        };
    }
}
