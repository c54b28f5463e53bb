package dev.basegram.bot.airtable;

/**
 * A file to be put into a record.
 *
 * @param filename shown in the base
 * @param contentType media type, such as {@code image/jpeg}
 * @param bytes at most 5 MB; not to be changed afterwards
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and copying 5 MB would serve nobody
public record NewFile(String filename, String contentType, byte[] bytes) {
    /** The most bytes Airtable takes in one upload. */
    public static final int MOST_BYTES = 5 * 1024 * 1024;

    /** Leaves the bytes out. */
    @Override
    public String toString() {
        return "NewFile[" + contentType + ", " + bytes.length + " bytes]";
    }
}
