package dev.basegram.sandbox.airtable.data;

import dev.basegram.sandbox.airtable.attachments.AttachmentStore;
import dev.basegram.sandbox.airtable.base.Base;
import dev.basegram.sandbox.airtable.base.LiveBase;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Where the served base comes from, and whether it is kept. Thread-safe. */
public final class BaseSource {
    private static final Logger LOG = Logger.getLogger(BaseSource.class);
    /** Changes in a burst are written once. */
    private static final long PAUSE_MS = 300;

    private final String baseId;
    private final Clock clock;
    private final AttachmentStore files;
    private final @Nullable FolderReader folder;
    private final @Nullable KeptFile kept;
    private final AtomicBoolean writeDue = new AtomicBoolean();

    private BaseSource(
            String baseId, Clock clock, AttachmentStore files, @Nullable FolderReader folder, @Nullable KeptFile kept) {
        this.baseId = baseId;
        this.clock = clock;
        this.files = files;
        this.folder = folder;
        this.kept = kept;
    }

    /** A folder is loaded and never written to; any other path is the file that the base is kept in. */
    public static BaseSource of(Optional<Path> data, String baseId, Clock clock, AttachmentStore files) {
        Path path = data.orElse(null);
        if (path == null) {
            return new BaseSource(baseId, clock, files, null, null);
        }
        return Files.isDirectory(path)
                ? new BaseSource(baseId, clock, files, new FolderReader(path), null)
                : new BaseSource(baseId, clock, files, null, new KeptFile(path));
    }

    /**
     * The base to start with: what was kept, else the original.
     *
     * @throws IllegalStateException when the data cannot be read
     */
    public Base atStart() {
        try {
            return kept != null && kept.exists() ? kept.read(baseId, clock.instant(), files) : original();
        } catch (DataProblem problem) {
            throw new IllegalStateException("SANDBOX_DATA: " + problem.text(), problem);
        }
    }

    /**
     * The base as it is without any change: the folder's, else the demo.
     *
     * @throws IllegalStateException when the folder cannot be read
     */
    public Base original() {
        try {
            return folder == null
                    ? DemoBase.make(baseId, clock.instant(), files)
                    : folder.read(baseId, clock.instant());
        } catch (DataProblem problem) {
            throw new IllegalStateException("SANDBOX_DATA: " + problem.text(), problem);
        }
    }

    /** Writes the base to its file soon after every change, off the event loop; does nothing without a file. */
    public void keep(Vertx vertx, LiveBase live) {
        KeptFile file = kept;
        if (file != null) {
            live.listen((base, change) -> {
                if (writeDue.compareAndSet(false, true)) {
                    vertx.setTimer(PAUSE_MS, timer -> vertx.executeBlocking(() -> write(file, live)));
                }
            });
        }
    }

    private boolean write(KeptFile file, LiveBase live) {
        writeDue.set(false);
        try {
            file.write(live.read(base -> KeptFile.bytes(base, files)));
            return true;
        } catch (IOException full) {
            LOG.errorf(full, "The base could not be kept: %s", full.getMessage());
            return false;
        }
    }
}
