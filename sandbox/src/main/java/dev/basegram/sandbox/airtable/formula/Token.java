package dev.basegram.sandbox.airtable.formula;

/**
 * One word of a formula.
 *
 * @param text a string's or field name's content with escapes undone; else as written
 * @param start index of the first character in the formula
 * @param end index after the last character
 */
record Token(Kind kind, String text, int start, int end) {
    enum Kind {
        NUMBER,
        STRING,
        /** In braces. */
        FIELD,
        /** A bare word: a function's name or a field's. */
        WORD,
        OPERATOR,
        OPEN,
        CLOSE,
        COMMA,
        END
    }

    boolean isOperator(String... operators) {
        if (kind != Kind.OPERATOR) {
            return false;
        }
        for (String operator : operators) {
            if (operator.equals(text)) {
                return true;
            }
        }
        return false;
    }
}
