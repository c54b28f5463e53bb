package dev.basegram.bot.chat.widget;

import dev.basegram.bot.chat.files.FileLinks;
import java.util.List;

/** Every widget of ours, for tests of other packages. */
public final class WidgetParts {
    private WidgetParts() {}

    public static Widgets all(FileLinks links) {
        return new Widgets(List.of(
                new TextWidget(),
                new NumberWidget(),
                new CheckboxWidget(),
                new SingleSelectWidget(),
                new MultiSelectWidget(),
                new DateWidget(),
                new DateTimeWidget(),
                new RatingWidget(),
                new DurationWidget(),
                new ContactWidget(),
                new CollaboratorWidget(),
                new LinkWidget(),
                new FilesWidget(links)));
    }
}
