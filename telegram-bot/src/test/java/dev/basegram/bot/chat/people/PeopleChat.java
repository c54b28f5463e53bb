package dev.basegram.bot.chat.people;

import dev.basegram.bot.access.people.AccessRequests;
import dev.basegram.bot.access.people.InviteStore;
import dev.basegram.bot.access.people.MemberStore;
import dev.basegram.bot.access.people.OwnerClaims;
import dev.basegram.bot.access.people.PeopleParts;
import dev.basegram.bot.access.rules.RuleParts;
import dev.basegram.bot.chat.personal.Speeches;
import dev.basegram.bot.config.BotSettings;
import dev.basegram.bot.store.Database;
import dev.basegram.bot.telegram.BotIdentity;
import dev.basegram.bot.telegram.MessageSender;
import java.time.Clock;

/** The screens about people, put together for tests of other packages. */
public record PeopleChat(Newcomers newcomers, People people, OwnerClaims claims) {
    public static PeopleChat of(
            BotSettings settings,
            Database database,
            Clock clock,
            Speeches speeches,
            MessageSender sender,
            BotIdentity identity) {
        MemberStore members = PeopleParts.members(database);
        InviteStore invites = PeopleParts.invites(database, clock);
        AccessRequests requests = PeopleParts.requests(database, clock);
        OwnerClaims claims = PeopleParts.claims(database, clock);
        var newcomers = new Newcomers(claims, invites, requests, new Admins(settings, members, speeches, sender));
        var people = new People(
                new Inviting(invites, RuleParts.store(database), identity), new PeopleScreens(members, requests));
        return new PeopleChat(newcomers, people, claims);
    }
}
