package dev.basegram.bot.chat.command;

import dev.basegram.bot.chat.audit.Auditing;
import dev.basegram.bot.chat.browse.Browsing;
import dev.basegram.bot.chat.browse.Searching;
import dev.basegram.bot.chat.form.FormParts;
import dev.basegram.bot.chat.group.PrivateRoad;
import dev.basegram.bot.chat.people.MyRecords;
import dev.basegram.bot.chat.people.People;
import dev.basegram.bot.chat.personal.Personal;
import dev.basegram.bot.chat.undo.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Every command of ours, for tests of other packages. */
public final class CommandParts {
    private CommandParts() {}

    public static CommandRegistry all(
            Browsing browsing,
            Searching searching,
            FormParts forms,
            Personal personal,
            Undo undo,
            People people,
            PrivateRoad road,
            Auditing auditing,
            MyRecords mine,
            List<ChatCommand> own) {
        AtomicReference<CommandRegistry> registry = new AtomicReference<>();
        List<ChatCommand> all = new ArrayList<>(own);
        all.addAll(List.of(
                new StartCommand(browsing, forms.forms(), road),
                new MenuCommand(browsing),
                new AddCommand(forms.forms()),
                new FindCommand(searching),
                new DraftsCommand(forms.drafts()),
                new UndoCommand(undo),
                new LangCommand(personal),
                new TzCommand(personal),
                new WhoAmICommand(),
                new InviteCommand(people),
                new UsersCommand(people),
                new AuditCommand(auditing),
                new MyCommand(mine),
                new HelpCommand(registry::get),
                new CancelCommand(forms.forms())));
        registry.set(new CommandRegistry(all));
        return registry.get();
    }
}
