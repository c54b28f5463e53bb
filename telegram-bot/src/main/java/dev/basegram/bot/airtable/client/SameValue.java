package dev.basegram.bot.airtable.client;

import dev.basegram.bot.airtable.Attachment;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Collaborator;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether two values of a cell mean the same to a person: what Airtable changes by itself (line ends of rich text, links of files,
 * fractions of a millisecond) makes no difference.
 */
final class SameValue {
    private static final Duration LEAST_LENGTH = Duration.ofMillis(1);

    private SameValue() {}

    static boolean same(CellValue one, CellValue other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() && other.isEmpty();
        }
        return switch (one) {
            case CellValue.Text(String text) ->
                other instanceof CellValue.Text(String more) && lines(text).equals(lines(more));
            case CellValue.RichText(String markdown) ->
                other instanceof CellValue.RichText(String more)
                        && lines(markdown).stripTrailing().equals(lines(more).stripTrailing());
            case CellValue.DateTime time ->
                other instanceof CellValue.DateTime more
                        && time.instant()
                                .truncatedTo(ChronoUnit.MILLIS)
                                .equals(more.instant().truncatedTo(ChronoUnit.MILLIS));
            case CellValue.Length(Duration length) ->
                other instanceof CellValue.Length(Duration more)
                        && length.minus(more).abs().compareTo(LEAST_LENGTH) < 0;
            case CellValue.Links links ->
                other instanceof CellValue.Links more
                        && new HashSet<>(links.records()).equals(new HashSet<>(more.records()));
            case CellValue.Choices choices ->
                other instanceof CellValue.Choices more
                        && new HashSet<>(choices.names()).equals(new HashSet<>(more.names()));
            case CellValue.Person(Collaborator person) ->
                other instanceof CellValue.Person(Collaborator more) && isOne(person, more);
            case CellValue.People people ->
                other instanceof CellValue.People more
                        && ids(people.collaborators()).equals(ids(more.collaborators()));
            case CellValue.Attachments files ->
                other instanceof CellValue.Attachments more
                        && files.files().stream()
                                .map(Attachment::id)
                                .toList()
                                .equals(more.files().stream()
                                        .map(Attachment::id)
                                        .toList());
            default -> one.equals(other);
        };
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n");
    }

    private static boolean isOne(Collaborator one, Collaborator other) {
        return (one.id().isEmpty() || other.id().isEmpty())
                ? one.email() != null && one.email().equals(other.email())
                : one.id().equals(other.id());
    }

    private static Set<String> ids(List<Collaborator> people) {
        var ids = new HashSet<String>();
        people.forEach(person -> ids.add(person.id()));
        return ids;
    }
}
