package dev.basegram.bot.access;

import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;

/** Puts what a cell holds into words, for the account of who changed what. */
@FunctionalInterface
public interface ValueWords {
    /**
     * Returns the words of a value that is not empty, on one line. Blocks its thread, which should be a virtual one.
     *
     * @param base where the names of linked records are looked up, as one sees it who may see everything
     */
    String of(PermittedBase base, Field field, CellValue value) throws InterruptedException;
}
