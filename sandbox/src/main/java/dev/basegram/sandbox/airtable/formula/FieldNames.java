package dev.basegram.sandbox.airtable.formula;

import java.util.Optional;

/** Which fields a formula may speak of. */
@FunctionalInterface
public interface FieldNames {
    /** The id of the field with this name or id; empty when there is none. */
    Optional<String> idOf(String nameOrId);
}
