package dev.basegram.bot.airtable;

/**
 * A file fetched from a record.
 *
 * @param attachment what it is
 * @param bytes its contents; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record FileContent(Attachment attachment, byte[] bytes) {
    /** Leaves the bytes out. */
    @Override
    public String toString() {
        return "FileContent[" + attachment + "]";
    }
}
