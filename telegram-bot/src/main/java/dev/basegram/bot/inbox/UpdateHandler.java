package dev.basegram.bot.inbox;

/**
 * What a lane calls for each update; owned by intake so that intake never imports the chat.
 *
 * <p>Calls come on a virtual thread, where blocking is fine; for one lane strictly one after the other, for different lanes in
 * parallel. When the handler's deadline passes, its thread is interrupted and the update counts as a transient failure.
 */
public interface UpdateHandler {
    /**
     * Handles one update.
     *
     * <p>After a crash or a transient failure the same update comes again from its start, with {@link IncomingUpdate#attempt()}
     * counted up: a write to Airtable must then land on the same record.
     *
     * @return what came of it; an exception thrown instead is a bug and counts as {@link HandleOutcome.Refused}
     */
    HandleOutcome handle(IncomingUpdate update) throws InterruptedException;

    /**
     * Tells the person that this update could not be handled for good. Called once, after its dead letter is on disk; a failure
     * to tell is logged and goes no further.
     *
     * @param reference the short name under which the operator finds the dead letter
     */
    void tellRefused(IncomingUpdate update, String reference) throws InterruptedException;

    /**
     * Tells the person that this update is kept and will be handled later, since the inbox is held. Called at most once for each
     * lane and hold.
     */
    default void tellHeld(IncomingUpdate update) throws InterruptedException {}
}
