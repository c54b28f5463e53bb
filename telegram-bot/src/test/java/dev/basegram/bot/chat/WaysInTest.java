package dev.basegram.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.bot.access.Actor;
import dev.basegram.bot.access.Role;
import dev.basegram.bot.access.people.Member;
import dev.basegram.bot.access.people.PeopleParts;
import dev.basegram.bot.access.people.VerifiedPhone;
import dev.basegram.bot.access.rules.RowRule;
import dev.basegram.bot.access.rules.Rule;
import dev.basegram.bot.access.rules.RuleParts;
import dev.basegram.bot.access.rules.RuleState;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.action.CallbackData;
import dev.basegram.bot.chat.screen.StatusButton;
import dev.basegram.bot.telegram.ScriptedBotApi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Generated rules and people, and every way in: a press of a button that was shown or that no button had, a command, a deep link, a
 * step of a form, a form that outlived the rights it was begun with, a text, an edited message. What the rules allow works; what
 * they refuse changes nothing, and reads the same whether or not there is such a record.
 */
class WaysInTest {
    private static final int WORLDS = 45;
    private static final int LEAST_CASES = 3_000;
    private static final AtomicInteger WORLDS_DONE = new AtomicInteger();
    private static final AtomicInteger CASES = new AtomicInteger();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, WORLDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsAllowedWorksAndWhatIsRefusedTellsNothing(long seed) throws Exception {
        try (World world = new World(new Random(seed))) {
            world.check();
            CASES.addAndGet(world.cases);
            WORLDS_DONE.incrementAndGet();
        }
    }

    @AfterAll
    static void thereWereThousandsOfCases() {
        if (WORLDS_DONE.get() == WORLDS) {
            assertThat(CASES.get()).isGreaterThan(LEAST_CASES);
        }
    }

    /** What the person is. */
    private enum Who {
        OWNER,
        ADMIN,
        EDITOR,
        VIEWER,
        SELF_SERVICE,
        DROP_BOX,
        STRANGER,
        BLOCKED;

        boolean unlimited() {
            return this == OWNER || this == ADMIN;
        }

        boolean out() {
            return this == STRANGER || this == BLOCKED;
        }

        Role role() {
            return this == BLOCKED || this == STRANGER ? Role.EDITOR : Role.valueOf(name());
        }
    }

    private static final class World implements AutoCloseable {
        private static final long ME = 1002;
        private static final Actor BY = new Actor(Chat.OWNER, "Ada", "test");
        private static final RecordId NO_SUCH = new RecordId("recNoSuch00000001");
        private static final Field NOTES_FIELD =
                new Field(Workshop.NOTES, "Notes", null, new FieldType.MultilineText());

        private final Random random;
        private final Set<RecordId> matching = new HashSet<>();
        private final Set<RecordId> sent = new HashSet<>();
        private final FakeAirtable base;
        private final Chat chat;
        private final Who who;
        private final Optional<Rule> rule;
        private final boolean known;
        private final RecordId anna;
        private final List<RecordId> rows;
        private int cases;

        World(Random random) throws Exception {
            this.random = random;
            this.base = new FakeAirtable(List.of(orders(), Workshop.clients())) {
                @Override
                public Uni<Answer<Set<RecordId>>> matching(Caller caller, TableId table, String adminFormula) {
                    return Uni.createFrom().item(Answer.ok(Set.copyOf(matching)));
                }
            };
            this.anna = base.put(Workshop.CLIENTS, Map.of(Workshop.CLIENT_NAME, new CellValue.Text("Client-Anna")));
            RecordId boris =
                    base.put(Workshop.CLIENTS, Map.of(Workshop.CLIENT_NAME, new CellValue.Text("Client-Boris")));
            for (int i = 1; i <= 6; i++) {
                base.put(
                        Workshop.ORDERS,
                        Map.of(
                                Workshop.NAME, new CellValue.Text("name%d!".formatted(i)),
                                Workshop.STATUS, new CellValue.Choice("New"),
                                Workshop.NOTES, new CellValue.Text("note%d!".formatted(i)),
                                Workshop.CLIENT, new CellValue.Links(List.of(i % 2 == 0 ? anna : boris))));
            }
            this.rows = base.records(Workshop.ORDERS).stream()
                    .map(AirtableRecord::id)
                    .toList();
            rows.stream().filter(_ -> coin()).forEach(matching::add);
            this.who = Who.values()[random.nextInt(Who.values().length)];
            this.known = coin();
            this.rule = random.nextInt(8) == 0 ? Optional.empty() : Optional.of(anyRule());
            this.chat = new Chat(base);
            comeIn();
        }

