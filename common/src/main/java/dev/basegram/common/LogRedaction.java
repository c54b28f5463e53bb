package dev.basegram.common;

import io.quarkus.logging.LoggingFilter;
import java.util.Collection;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * The log filter of both services, switched on by {@code quarkus.log.console.filter=redact}: whatever has the shape of a token
 * is masked from the first line, the installation's own secrets once {@link #alsoKnow} has told them.
 */
@LoggingFilter(name = "redact")
public final class LogRedaction implements Filter {
    private static volatile RedactingFilter current = new RedactingFilter(Redactor.knowing(List.of()));

    /** Makes every later line of this process mask these secrets as well, in place of those told before. */
    public static void alsoKnow(Collection<String> secrets) {
        current = new RedactingFilter(Redactor.knowing(secrets));
    }

    @Override
    public boolean isLoggable(LogRecord entry) {
        return current.isLoggable(entry);
    }
}
