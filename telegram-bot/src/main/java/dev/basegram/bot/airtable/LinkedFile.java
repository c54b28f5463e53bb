package dev.basegram.bot.airtable;

import java.net.URI;

/**
 * A file to be put into a record by a link, from which Airtable fetches it some time after it has answered. A fetch that fails is told
 * to nobody: the file vanishes from the cell.
 *
 * @param filename shown in the base
 * @param size in bytes; 0 where nobody knows yet
 * @param url good for some minutes, and without anybody's token in it: Airtable's servers see it
 */
public record LinkedFile(String filename, long size, URI url) {
    /** Leaves the link out: who holds it can fetch the file. */
    @Override
    public String toString() {
        return "LinkedFile[" + size + " bytes]";
    }
}
