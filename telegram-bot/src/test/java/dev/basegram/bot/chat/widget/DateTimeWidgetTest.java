package dev.basegram.bot.chat.widget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.bot.access.AccessParts;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.DateFormat;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.chat.Workshop;
import dev.basegram.bot.chat.text.Language;
import dev.basegram.bot.chat.text.Speech;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Points in time, typed: in the field's zone, and told where the clocks change. */
class DateTimeWidgetTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    private final DateTimeWidget widget = new DateTimeWidget();

    private static Question question(String fieldZone, String personZone) {
        Field field = Workshop.field(
                Workshop.VISIT,
                "Visit",
                new FieldType.DateTime(new DateFormat("european", "D/M/YYYY"), "HH:mm", fieldZone));
        return new Question(
                Workshop.fullOrders(),
                field,
                null,
                WidgetState.NEW,
                new Speech(Language.EN, ZoneId.of(personZone)),
                AccessParts.ownersBase(Workshop.withOrders(Workshop.fullOrders(), 0)),
                NOW,
                "k");
    }

    private Instant read(Question question, LocalDateTime typed) {
        return switch (widget.readText(question, TYPED.format(typed))) {
            case Verdict.Taken(FormAnswer.Value(CellValue.DateTime(Instant at)), var _) -> at;
            case Verdict other -> throw new AssertionError(typed + ": " + other);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"utc", "Europe/Stockholm", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe"})
    void theFieldsZoneCountsAndNotThePersons(String zone) {
        ZoneId clocks = zone.equals("utc") ? ZoneId.of("Z") : ZoneId.of(zone);
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            LocalDateTime typed = LocalDateTime.of(2026, 1, 1, 0, 0).plusMinutes(random.nextInt(3 * 365 * 24 * 60));
            assertThat(read(question(zone, "Asia/Tokyo"), typed))
                    .isEqualTo(typed.atZone(clocks).toInstant());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Europe/Madrid", "America/New_York", "Australia/Lord_Howe", "Pacific/Chatham", "America/Santiago"
            })
    void aFieldWithoutAZoneOfItsOwnGoesByThePersons(String zone) {
        ZoneId clocks = ZoneId.of(zone);
        Random random = new Random(11);
        for (int i = 0; i < 200; i++) {
            LocalDateTime typed = LocalDateTime.of(2026, 1, 1, 0, 0).plusMinutes(random.nextInt(3 * 365 * 24 * 60));
            assertThat(read(question("client", zone), typed))
                    .isEqualTo(typed.atZone(clocks).toInstant());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Europe/Madrid", "America/New_York", "Australia/Lord_Howe", "Pacific/Chatham", "America/Santiago"
            })
    void everyChangeOfTheClocksIsToldAndDecided(String zone) {
        ZoneId clocks = ZoneId.of(zone);
        Instant at = Instant.parse("2026-01-01T00:00:00Z");
        for (int i = 0; i < 12; i++) {
            ZoneOffsetTransition change = clocks.getRules().nextTransition(at);
            at = change.getInstant();
            // The middle of the time that is missing, or that comes twice.
            long half = Math.abs(change.getDuration().toMinutes()) / 2;
            LocalDateTime typed = change.isGap()
                    ? change.getDateTimeBefore().plusMinutes(half)
                    : change.getDateTimeAfter().plusMinutes(half);
            Verdict verdict = widget.readText(question("client", zone), TYPED.format(typed));

            Instant expected = change.isGap()
                    ? typed.plus(change.getDuration()).atZone(clocks).toInstant()
                    : typed.toInstant(change.getOffsetBefore());
            assertThat(verdict).isInstanceOfSatisfying(Verdict.Taken.class, taken -> {
                assertThat(taken.answer()).isEqualTo(new FormAnswer.Value(new CellValue.DateTime(expected)));
                assertThat(taken.note()).isNotNull();
                assertThat(taken.note().plain())
                        .contains(change.isGap() ? "The clocks go forward" : "The clocks go back");
            });
        }
    }
}
