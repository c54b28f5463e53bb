package dev.basegram.bot.session;

import dev.basegram.bot.store.Database;
import java.time.Clock;

/** The stores of what people are in the middle of, for tests of other packages. */
public record SessionParts(
        SessionStore sessions,
        DraftStore drafts,
        PreferenceStore preferences,
        ChangeStore changes,
        SentFileStore sentFiles,
        ToldStore told,
        GroupScreenStore groupScreens,
        ArrivalStore arrivals) {
    public static SessionParts of(Database database, Clock clock) {
        return new SessionParts(
                new SessionStore(database, clock),
                new DraftStore(database, clock),
                new PreferenceStore(database),
                new ChangeStore(database),
                new SentFileStore(database, clock),
                new ToldStore(database),
                new GroupScreenStore(database, clock),
                new ArrivalStore(database));
    }
}
