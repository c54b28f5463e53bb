package dev.basegram.bot.airtable;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why something could not be done at Airtable: what a person can be told, and what an operator must do.
 *
 * <p>No failure carries a secret or what is in a record; those that quote Airtable quote its message, which may name a field.
 */
public sealed interface AirtableFailure {
    /** Returns a sentence for the person, in English; callers with other languages go by the type. */
    String forPerson();

    /** Returns what the operator should know and do, in English, for the log and the status. */
    String forOperator();

    /** Tells whether the same call may work later without anybody doing anything. */
    default boolean passes() {
        return this instanceof Passing;
    }

    /** Returns the least pause before it is worth trying again, where known. */
    default Optional<Duration> retryAfter() {
        return Optional.empty();
    }

    /** It passes by itself: nothing was written, and the same call may work later. */
    sealed interface Passing extends AirtableFailure {}

    /** An operator has to do something. */
    sealed interface ForOperator extends AirtableFailure {
        @Override
        default String forPerson() {
            return "The bot is not allowed to do this in Airtable at the moment. The owner has been told.";
        }
    }

    /** What was asked for is no longer there. */
    sealed interface Gone extends AirtableFailure {}

    /** What was sent cannot be stored as it is: the person can mend it. */
    sealed interface Refused extends AirtableFailure {}

    /**
     * The token is not valid.
     */
    record TokenRejected() implements ForOperator {
        @Override
        public String forOperator() {
            return "Airtable rejects AIRTABLE_TOKEN. Create a personal access token at airtable.com/create/tokens and set it.";
        }
    }

    /**
     * The token lacks a scope.
     *
     * @param scope which one
     */
    record MissingScope(Scope scope) implements ForOperator {
        @Override
        public String forOperator() {
            return "The Airtable token lacks the scope " + scope.wire() + ". Add it at airtable.com/create/tokens.";
        }
    }

    /**
     * The token may not use the base, or the base does not exist.
     *
     * @param base which one
     */
    record BaseNotGranted(BaseId base) implements ForOperator {
        @Override
        public String forOperator() {
            return "The Airtable token has no access to the base " + base
                    + ". Check AIRTABLE_BASE_ID, and grant the token access to this base at airtable.com/create/tokens.";
        }
    }

    /**
     * The token's user may not do this in the base.
     *
     * @param message Airtable's own, which names the table or field
     */
    record NotPermitted(String message) implements ForOperator {
        @Override
        public String forOperator() {
            return "Airtable does not permit it: \"" + message
                    + "\". Give the token's user a greater role in the base, or lift the restriction on the table or field.";
        }
    }

    /**
     * The workspace has used up the calls of its plan for this month.
     *
     * @param message Airtable's own; empty where we stopped by ourselves
     */
    record MonthlyCallsSpent(String message) implements ForOperator {
        @Override
        public String forPerson() {
            return "Airtable's monthly limit is used up, so nothing can be read or saved until it is raised or the month ends.";
        }

        @Override
        public String forOperator() {
            return "The workspace's monthly Airtable calls are used up. Raise the plan, or wait for the next month.";
        }
    }

    /**
     * Airtable refused the calls for a while because they were too many.
     *
     * @param until when the pause ends
     * @param pause how long that is from the moment of failing
     */
    record RateLimited(Instant until, Duration pause) implements Passing {
        @Override
        public String forPerson() {
            return "Airtable asks us to slow down. Please try again in half a minute.";
        }

        @Override
        public String forOperator() {
            return "Airtable answered 429; calls to the base are held until " + until
                    + ". Something else may be using the same base or token.";
        }

        @Override
        public Optional<Duration> retryAfter() {
            return Optional.of(pause);
        }
    }

    /**
     * Too much is waiting already: the queue is full, or the call waited longer than its caller has patience.
     *
     * @param waiting how many calls wait
     * @param reason for the log
     */
    record Busy(int waiting, String reason) implements Passing {
        @Override
        public String forPerson() {
            return "Many people use the bot right now. Please try again in a moment.";
        }

        @Override
        public String forOperator() {
            return reason + " (" + waiting + " calls wait for Airtable's limit of 5 a second)";
        }

        @Override
        public Optional<Duration> retryAfter() {
            return Optional.of(Duration.ofSeconds(2));
        }
    }

    /**
     * Airtable cannot be reached or fails by itself; nothing was written.
     *
     * @param reason such as {@code HTTP 503}, {@code no answer within 30 s} or {@code connection refused}
     * @param pause the least pause; null where unknown
     */
    record Unavailable(String reason, @Nullable Duration pause) implements Passing {
        @Override
        public String forPerson() {
            return "Airtable does not answer right now. Please try again in a minute.";
        }

