package dev.basegram.sandbox.airtable.data;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A CSV file as a table: a column named like another table whose names it holds becomes a link. */
record CsvTable(String name, List<String> columns, List<String[]> rows) {

    static CsvTable read(Path file) throws DataProblem {
        try {
            String text = Files.readString(file);
            String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
            List<String[]> lines;
            try (MappingIterator<String[]> parsed = new CsvMapper()
                    .readerFor(String[].class)
                    .withFeatures(CsvParser.Feature.WRAP_AS_ARRAY, CsvParser.Feature.SKIP_EMPTY_LINES)
                    .with(CsvSchema.emptySchema())
                    .readValues(withoutMark)) {
                lines = parsed.readAll();
            }
            if (lines.isEmpty()) {
                throw new DataProblem(file + " is empty: its first line must name the fields");
            }
            return new CsvTable(
                    tableName(file), List.of(lines.getFirst()), List.copyOf(lines.subList(1, lines.size())));
        } catch (IOException unreadable) {
            throw new DataProblem(file + " cannot be read as CSV: " + unreadable.getMessage());
        }
    }

    /** Airtable names an export {@code Orders-Grid view.csv}. */
    private static String tableName(Path file) {
        String name = file.getFileName().toString();
        String stem = name.substring(0, name.length() - ".csv".length());
        return stem.endsWith("-Grid view") ? stem.substring(0, stem.length() - "-Grid view".length()) : stem;
    }

    /** The table as {@link BaseReader} takes it. */
    ObjectNode describe(List<CsvTable> all) {
        ObjectNode table = JsonNodeFactory.instance.objectNode().put("name", name);
        ArrayNode fields = table.putArray("fields");
        for (int column = 0; column < columns.size(); column++) {
            fields.add(field(column, all).put("name", columns.get(column)));
        }
        ArrayNode records = table.putArray("records");
        for (String[] row : rows) {
            ObjectNode cells = records.addObject().putObject("fields");
            for (int column = 0; column < Math.min(row.length, columns.size()); column++) {
                if (!row[column].isBlank()) {
                    cells.put(columns.get(column), row[column]);
                }
            }
        }
        return table;
    }

    private ObjectNode field(int column, List<CsvTable> all) {
        Optional<CsvTable> linked = linked(column, all);
        if (linked.isEmpty()) {
            return column == 0
                    ? JsonNodeFactory.instance.objectNode().put("type", "singleLineText")
                    : ColumnType.of(values(column));
        }
        ObjectNode field = JsonNodeFactory.instance.objectNode().put("type", "multipleRecordLinks");
        ObjectNode options =
                field.putObject("options").put("linkedTableId", linked.get().name());
        linked.get().columnLinkedTo(this, all).ifPresent(inverse -> options.put("inverseLinkFieldId", inverse));
        return field;
    }

    private Optional<String> columnLinkedTo(CsvTable other, List<CsvTable> all) {
        for (int column = 1; column < columns.size(); column++) {
            if (linked(column, all).filter(other::equals).isPresent()) {
                return Optional.of(columns.get(column));
            }
        }
        return Optional.empty();
    }

    private Optional<CsvTable> linked(int column, List<CsvTable> all) {
        if (column == 0) {
            return Optional.empty();
        }
        return all.stream()
                .filter(table -> !table.equals(this) && sameThing(table.name(), columns.get(column)))
                .filter(table -> table.names().containsAll(names(column)))
                .findFirst();
    }

    /** A column {@code Client} may hold names of the table {@code Clients}. */
    private static boolean sameThing(String table, String column) {
        String a = table.toLowerCase(Locale.ROOT);
        String b = column.toLowerCase(Locale.ROOT);
        return a.equals(b) || a.equals(b + "s") || b.equals(a + "s");
    }

    private Set<String> names() {
        return values(0).stream().map(String::strip).collect(Collectors.toSet());
    }

    private Set<String> names(int column) {
        return values(column).stream()
                .flatMap(value -> List.of(value.split(",", -1)).stream())
                .map(String::strip)
                .collect(Collectors.toSet());
    }

    private List<String> values(int column) {
        return rows.stream()
                .filter(row -> column < row.length && !row[column].isBlank())
                .map(row -> row[column])
                .toList();
    }
}