        private boolean coin() {
            return random.nextBoolean();
        }

        private static Table orders() {
            return Workshop.orders(List.of(
                    Workshop.field(Workshop.NAME, "Order", new FieldType.SingleLineText()),
                    Workshop.STATUS_FIELD,
                    Workshop.field(
                            Workshop.CLIENT,
                            "Client",
                            new FieldType.RecordLinks(Workshop.CLIENTS, false, true, null, null)),
                    NOTES_FIELD));
        }

        private Rule anyRule() {
            RowRule which = switch (random.nextInt(4)) {
                case 0 -> new RowRule.All();
                case 1 -> new RowRule.Mine(Workshop.CLIENT);
                case 2 -> new RowRule.Sent();
                default -> new RowRule.Matching("{Status} = 'New'");
            };
            Set<FieldId> editable = new HashSet<>(someOf(Workshop.STATUS, Workshop.NOTES));
            editable.add(Workshop.NAME);
            return new Rule(
                    Workshop.ORDERS,
                    who.unlimited() ? Role.EDITOR : who.role(),
                    random.nextInt(4) != 0,
                    coin(),
                    coin(),
                    coin(),
                    which,
                    someOf(Workshop.NOTES, Workshop.CLIENT),
                    coin() ? Optional.empty() : Optional.of(editable),
                    Set.of(),
                    List.of());
        }

        private Set<FieldId> someOf(FieldId... fields) {
            return Arrays.stream(fields).filter(_ -> coin()).collect(Collectors.toSet());
        }

        private void comeIn() {
            if (who != Who.STRANGER) {
                PeopleParts.members(chat.database(), chat.clock)
                        .admit(
                                BY,
                                new Member(
                                        ME,
                                        "Ada",
                                        who.role(),
                                        who == Who.BLOCKED,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        chat.clock.instant()));
            }
            if (known) {
                PeopleParts.phones(chat.database(), chat.clock)
                        .verify(
                                new Actor(ME, "Ada", "test"),
                                new VerifiedPhone(
                                        "+33612345678", Optional.of(new Member.OwnRecord(Workshop.CLIENTS, anna))));
            }
            sent.add(rows.get(4));
            PeopleParts.sent(chat.database()).note(ME, Workshop.ORDERS, rows.get(4));
            giveRule();
        }

        private void giveRule() {
            rule.ifPresent(given -> chat.database()
                    .writeNow(RuleParts.store(chat.database(), chat.clock).change(BY, RuleState.of(given))));
        }

        private void takeRule() {
            rule.ifPresent(given -> chat.database()
                    .writeNow(RuleParts.store(chat.database(), chat.clock)
                            .change(BY, RuleState.none(given.table(), given.role()))));
        }

        // The plainest reading of the rule

        private boolean table() {
            return who.unlimited()
                    || !who.out() && rule.filter(r -> r.see() || r.add()).isPresent();
        }

        private boolean sees(RecordId id) {
            if (find(id).isEmpty() || !table()) {
                return false;
            }
            if (who.unlimited()) {
                return true;
            }
            Rule r = rule.orElseThrow();
            return r.see()
                    && switch (r.rows()) {
                        case RowRule.All _ -> true;
                        case RowRule.Sent _ -> sent.contains(id);
                        case RowRule.Matching _ -> matching.contains(id);
                        case RowRule.Mine _ ->
                            known
                                    && find(id).orElseThrow()
                                            .cell(Workshop.CLIENT)
                                            .equals(new CellValue.Links(List.of(anna)));
                        default -> throw new AssertionError("no such rule is made here");
                    };
        }

