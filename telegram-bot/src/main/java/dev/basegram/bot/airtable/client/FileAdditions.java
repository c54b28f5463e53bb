package dev.basegram.bot.airtable.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.basegram.bot.airtable.Attachment;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.LinkedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A cell with files added by their links: Airtable keeps those named by id and fetches those named by URL. */
final class FileAdditions {
    private FileAdditions() {}

    /** Returns the cell to write; empty where everything is there already. */
    static Optional<JsonNode> cell(CellValue now, List<LinkedFile> files) {
        List<Attachment> held = now instanceof CellValue.Attachments(List<Attachment> there) ? there : List.of();
        List<Attachment> unmatched = new ArrayList<>(held);
        ArrayNode cell = JsonNodeFactory.instance.arrayNode();
        held.forEach(file -> cell.addObject().put("id", file.id()));
        for (LinkedFile file : files) {
            Optional<Attachment> there =
                    unmatched.stream().filter(one -> isSame(one, file)).findFirst();
            if (there.isPresent()) {
                unmatched.remove(there.get());
            } else {
                cell.addObject().put("url", file.url().toString()).put("filename", file.filename());
            }
        }
        return cell.size() == held.size() ? Optional.empty() : Optional.of(cell);
    }

    private static boolean isSame(Attachment held, LinkedFile file) {
        return held.filename().equals(file.filename())
                && (held.isArriving() || file.size() == 0 || held.size() == file.size());
    }
}
