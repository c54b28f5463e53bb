package dev.basegram.common;

import java.util.function.UnaryOperator;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/**
 * Takes secrets out of a log record before any handler formats it: out of its message, its parameters and its stack trace,
 * since HTTP clients put whole URLs into their exceptions and a bot's token is in the path of its URL.
 */
public final class RedactingFilter implements Filter {
    private static final ExtFormatter MESSAGE = new PatternFormatter("%s");

    private final UnaryOperator<String> redact;

    /** Creates a filter over the given redaction. */
    public RedactingFilter(Redactor redactor) {
        this.redact = redactor::redact;
    }

    @Override
    public boolean isLoggable(LogRecord entry) {
        redactMessage(entry);
        if (entry.getThrown() != null && RedactedThrowable.isNeeded(entry.getThrown(), redact)) {
            entry.setThrown(RedactedThrowable.of(entry.getThrown(), redact));
        }
        return true;
    }

    private void redactMessage(LogRecord entry) {
        String shown;
        try {
            shown = MESSAGE.formatMessage(entry);
        } catch (IllegalArgumentException _) {
            // The message is no format for its parameters: whoever logged it shall see it as it is, not an exception.
            setMessage(entry, redact.apply(String.valueOf(entry.getMessage())));
            return;
        }
        if (shown != null) {
            String clean = redact.apply(shown);
            if (!clean.equals(shown)) {
                setMessage(entry, clean);
            }
        }
    }

    private static void setMessage(LogRecord entry, String clean) {
        if (entry instanceof ExtLogRecord ext) {
            ext.setMessage(clean, ExtLogRecord.FormatStyle.NO_FORMAT);
        } else {
            entry.setMessage(clean);
        }
        entry.setParameters(null);
    }
}
