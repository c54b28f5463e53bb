package dev.basegram.bot.access;

import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.NewRecord;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.store.StoreWrite;
import java.util.List;
import java.util.Set;

/** The account of one person's writes in the course of one occasion. For one thread. */
interface Trail {
    /** Keeps no account; for reading. */
    Trail NONE = new Trail() {
        @Override
        public List<Creating> creating(List<NewRecord> records) {
            return records.stream().map(_ -> Creating.NONE).toList();
        }

        @Override
        public Pending changing(TableId table, AirtableRecord now, Set<FieldId> fields, String detail) {
            return Pending.NONE;
        }

        @Override
        public Pending deleting(TableId table, AirtableRecord now) {
            return Pending.NONE;
        }

        @Override
        public List<StoreWrite> toSave() {
            return List.of();
        }

        @Override
        public void saveNow() {}
    };

    /** A record that is about to be made. Left without an outcome the base is looked at later for the mark it carries. */
    interface Creating {
        /** Keeps no account. */
        Creating NONE = new Creating() {
            @Override
            public void made(AirtableRecord record) {}

            @Override
            public void notMade() {}
        };

        /** It was made, now or in an earlier try. */
        void made(AirtableRecord record) throws InterruptedException;

        /** This try certainly made none. */
        void notMade();
    }

    /** A write that is about to be sent. Left without an outcome it is looked into later, as after a crash. */
    interface Pending {
        /** Keeps no account. */
        Pending NONE = new Pending() {
            @Override
            public void saved(AirtableRecord before, AirtableRecord after) {}

            @Override
            public void deleted() {}

            @Override
            public void notSaved() {}
        };

        /** It changed the record. */
        void saved(AirtableRecord before, AirtableRecord after) throws InterruptedException;

        /** It deleted the record. */
        void deleted();

        /** It certainly changed nothing. */
        void notSaved();
    }

    /** Puts on disk that records are about to be made, all at once; their keys name them: the same one noted twice is one. */
    List<Creating> creating(List<NewRecord> records) throws InterruptedException;

    /**
     * Puts on disk that fields of a record are about to change.
     *
     * @param now the record as it is known before
     * @param detail tells apart several changes of one field on one occasion, such as files; empty where there is one
     */
    Pending changing(TableId table, AirtableRecord now, Set<FieldId> fields, String detail) throws InterruptedException;

    /** Puts on disk that a record is about to be deleted. */
    Pending deleting(TableId table, AirtableRecord now) throws InterruptedException;

    /** Returns the writes to save in the commit that marks the occasion as done. */
    List<StoreWrite> toSave();

    /** Saves them now, for an occasion that is not done yet and may never be. */
    void saveNow();
}
