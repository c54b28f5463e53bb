package dev.basegram.bot.chat.people;

import dev.basegram.bot.access.AccessParts;
import dev.basegram.bot.access.SettingsProblems;
import dev.basegram.bot.access.people.AccessRequests;
import dev.basegram.bot.access.people.InviteStore;
import dev.basegram.bot.access.people.MemberStore;
import dev.basegram.bot.access.people.OwnerClaims;
import dev.basegram.bot.access.people.PeopleParts;
import dev.basegram.bot.airtable.Airtable;
import dev.basegram.bot.chat.browse.Browsing;
import dev.basegram.bot.chat.personal.Speeches;
import dev.basegram.bot.config.BotSettings;
import dev.basegram.bot.session.ToldStore;
import dev.basegram.bot.store.Database;
import dev.basegram.bot.telegram.BotIdentity;
import dev.basegram.bot.telegram.MessageSender;
import java.time.Clock;

/** The screens about people, put together for tests of other packages. */
public record PeopleChat(
        Newcomers newcomers,
        People people,
        OwnerClaims claims,
        Sharing sharing,
        SettingsProblems problems,
        ProblemReports reports) {
    public static PeopleChat of(
            BotSettings settings,
            Airtable airtable,
            ToldStore told,
            Database database,
            Clock clock,
            Speeches speeches,
            MessageSender sender,
            BotIdentity identity) {
        MemberStore members = PeopleParts.members(database, clock);
        InviteStore invites = PeopleParts.invites(database, clock);
        AccessRequests requests = PeopleParts.requests(database, clock);
        OwnerClaims claims = PeopleParts.claims(database, clock);
        Admins admins = new Admins(settings, members, speeches, sender);
        var sharing = new Sharing(AccessParts.linking(settings, airtable, database, clock), admins, told);
        var newcomers = new Newcomers(claims, invites, requests, admins, sharing);
        var people = new People(
                new Inviting(invites, AccessParts.ruleBook(airtable, database, clock), identity),
                new PeopleScreens(members, requests, AccessParts.listed(airtable)));
        SettingsProblems problems = AccessParts.problems(settings, airtable, database, clock);
        return new PeopleChat(
                newcomers,
                people,
                claims,
                sharing,
                problems,
                new ProblemReports(problems, admins, told, settings, clock));
    }

    /** Looks at the settings tables and lets the scheduler tell what is wrong with them. */
    public void reportProblems() throws InterruptedException {
        problems.read();
        reports.tell();
    }

    public MyRecords mine(Browsing browsing) {
        return new MyRecords(browsing, sharing);
    }
}