        @Override
        public String forOperator() {
            return "Airtable does not answer: " + reason + ". See status.airtable.com.";
        }

        @Override
        public Optional<Duration> retryAfter() {
            return Optional.ofNullable(pause);
        }
    }

    /**
     * The answer is not what Airtable sends: cut, garbled, or too large.
     *
     * @param reason what was wrong; quotes nothing of the answer
     */
    record BadAnswer(String reason) implements Passing {
        @Override
        public String forPerson() {
            return "Airtable's answer could not be read. Please try again.";
        }

        @Override
        public String forOperator() {
            return "Airtable's answer could not be read: " + reason + ". A proxy in between may garble it.";
        }
    }

    /**
     * A write was sent, and whether it took effect could not be found out.
     *
     * @param reason what cut it off
     */
    record OutcomeUnknown(String reason) implements AirtableFailure {
        @Override
        public String forPerson() {
            return "It is not certain whether this was saved. Please look before you send it again.";
        }

        @Override
        public String forOperator() {
            return "A write was sent to Airtable and its outcome could not be found out: " + reason + ".";
        }

        /** The same write, with the same key, may be sent again: it looks for its own trace first. */
        @Override
        public boolean passes() {
            return true;
        }
    }

    /**
     * The table was deleted, or the token no longer sees it.
     *
     * @param table which one
     */
    record TableGone(TableId table) implements Gone {
        @Override
        public String forPerson() {
            return "This table no longer exists.";
        }

        @Override
        public String forOperator() {
            return "The table " + table + " is not in the base, or the token may not see it.";
        }
    }

    /**
     * The view was deleted.
     *
     * @param view which one
     */
    record ViewGone(ViewId view) implements Gone {
        @Override
        public String forPerson() {
            return "This view no longer exists.";
        }

        @Override
        public String forOperator() {
            return "The view " + view + " is not in the base.";
        }
    }

    /**
     * The record was deleted.
     *
     * @param record which one
     */
    record RecordGone(RecordId record) implements Gone {
        @Override
        public String forPerson() {
            return "This record no longer exists.";
        }

        @Override
        public String forOperator() {
            return "The record " + record + " is not in its table.";
        }
    }

    /**
     * The field was removed.
     *
     * @param field which one; null where Airtable names it only by a text that fits no field
     * @param name the name it had, as far as known
     */
    record FieldGone(@Nullable FieldId field, String name) implements Gone {
        @Override
        public String forPerson() {
            return "The field \"" + name + "\" was removed or changed its type.";
        }

        @Override
        public String forOperator() {
            return "The field \"" + name + "\" (" + field
                    + ") was removed or changed its type. People see the new form.";
        }
    }

    /**
     * The file is no longer in its cell.
     *
     * @param attachment which one
     */
    record AttachmentGone(String attachment) implements Gone {
        @Override
        public String forPerson() {
            return "This file is no longer in the record.";
        }

        @Override
        public String forOperator() {
            return "The attachment " + attachment + " is not in its cell.";
        }
    }

    /**
     * A value does not fit its field.
     *
     * @param field which field; null where Airtable does not name one that we know
     * @param name its name
     * @param reason the rest of the sentence «FIELD …», in English
     */
    record ValueRefused(@Nullable FieldId field, String name, String reason) implements Refused {
        @Override
        public String forPerson() {
            return "\"" + name + "\" " + reason + ".";
        }

        @Override
        public String forOperator() {
            return "A value was refused: \"" + name + "\" " + reason + ".";
        }
    }

    /**
     * What was asked is too much for one call: a file, a text, a formula, a number of records.
     *
     * @param what what is too large, in English
     * @param limit the most there may be
     * @param actual how much there is
     */
    record TooLarge(String what, long limit, long actual) implements Refused {
        @Override
        public String forPerson() {
            return what + " is too large: " + actual + ", and at most " + limit + " can be sent.";
        }

        @Override
        public String forOperator() {
            return forPerson();
        }
    }

    /**
     * Airtable does not understand the request: a bug of ours, or a change of theirs.
     *
     * @param status HTTP status
     * @param type Airtable's type of error; empty where none
     * @param message Airtable's own
     */
    record RequestRefused(int status, String type, String message) implements AirtableFailure {
        @Override
        public String forPerson() {
            return "Airtable did not accept this. The owner has been told.";
        }

        @Override
        public String forOperator() {
            return "Airtable refused a request: HTTP " + status + " " + type + " \"" + message
                    + "\". Please report it.";
        }
    }
}
