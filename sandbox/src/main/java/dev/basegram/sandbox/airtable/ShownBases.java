package dev.basegram.sandbox.airtable;

import dev.basegram.sandbox.airtable.base.Base;
import dev.basegram.sandbox.airtable.base.Field;
import dev.basegram.sandbox.airtable.base.Table;
import dev.basegram.sandbox.airtable.base.View;

/** Bases, tables, fields and views as a person sees them. */
final class ShownBases {
    private ShownBases() {}

    static Shown.Base of(Base base) {
        return new Shown.Base(
                base.id(),
                base.name(),
                base.tables().stream().map(ShownBases::of).toList());
    }

    static Shown.Table of(Table table) {
        return new Shown.Table(
                table.id(),
                table.name(),
                table.description(),
                table.primaryField().id(),
                table.rows().size(),
                table.fields().stream().map(ShownBases::of).toList(),
                table.views().stream().map(ShownBases::of).toList());
    }

    static Shown.Field of(Field field) {
        return new Shown.Field(
                field.id(),
                field.name(),
                field.type().apiName(),
                field.type().isComputed(),
                field.description(),
                field.options().isEmpty() ? null : field.options());
    }

    static Shown.View of(View view) {
        return new Shown.View(view.id(), view.name(), view.type());
    }
}
