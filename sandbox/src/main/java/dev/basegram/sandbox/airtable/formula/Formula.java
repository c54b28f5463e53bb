package dev.basegram.sandbox.airtable.formula;

import java.time.Clock;
import java.util.List;

/** A formula that was read and whose fields exist. Immutable; may be used by several threads at once. */
public final class Formula {
    private final String text;
    private final Expression root;
    private final List<FieldMention> mentions;

    /** Where the text names a field. */
    record FieldMention(String fieldId, int start, int end) {}

    Formula(String text, Expression root, List<FieldMention> mentions) {
        this.text = text;
        this.root = root;
        this.mentions = List.copyOf(mentions);
    }

    /** Reads a formula; fields are bound to their ids here, so that a later renaming does not break it. */
    public static Parsed parse(String text, FieldNames names) {
        return new Parser(text, names).parse();
    }

    /** Works the formula out for a row. Never throws for bad values: those come as {@link Value.Failure}. */
    public Value evaluate(FormulaRow row, Clock clock) {
        return new Evaluator(row, clock).evaluate(root);
    }

    /** What kind of value it gives, as far as the text alone tells. */
    public ResultKind kind(java.util.function.Function<String, ResultKind> fieldKinds) {
        return ResultKind.of(root, fieldKinds);
    }

    /** The fields it speaks of, each once, in order. */
    public List<String> fieldIds() {
        return mentions.stream().map(FieldMention::fieldId).distinct().toList();
    }

    /** The text with every field named by its id in braces, as Airtable keeps it. */
    public String withFieldIds() {
        StringBuilder result = new StringBuilder();
        int from = 0;
        for (FieldMention mention : mentions) {
            result.append(text, from, mention.start())
                    .append('{')
                    .append(mention.fieldId())
                    .append('}');
            from = mention.end();
        }
        return result.append(text, from, text.length()).toString();
    }
}
