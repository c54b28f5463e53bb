package dev.basegram.sandbox.airtable.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.airtable.base.Base;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Builds a base from a folder. Three kinds are understood:
 *
 * <ul>
 *   <li>{@code base.json}: everything in one file, as {@link BaseReader} describes;
 *   <li>{@code schema.json}, the answer of the schema endpoint, and for each table {@code NAME.json} with the answer of
 *       the list endpoint or a list of records;
 *   <li>CSV files, one for each table, as Airtable exports a view: names in the first line, types told from the values.
 * </ul>
 */
public final class FolderReader {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path folder;

    /** A folder to read. */
    public FolderReader(Path folder) {
        this.folder = folder;
    }

    /**
     * The base.
     *
     * @throws DataProblem naming the file and what to do
     */
    public Base read(String baseId, Instant now) throws DataProblem {
        if (!Files.isDirectory(folder)) {
            throw new DataProblem(folder + " is no folder: name one with base.json, schema.json or CSV files");
        }
        ObjectNode description = description();
        try {
            return new BaseReader(description, now).read(baseId);
        } catch (DataProblem wrong) {
            throw new DataProblem(folder + ": " + wrong.text());
        }
    }

    private ObjectNode description() throws DataProblem {
        Path base = folder.resolve("base.json");
        Path schema = folder.resolve("schema.json");
        if (Files.exists(base)) {
            return object(base);
        }
        if (Files.exists(schema)) {
            return withRecords(object(schema));
        }
        List<Path> csv = files(".csv");
        if (csv.isEmpty()) {
            throw new DataProblem(folder + " holds neither base.json nor schema.json nor a CSV file");
        }
        return fromCsv(csv);
    }

    private ObjectNode withRecords(ObjectNode schema) throws DataProblem {
        ObjectNode description = JsonNodeFactory.instance.objectNode().put("name", name());
        ArrayNode tables = description.putArray("tables");
        for (JsonNode table : schema.path("tables")) {
            ObjectNode copy = table.deepCopy();
            Path records = folder.resolve(table.path("name").asText() + ".json");
            if (Files.exists(records)) {
                JsonNode read = json(records);
                copy.set("records", read.isArray() ? read : read.path("records"));
            }
            tables.add(copy);
        }
        return description;
    }

    private ObjectNode fromCsv(List<Path> files) throws DataProblem {
        List<CsvTable> sheets = new ArrayList<>();
        for (Path file : files) {
            sheets.add(CsvTable.read(file));
        }
        ObjectNode description = JsonNodeFactory.instance.objectNode().put("name", name());
        ArrayNode tables = description.putArray("tables");
        sheets.forEach(sheet -> tables.add(sheet.describe(sheets)));
        return description;
    }

    private String name() {
        return Optional.ofNullable(folder.toAbsolutePath().normalize().getFileName())
                .map(Path::toString)
                .orElse("Base");
    }

    private List<Path> files(String ending) throws DataProblem {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName()
                            .toString()
                            .toLowerCase(java.util.Locale.ROOT)
                            .endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new DataProblem(folder + " cannot be read: " + unreadable.getMessage());
        }
    }

    private static ObjectNode object(Path file) throws DataProblem {
        if (json(file) instanceof ObjectNode object) {
            return object;
        }
        throw new DataProblem(file + " must hold a JSON object");
    }

    private static JsonNode json(Path file) throws DataProblem {
        try {
            return MAPPER.readTree(file.toFile());
        } catch (IOException malformed) {
            throw new DataProblem(file + " is no JSON: " + malformed.getMessage());
        }
    }
}
