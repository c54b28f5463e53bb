package dev.basegram.bot.airtable.snapshot;

import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.SearchQuery;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.formula.Condition;
import dev.basegram.bot.airtable.formula.Expression;
import java.util.List;
import java.util.Optional;

/**
 * What {@link WordSearch} looks for, as a condition for Airtable: it holds at least for the records that the search would find. Like
 * the search it heeds neither case nor accents. A word that ends within a syllable of Hangul, or is part of a character that stands for
 * three letters or more, is found in memory alone.
 */
public final class WordCondition {
    private static final int MOST_WORDS = 8;
    private static final int LONGEST_WORD = 40;

    private WordCondition() {}

    /** Returns the condition; empty where there is nothing to look for or nothing to look into. */
    public static Optional<Condition> of(Table table, SearchQuery query) {
        List<String> words = Folding.words(query.words());
        List<Expression> texts = table.fields().stream()
                .filter(field -> query.fields() == null || query.fields().contains(field.id()))
                .filter(field -> isText(field.type()))
                .map(WordCondition::text)
                .toList();
        if (words.isEmpty() || texts.isEmpty()) {
            return Optional.empty();
        }
        Expression all = Expression.lines(texts);
        // Fewer and shorter words find more: the rest is left to the search itself.
        return Optional.of(Condition.all(words.stream()
                .limit(MOST_WORDS)
                .map(word -> Condition.matches(all, LetterForms.pattern(shortened(word))))
                .toList()));
    }

    private static String shortened(String word) {
        int count = word.codePointCount(0, word.length());
        return count <= LONGEST_WORD ? word : word.substring(0, word.offsetByCodePoints(0, LONGEST_WORD));
    }

    /** What the search does not look into, or Airtable shows otherwise than it is kept, is not asked about. */
    private static boolean isText(FieldType type) {
        return switch (type) {
            case FieldType.Checkbox _, FieldType.RecordLinks _, FieldType.Button _, FieldType.Duration _ -> false;
            default -> true;
        };
    }

    private static Expression text(Field field) {
        return field.type() instanceof FieldType.Computed
                ? Expression.fieldTextOrNothing(field.id())
                : Expression.fieldText(field.id());
    }
}