        private boolean shows(FieldId field) {
            return table() && (who.unlimited() || !rule.orElseThrow().hidden().contains(field));
        }

        private boolean writes(FieldId field) {
            return shows(field)
                    && (who.unlimited()
                            || rule.orElseThrow()
                                    .editable()
                                    .map(only -> only.contains(field))
                                    .orElse(true));
        }

        private boolean edits(RecordId id, FieldId field) {
            return sees(id)
                    && writes(field)
                    && (who.unlimited() || rule.orElseThrow().edit());
        }

        private boolean adds() {
            return table()
                    && (who.unlimited()
                            || rule.orElseThrow().add()
                                    && (known || !(rule.orElseThrow().rows() instanceof RowRule.Mine)));
        }

        private boolean deletes(RecordId id) {
            return sees(id) && (who.unlimited() || rule.orElseThrow().delete());
        }

        private Optional<AirtableRecord> find(RecordId id) {
            return base.records(Workshop.ORDERS).stream()
                    .filter(row -> row.id().equals(id))
                    .findFirst();
        }

        // Every way in

        void check() throws Exception {
            List<RecordId> targets = new ArrayList<>(rows);
            for (RecordId id : targets) {
                opening(id);
                status(id);
                editing(id);
                deleting(id);
                looking(id);
            }
            listing();
            searching();
            adding();
            outlived();
            otherPeoplesThings();
            commandsOfOthers();
            nothingLeaked();
        }

        private void opening(RecordId id) {
            String press = CallbackData.encode(new Action.Open(Workshop.ORDERS, id));
            String forged = CallbackData.encode(new Action.Open(Workshop.ORDERS, NO_SUCH));
            seenOrNot(id, presses(press), presses(forged));
            seenOrNot(
                    id,
                    types("/start r_" + bare(Workshop.ORDERS.value()) + "_" + bare(id.value())),
                    types("/start r_" + bare(Workshop.ORDERS.value()) + "_" + bare(NO_SUCH.value())));
        }

        private void seenOrNot(RecordId id, String answer, String answerToNone) {
            cases++;
            if (sees(id)) {
                assertThat(answer).as("%s sees %s", who, id).contains(name(id));
            } else {
                assertThat(answer).as("%s does not see %s", who, id).isEqualTo(answerToNone);
            }
            assertThat(answer.contains(note(id)))
                    .as("%s and the notes of %s", who, id)
                    .isEqualTo(sees(id) && shows(Workshop.NOTES));
        }

        private void status(RecordId id) {
            for (boolean onCard : new boolean[] {true, false}) {
                CellValue before = find(id).orElseThrow().cell(Workshop.STATUS);
                var seen = StatusButton.fingerprint(Workshop.STATUS_FIELD, before);
                String data = CallbackData.encode(new Action.SetChoice(Workshop.ORDERS, id, Workshop.STATUS, 2, seen));
                String none =
                        CallbackData.encode(new Action.SetChoice(Workshop.ORDERS, NO_SUCH, Workshop.STATUS, 2, seen));
                Map<RecordId, AirtableRecord> all = snapshot();
                if (onCard) {
                    presses(CallbackData.encode(new Action.Open(Workshop.ORDERS, id)));
                }
                String answer = onCard ? pressesLast(data) : presses(data);
                boolean may = edits(id, Workshop.STATUS);
                changedOnly(all, may ? Set.of(id) : Set.of(), "status of " + id);
                if (may) {
                    assertThat(find(id).orElseThrow().cell(Workshop.STATUS)).isEqualTo(new CellValue.Choice("Ready"));
                } else if (!sees(id)) {
                    assertThat(answer).isEqualTo(presses(none));
                }
                restore(all);
            }
        }

