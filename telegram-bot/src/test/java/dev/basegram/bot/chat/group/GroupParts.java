package dev.basegram.bot.chat.group;

import dev.basegram.bot.session.SessionParts;
import dev.basegram.bot.telegram.BotIdentity;
import dev.basegram.bot.telegram.MessageSender;

/** Groups, for tests of other packages. */
public record GroupParts(PrivateRoad road, Groups groups) {
    public static GroupParts of(SessionParts stores, BotIdentity identity, MessageSender sender) {
        PrivateRoad road = new PrivateRoad(identity);
        return new GroupParts(
                road, new Groups(stores.groupScreens(), stores.sessions(), stores.changes(), road, sender));
    }
}
