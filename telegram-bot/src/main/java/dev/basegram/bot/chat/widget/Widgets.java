package dev.basegram.bot.chat.widget;

import dev.basegram.bot.airtable.FieldType;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Every widget there is, found when the application is built. Immutable. */
@Singleton
public final class Widgets {
    private final List<Widget> widgets;

    /** Creates a choice of widgets. */
    public Widgets(@All List<Widget> found) {
        this.widgets = found.stream()
                .sorted(Comparator.comparingInt(Widget::precedence).reversed())
                .toList();
    }

    /** Returns the widget for a type; empty where nobody can fill it in here. */
    public Optional<Widget> of(FieldType type) {
        return widgets.stream().filter(widget -> widget.fits(type)).findFirst();
    }
}