        private void editing(RecordId id) {
            Map<RecordId, AirtableRecord> all = snapshot();
            String answer = presses(CallbackData.encode(new Action.EditField(Workshop.ORDERS, id, Workshop.NOTES)));
            boolean may = edits(id, Workshop.NOTES);
            assertThat(inForm())
                    .as("%s edits the notes of %s under %s", who, id, rule)
                    .isEqualTo(may);
            if (!sees(id)) {
                String none =
                        presses(CallbackData.encode(new Action.EditField(Workshop.ORDERS, NO_SUCH, Workshop.NOTES)));
                assertThat(answer).isEqualTo(none);
            }
            types("changed by hand");
            chat.edits(ME, "changed by editing");
            changedOnly(all, Set.of(), "typing alone");
            saveButton().ifPresent(this::pressesLast);
            changedOnly(all, may ? Set.of(id) : Set.of(), "notes of " + id);
            restore(all);
            types("/cancel");
        }

        private void deleting(RecordId id) throws InterruptedException {
            Map<RecordId, AirtableRecord> all = snapshot();
            boolean may = deletes(id);
            String asked = presses(CallbackData.encode(new Action.AskDelete(Workshop.ORDERS, id)));
            String held = presses(CallbackData.encode(new Action.Delete(Workshop.ORDERS, id)));
            if (!sees(id)) {
                assertThat(asked)
                        .isEqualTo(presses(CallbackData.encode(new Action.AskDelete(Workshop.ORDERS, NO_SUCH))));
                assertThat(held).isEqualTo(presses(CallbackData.encode(new Action.Delete(Workshop.ORDERS, NO_SUCH))));
            }
            chat.clock.pass(Duration.ofSeconds(61));
            chat.carryOutDeletions();
            cases++;
            assertThat(find(id).isEmpty())
                    .as("%s deletes %s under %s", who, id, rule)
                    .isEqualTo(may);
            assertThat(base.records(Workshop.ORDERS)).hasSize(may ? all.size() - 1 : all.size());
            restore(all);
        }

        private void looking(RecordId id) {
            for (boolean links : new boolean[] {true, false}) {
                FieldId field = links ? Workshop.CLIENT : Workshop.NOTES;
                String answer = presses(data(links, id, field));
                cases++;
                if (!sees(id)) {
                    assertThat(answer).isEqualTo(presses(data(links, NO_SUCH, field)));
                } else if (!shows(field)) {
                    assertThat(answer).doesNotContain(note(id)).doesNotContain("Client-");
                } else if (!links) {
                    assertThat(answer).contains(note(id));
                }
            }
        }

        private static String data(boolean links, RecordId id, FieldId field) {
            return CallbackData.encode(
                    links
                            ? new Action.Linked(Workshop.ORDERS, id, field)
                            : new Action.More(Workshop.ORDERS, id, field));
        }

        private void listing() {
            String list = presses(CallbackData.encode(new Action.Browse(Workshop.ORDERS, Optional.empty(), 0)));
            for (RecordId id : rows) {
                cases++;
                assertThat(list.contains(name(id)))
                        .as("%s lists %s under %s", who, id, rule)
                        .isEqualTo(sees(id));
            }
            String clients = presses(CallbackData.encode(new Action.Browse(Workshop.CLIENTS, Optional.empty(), 0)));
            cases++;
            assertThat(clients.contains("Client-Anna")).isEqualTo(who.unlimited());
            if (!who.out() && !who.unlimited()) {
                String none = presses(
                        CallbackData.encode(new Action.Browse(new TableId("tblNoSuch00000001"), Optional.empty(), 0)));
                assertThat(clients).isEqualTo(none);
            }
            String menu = types("/menu") + buttons();
            assertThat(menu.contains("Orders")).isEqualTo(table());
            assertThat(menu.contains("Clients")).isEqualTo(who.unlimited());
        }

        private void searching() {
            types("/find");
            String found = types("name") + types("/find note");
            for (RecordId id : rows) {
                cases++;
                assertThat(found.contains(name(id)))
                        .as("%s finds %s under %s", who, id, rule)
                        .isEqualTo(sees(id));
            }
        }

