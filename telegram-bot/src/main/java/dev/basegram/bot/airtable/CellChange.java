package dev.basegram.bot.airtable;

import java.util.List;
import java.util.Set;

/** What to do to one cell. */
public sealed interface CellChange {
    /**
     * Put this in, whatever is there.
     *
     * @param value {@link CellValue.Empty} clears the cell
     */
    record Put(CellValue value) implements CellChange {}

    /**
     * Add and remove links, keeping those others added meanwhile.
     *
     * @param add linked if they are not yet
     * @param remove unlinked if they are
     */
    record Links(List<RecordId> add, Set<RecordId> remove) implements CellChange {
        /** Creates copies. */
        public Links {
            add = List.copyOf(add);
            remove = Set.copyOf(remove);
        }
    }

    /**
     * Add and remove options of a multiple select, keeping those others added meanwhile.
     *
     * @param add chosen if they are not yet
     * @param remove no longer chosen
     */
    record Choices(List<String> add, Set<String> remove) implements CellChange {
        /** Creates copies. */
        public Choices {
            add = List.copyOf(add);
            remove = Set.copyOf(remove);
        }
    }

    /**
     * Add and remove people, keeping those others added meanwhile.
     *
     * @param add ids
     * @param remove ids
     */
    record People(List<String> add, Set<String> remove) implements CellChange {
        /** Creates copies. */
        public People {
            add = List.copyOf(add);
            remove = Set.copyOf(remove);
        }
    }

    /**
     * Remove files, keeping the others.
     *
     * @param remove attachment ids
     */
    record RemoveFiles(Set<String> remove) implements CellChange {
        /** Creates a copy. */
        public RemoveFiles {
            remove = Set.copyOf(remove);
        }
    }

    /**
     * Add files that Airtable fetches by itself, after it has answered, keeping the others; smaller ones are better added by {@link
     * Airtable#upload}. One that is there already, by name and size, is not added again: repeating the change changes nothing.
     */
    record AddFiles(List<LinkedFile> add) implements CellChange {
        /** Creates a copy. */
        public AddFiles {
            add = List.copyOf(add);
        }
    }
}
