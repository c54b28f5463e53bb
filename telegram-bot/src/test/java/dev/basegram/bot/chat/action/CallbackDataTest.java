package dev.basegram.bot.chat.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.bot.access.Role;
import dev.basegram.bot.access.audit.AuditFilter;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.airtable.ViewId;
import dev.basegram.bot.chat.text.Language;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a button carries fits, comes back as it was, and is never trusted. */
class CallbackDataTest {
    private static final long SEED = 64;
    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final Random random = new Random(SEED);

    @Test
    void everyActionComesBackAsItWasAndFitsIn64Bytes() {
        for (int i = 0; i < 5_000; i++) {
            Action action = generated();

            String data = CallbackData.encode(action);

            assertThat(data.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(1, 64);
            assertThat(CallbackData.decode(data)).contains(action);
        }
    }

    @Test
    void everyKindOfActionIsAmongTheGeneratedOnes() {
        List<Class<?>> all = List.of(Action.class.getPermittedSubclasses());
        assertThat(java.util.stream.Stream.generate(this::generated)
                        .limit(2_000)
                        .map(Object::getClass))
                .containsAll((Iterable) all);
    }

    @Test
    void forgedDataIsNoAction() {
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = new byte[random.nextInt(65)];
            random.nextBytes(bytes);
            String forged = new String(bytes, StandardCharsets.ISO_8859_1);
            CallbackData.decode(forged)
                    .ifPresent(action -> assertThat(CallbackData.encode(action)).isEqualTo(forged));
        }
    }

    @Test
    void dataThatIsAlmostRightIsNoAction() {
        for (int i = 0; i < 5_000; i++) {
            StringBuilder data = new StringBuilder(CallbackData.encode(generated()));
            data.setCharAt(random.nextInt(data.length()), (char) (32 + random.nextInt(95)));
            String forged = data.toString();
            CallbackData.decode(forged)
                    .ifPresent(action -> assertThat(CallbackData.encode(action)).isEqualTo(forged));
        }
    }

    @Test
    void knownForgeriesAreRefused() {
        assertThat(List.of(
                        "",
                        ".",
                        "b",
                        "b.abc",
                        "b.abc.-.-1",
                        "b.abc.-.zzzzzzzz",
                        "o.abc.' OR 1=1",
                        "o.abc.def.ghi",
                        "s.a.b.c.0.xyz",
                        "f..0.c0",
                        "f.UPPER.0.c0",
                        "f.abc.0.c",
                        "f.abc.0.?0",
                        "l.xx",
                        "z.Nowhere/Atall",
                        "h.",
                        "c.setup",
                        "c.setup.",
                        "c.SETUP.x",
                        "c.setup." + "x".repeat(51),
                        "x".repeat(65)))
                .allSatisfy(data -> assertThat(CallbackData.decode(data)).isEmpty());
    }

    private Action generated() {
        return switch (random.nextInt(32)) {
            case 0 -> new Action.Home();
            case 25 -> new Action.Audit(new AuditFilter.Everything(), random.nextInt(1_000));
            case 26 -> new Action.Audit(new AuditFilter.By(random.nextLong(1L << 52)), random.nextInt(1_000));
            case 27 -> new Action.Audit(new AuditFilter.Of(table(), record()), random.nextInt(36 * 36 * 36));
            case 1 -> new Action.Browse(table(), Optional.empty(), random.nextInt(100_000));
            case 2 -> new Action.Browse(table(), Optional.of(new ViewId("viw" + id())), random.nextInt(36));
            case 3 -> new Action.Views(table());
            case 4 -> new Action.Open(table(), record());
            case 5 -> new Action.More(table(), record(), field());
            case 6 -> new Action.Files(table(), record(), field());
            case 7 -> new Action.Linked(table(), record(), field());
            case 8 -> new Action.Add(table());
            case 9 -> new Action.Edit(table(), record());
            case 10 -> new Action.EditField(table(), record(), field());
            case 11 -> new Action.SetChoice(table(), record(), field(), random.nextInt(36 * 36), fingerprint());
            case 12 -> new Action.AskDelete(table(), record());
            case 13 -> new Action.Delete(table(), record());
            case 14 -> new Action.Undo(own());
            case 15 -> new Action.Find(random.nextBoolean() ? Optional.empty() : Optional.of(table()));
            case 16 -> new Action.Found(Optional.of(table()), random.nextInt(1_000), fingerprint());
            case 17 -> new Action.Drafts();
            case 18 -> new Action.Resume(own());
            case 19 -> new Action.Discard(own());
            case 23 ->
                new Action.People(new PeoplePress(
                        PeoplePress.Kind.values()[random.nextInt(PeoplePress.Kind.values().length)],
                        random.nextLong(1L << 52),
                        random.nextBoolean()
                                ? Optional.empty()
                                : Optional.of(Role.values()[random.nextInt(Role.values().length)]),
                        random.nextBoolean() ? Optional.empty() : Optional.of(table())));
            case 20 -> new Action.SetLanguage(Language.values()[random.nextInt(Language.values().length)]);
            case 21 -> new Action.SetZone(ZoneId.of("America/Argentina/ComodRivadavia"));
            case 22 -> {
                FormPress.Kind[] kinds = FormPress.Kind.values();
                yield new Action.InForm(
                        own(),
                        random.nextInt(Integer.MAX_VALUE),
                        new FormPress(kinds[random.nextInt(kinds.length)], random.nextInt(100_000)));
            }
            case 24 -> new Action.Own("setup", "k." + id() + ".e." + id() + ".1z");
            case 28 -> {
                FilterPress.Kind[] kinds = FilterPress.Kind.values();
                yield new Action.Filter(new FilterPress(
                        kinds[random.nextInt(kinds.length)],
                        table(),
                        random.nextBoolean() ? Optional.empty() : Optional.of(field()),
                        random.nextInt(36 * 36),
                        random.nextBoolean() ? Optional.empty() : Optional.of(fingerprint())));
            }
            case 29 -> new Action.Stages(table(), record(), field());
            case 30 -> new Action.AddWhere();
            default -> new Action.Nothing();
        };
    }

    private TableId table() {
        return new TableId("tbl" + id());
    }

    private RecordId record() {
        return new RecordId("rec" + id());
    }

    private FieldId field() {
        return new FieldId("fld" + id());
    }

    private Fingerprint fingerprint() {
        return Fingerprint.of(id());
    }

    private String own() {
        return Long.toString(random.nextLong(1L << 40), 36);
    }

    private String id() {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < 14; i++) {
            id.append(BASE62.charAt(random.nextInt(BASE62.length())));
        }
        return id.toString();
    }
}
