package dev.basegram.sandbox.airtable.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.airtable.attachments.AttachmentStore;
import dev.basegram.sandbox.airtable.base.Base;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Base64;

/** The file that a base is kept in between starts, attachments included. Written whole and moved into place. */
public final class KeptFile {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path path;

    /** A file that may not exist yet. */
    public KeptFile(Path path) {
        this.path = path;
    }

    /** Whether something has been kept. */
    public boolean exists() {
        return Files.exists(path);
    }

    /**
     * The base that was kept; its attachments go to {@code files}.
     *
     * @throws DataProblem when the file cannot be read or is not what {@link #write} wrote
     */
    public Base read(String baseId, Instant now, AttachmentStore files) throws DataProblem {
        try {
            JsonNode description = MAPPER.readTree(path.toFile());
            description
                    .path("files")
                    .properties()
                    .forEach(file -> files.keep(
                            file.getKey(),
                            "",
                            Base64.getDecoder()
                                    .decode(file.getValue().path("bytes").asText()),
                            file.getValue().path("type").asText()));
            return new BaseReader(description, now).read(baseId);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new DataProblem(path + " cannot be read: " + unreadable.getMessage()
                    + ". Move it away to start with the demo base");
        } catch (DataProblem wrong) {
            throw new DataProblem(path + ": " + wrong.text() + ". Move it away to start with the demo base");
        }
    }

    /** The base as bytes to be written; call within the base's lock. */
    public static byte[] bytes(Base base, AttachmentStore files) {
        ObjectNode description = BaseWriter.describe(base);
        ObjectNode kept = description.putObject("files");
        files.all()
                .forEach((id, file) -> kept.putObject(id)
                        .put("type", file.type())
                        .put("bytes", Base64.getEncoder().encodeToString(file.bytes())));
        try {
            return MAPPER.writeValueAsBytes(description);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * Keeps the bytes.
     *
     * @throws IOException when the disk does not take them; what was kept before stays
     */
    public void write(byte[] bytes) throws IOException {
        Path parent = path.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Path next = path.resolveSibling(path.getFileName() + ".new");
        Files.write(next, bytes);
        Files.move(next, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
