package dev.basegram.sandbox.airtable.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts a formula into words. */
final class Lexer {
    private static final String[] OPERATORS = {"!=", "<=", ">=", "+", "-", "*", "/", "&", "=", "<", ">"};

    private final String formula;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String formula) {
        this.formula = formula;
    }

    /** The words, {@code END} last; empty when something is no word of the language. */
    static Optional<List<Token>> tokens(String formula) {
        Lexer lexer = new Lexer(formula);
        while (lexer.at < formula.length()) {
            if (!lexer.next()) {
                return Optional.empty();
            }
        }
        lexer.tokens.add(new Token(Token.Kind.END, "", lexer.at, lexer.at));
        return Optional.of(lexer.tokens);
    }

    private boolean next() {
        char c = formula.charAt(at);
        if (Character.isWhitespace(c) || c == '\uFEFF') {
            at++;
            return true;
        }
        return switch (c) {
            case '(' -> single(Token.Kind.OPEN);
            case ')' -> single(Token.Kind.CLOSE);
            case ',' -> single(Token.Kind.COMMA);
            case '{' -> field();
            case '\'', '"' -> string(c);
            default -> plain(c);
        };
    }

    private boolean plain(char c) {
        if (isDigit(c) || c == '.') {
            return number();
        }
        return isWordStart(c) ? word() : operator();
    }

    private boolean single(Token.Kind kind) {
        tokens.add(new Token(kind, formula.substring(at, at + 1), at, at + 1));
        at++;
        return true;
    }

    private boolean operator() {
        for (String operator : OPERATORS) {
            if (formula.startsWith(operator, at)) {
                tokens.add(new Token(Token.Kind.OPERATOR, operator, at, at + operator.length()));
                at += operator.length();
                return true;
            }
        }
        return false;
    }

    private boolean number() {
        int start = at;
        int dots = 0;
        while (at < formula.length() && (isDigit(formula.charAt(at)) || formula.charAt(at) == '.')) {
            dots += formula.charAt(at++) == '.' ? 1 : 0;
        }
        tokens.add(new Token(Token.Kind.NUMBER, formula.substring(start, at), start, at));
        return dots <= 1 && at - start > dots;
    }

    private boolean word() {
        int start = at;
        while (at < formula.length() && isWordPart(formula.charAt(at))) {
            at++;
        }
        tokens.add(new Token(Token.Kind.WORD, formula.substring(start, at), start, at));
        return true;
    }

    /** Airtable's API takes a name with one escaped brace and no more. */
    private boolean field() {
        int start = at++;
        int braces = 0;
        StringBuilder name = new StringBuilder();
        while (at < formula.length() && formula.charAt(at) != '}') {
            if (formula.startsWith("\\}", at) || formula.startsWith("\\{", at) || formula.startsWith("\\\\", at)) {
                at++;
                braces += formula.charAt(at) == '}' ? 1 : 0;
            }
            name.append(formula.charAt(at++));
        }
        if (at == formula.length() || braces > 1) {
            return false;
        }
        at++;
        tokens.add(new Token(Token.Kind.FIELD, name.toString(), start, at));
        return true;
    }

    private boolean string(char quote) {
        int start = at++;
        StringBuilder text = new StringBuilder();
        while (at < formula.length() && formula.charAt(at) != quote) {
            char c = formula.charAt(at++);
            if (c == '\\' && at < formula.length()) {
                text.append(unescaped(formula.charAt(at++)));
            } else {
                text.append(c);
            }
        }
        if (at == formula.length()) {
            return false;
        }
        at++;
        tokens.add(new Token(Token.Kind.STRING, text.toString(), start, at));
        return true;
    }

    /** A backslash before any other character stays, so that {@code '\d'} reaches a regular expression. */
    private static String unescaped(char c) {
        return switch (c) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case '\\', '\'', '"' -> String.valueOf(c);
            default -> "\\" + c;
        };
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWordStart(char c) {
        return Character.isLetter(c) || c == '_';
    }

    private static boolean isWordPart(char c) {
        return isWordStart(c) || Character.isDigit(c);
    }
}
