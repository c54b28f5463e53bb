package dev.basegram.bot.telegram;

import java.nio.charset.StandardCharsets;

/** A button under a message (core.telegram.org/bots/api#inlinekeyboardbutton). */
public sealed interface Button {
    /** The most bytes Telegram takes as {@code callback_data}. */
    int MAX_DATA_BYTES = 64;

    /** Returns what the button says. */
    String label();

    /**
     * A button whose press comes back to us.
     *
     * @param data 1 to 64 bytes
     */
    record Press(String label, String data) implements Button {
        /** Checks the data's length: too long is a bug, since Telegram would refuse the whole message. */
        public Press {
            int bytes = data.getBytes(StandardCharsets.UTF_8).length;
            if (bytes < 1 || bytes > MAX_DATA_BYTES) {
                throw new IllegalArgumentException("callback_data of " + bytes + " bytes");
            }
        }
    }

    /** A button that opens an address. */
    record Link(String label, String url) implements Button {}
}