        private void adding() {
            List<Runnable> ways = List.of(
                    () -> types("/add Orders"),
                    () -> types("/start f_" + bare(Workshop.ORDERS.value())),
                    () -> presses(CallbackData.encode(new Action.Add(Workshop.ORDERS))));
            for (int i = 0; i < ways.size(); i++) {
                // A role has its commands, whatever its rules: /add is none of a viewer's, whose lists have the button.
                boolean may = adds() && !(i == 0 && who == Who.VIEWER);
                Map<RecordId, AirtableRecord> all = snapshot();
                ways.get(i).run();
                assertThat(inForm()).as("%s adds under %s", who, rule).isEqualTo(may);
                types("made here");
                pressesIfThere("⏭ Review");
                pressesIfThere("Save");
                cases++;
                List<AirtableRecord> made = base.records(Workshop.ORDERS).stream()
                        .filter(row -> !all.containsKey(row.id()))
                        .toList();
                assertThat(made).as("%s adds under %s", who, rule).hasSize(may ? 1 : 0);
                if (may && !who.unlimited() && rule.orElseThrow().rows() instanceof RowRule.Mine) {
                    assertThat(made.getFirst().cell(Workshop.CLIENT)).isEqualTo(new CellValue.Links(List.of(anna)));
                }
                restore(all);
                types("/cancel");
            }
        }

        /** Rights that end in the middle of a form, the rule's or the person's own. */
        private void outlived() {
            for (boolean ruleEnds : new boolean[] {true, false}) {
                for (boolean add : new boolean[] {true, false}) {
                    outlived(ruleEnds, add);
                }
            }
        }

        private void outlived(boolean ruleEnds, boolean add) {
            if (who.out() || ruleEnds && who.unlimited()) {
                return;
            }
            Map<RecordId, AirtableRecord> all = snapshot();
            if (add) {
                types("/add Orders");
                types("made too late");
                pressesIfThere("⏭ Review");
            } else {
                presses(CallbackData.encode(new Action.EditField(Workshop.ORDERS, rows.get(1), Workshop.NOTES)));
                types("changed too late");
            }
            Optional<String> save = saveButton();
            if (ruleEnds) {
                takeRule();
            } else {
                chat.database()
                        .writeNow(
                                PeopleParts.members(chat.database(), chat.clock).remove(BY, ME));
                PeopleParts.phones(chat.database(), chat.clock).passOver(new Actor(ME, "Ada", "test"), "+33612345678");
            }
            cases++;
            save.ifPresent(this::pressesLast);
            types("typed after the end");
            chat.edits(ME, "edited after the end");
            types("/undo");
            changedOnly(all, Set.of(), "a form that outlived its rights");
            if (ruleEnds) {
                giveRule();
            } else {
                comeIn();
            }
            types("/cancel");
        }

        /** Others' changes and drafts, by their ids, which can be guessed. */
        private void otherPeoplesThings() {
            Map<RecordId, AirtableRecord> before = snapshot();
            chat.types("/add Orders").types("the owner's").presses("⏭ Review").presses("Save");
            String undo = chat.telegram.messages().stream()
                    .filter(message -> message.chat() == Chat.OWNER)
                    .reduce((_, later) -> later)
                    .orElseThrow()
                    .button("Undo");
            chat.types("/add Orders").types("the owner's draft");
            String next = chat.telegram.messages().stream()
                    .filter(message -> message.chat() == Chat.OWNER)
                    .filter(message -> !message.buttons().isEmpty())
                    .reduce((_, later) -> later)
                    .orElseThrow()
                    .button("⏭ Review");
            Map<RecordId, AirtableRecord> all = snapshot();
            presses(undo);
            String draft = next.split("\\.", -1)[1];
            for (String data : List.of(next, "r." + draft, "x." + draft, "f." + draft + ".2.s0")) {
                cases++;
                assertThat(presses(data)).doesNotContain("owner's");
            }
            changedOnly(all, Set.of(), "the owner's things");
            assertThat(chat.stores.drafts().of(Chat.OWNER)).isNotEmpty();
            chat.types("/cancel");
            restore(before);
        }

