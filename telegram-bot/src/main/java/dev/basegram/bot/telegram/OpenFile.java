package dev.basegram.bot.telegram;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file of Telegram's that is being fetched, as fast as it is read.
 *
 * @param body the bytes that are still to come
 * @param length how many there are in all
 */
record OpenFile(InputStream body, long length) implements AutoCloseable {
    @Override
    public void close() throws IOException {
        body.close();
    }
}
