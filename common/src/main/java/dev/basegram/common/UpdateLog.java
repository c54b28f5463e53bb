package dev.basegram.common;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * The one line that each update leaves in the log of a service: what it was, whose lane, what came of it and how long it took;
 * nothing of what it says. Its fields also go into the MDC, so that a line in JSON can be searched by them. Thread-safe.
 */
public final class UpdateLog {
    /** The category of these lines in both services. */
    public static final String CATEGORY = "dev.basegram.update";

    private static final Logger LOG = Logger.getLogger(CATEGORY);

    private final LaneMark mark;

    /** Creates a log whose lanes are named by these marks. */
    public UpdateLog(LaneMark mark) {
        this.mark = mark;
    }

    /**
     * Writes the line of an update.
     *
     * @param attempt the number of the try that ended it; 1 where it is tried once
     */
    public void ended(UpdateHead head, String outcome, Duration took, int attempt) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("update", Long.toString(head.updateId()));
        fields.put("kind", head.kind().field());
        fields.put("lane", mark.of(head));
        fields.put("outcome", outcome);
        fields.put("ms", Long.toString(took.toMillis()));
        fields.put("attempt", Integer.toString(attempt));
        fields.forEach(MDC::put);
        try {
            // Put together here: a format would be worked out twice for each line, once to look for secrets.
            LOG.info("Update " + fields.get("update") + " (" + fields.get("kind") + ", lane " + fields.get("lane")
                    + "): " + outcome + " in " + fields.get("ms") + " ms" + (attempt > 1 ? ", try " + attempt : ""));
        } finally {
            fields.keySet().forEach(MDC::remove);
        }
    }
}
