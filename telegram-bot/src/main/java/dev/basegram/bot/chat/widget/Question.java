package dev.basegram.bot.chat.widget;

import dev.basegram.bot.access.PermittedBase;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.chat.text.Speech;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of a form, as a widget sees it.
 *
 * @param answer what was answered before; null the first time
 * @param state what the widget remembers
 * @param base the base as the person may see it
 * @param key names what a widget creates by the way, so that it is created once
 */
public record Question(
        Table table,
        Field field,
        @Nullable FormAnswer answer,
        WidgetState state,
        Speech speech,
        PermittedBase base,
        Instant now,
        String key) {}