        private void commandsOfOthers() {
            for (String command : List.of("/users", "/invite", "/audit")) {
                cases++;
                String answer = types(command);
                assertThat(answer.contains(command) || who.out())
                        .as("%s types %s", who, command)
                        .isEqualTo(!who.unlimited());
            }
            for (String data : List.of("P.l.0.-.-", "P.v.0.-.-", "P.g.rt.o.-", "P.b.rt.-.-", "P.x.rt.-.-", "j.a.0")) {
                if (!who.unlimited()) {
                    cases++;
                    presses(data);
                }
            }
            assertThat(PeopleParts.members(chat.database(), chat.clock).find(ME).map(Member::role))
                    .isEqualTo(who == Who.STRANGER ? Optional.empty() : Optional.of(who.role()));
        }

        /** No text that ever reached the person holds a row they never saw. */
        private void nothingLeaked() {
            String everything = chat.telegram.calls().stream()
                    .filter(call -> call.parameter("chat_id").equals(Long.toString(ME))
                            || call.method().equals("answerCallbackQuery"))
                    .map(call -> call.parameter("text") + call.parameter("reply_markup"))
                    .collect(Collectors.joining("\n"));
            for (RecordId id : rows) {
                cases++;
                if (!sees(id)) {
                    assertThat(everything).doesNotContain(name(id)).doesNotContain(note(id));
                }
            }
        }

        // How a client acts

        private String presses(String data) {
            return answer(() -> chat.presses(ME, 1, data));
        }

        /** Presses as if under the last screen, where real buttons are. */
        private String pressesLast(String data) {
            int screen =
                    mine().stream().mapToInt(ScriptedBotApi.Shown::id).max().orElse(1);
            return answer(() -> chat.presses(ME, screen, data));
        }

        private void pressesIfThere(String label) {
            button(label).ifPresent(this::pressesLast);
        }

        private Optional<String> saveButton() {
            return button("Save");
        }

        private Optional<String> button(String label) {
            return screen().filter(last -> last.labels().stream().anyMatch(each -> each.contains(label)))
                    .map(last -> last.button(label));
        }

        private Optional<ScriptedBotApi.Shown> screen() {
            return mine().stream()
                    .filter(message -> !message.buttons().isEmpty())
                    .reduce((_, later) -> later);
        }

        private String types(String text) {
            return answer(() -> chat.types(ME, text));
        }

        /** Returns everything the person was told by an act, and what flashed over the chat. */
        private String answer(Runnable act) {
            int before = chat.telegram.calls().size();
            act.run();
            List<ScriptedBotApi.Call> all = chat.telegram.calls();
            return all.subList(before, all.size()).stream()
                    .filter(call -> call.method().equals("answerCallbackQuery")
                            || call.parameter("chat_id").equals(Long.toString(ME)))
                    .map(call -> call.parameter("text"))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining("\n"));
        }

        private String buttons() {
            return screen().map(last -> last.labels().toString()).orElse("");
        }

        private List<ScriptedBotApi.Shown> mine() {
            return chat.telegram.messages().stream()
                    .filter(message -> message.chat() == ME)
                    .toList();
        }

        private boolean inForm() {
            return button("Cancel").isPresent();
        }

        private Map<RecordId, AirtableRecord> snapshot() {
            return base.records(Workshop.ORDERS).stream().collect(Collectors.toMap(AirtableRecord::id, row -> row));
        }

        private void restore(Map<RecordId, AirtableRecord> all) {
            base.restore(
                    Workshop.ORDERS,
                    all.values().stream()
                            .sorted(java.util.Comparator.comparing(
                                    row -> row.id().value()))
                            .toList());
        }

        private void changedOnly(Map<RecordId, AirtableRecord> before, Set<RecordId> expected, String what) {
            cases++;
            Map<RecordId, AirtableRecord> now = snapshot();
            Set<RecordId> changed = new HashSet<>(before.keySet());
            changed.addAll(now.keySet());
            changed.removeIf(id -> java.util.Objects.equals(before.get(id), now.get(id)));
            assertThat(changed).as("%s: %s under %s", who, what, rule).isEqualTo(expected);
        }

        private String name(RecordId id) {
            return "name%d!".formatted(rows.indexOf(id) + 1);
        }

        private String note(RecordId id) {
            return "note%d!".formatted(rows.indexOf(id) + 1);
        }

        private static String bare(String id) {
            return id.substring(3);
        }

        @Override
        public void close() throws Exception {
            chat.close();
        }
    }
}
