package dev.basegram.sandbox.airtable.formula;

import dev.basegram.sandbox.airtable.formula.Token.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recursive descent over the words; operators from loose to tight: comparisons, {@code &}, {@code + -}, {@code * /}. */
final class Parser {
    private static final String MALFORMED = "Invalid formula. Please check your formula text.";
    private static final String[][] RANKS = {
        {"=", "!=", "<", "<=", ">", ">="}, {"&"}, {"+", "-"}, {"*", "/"},
    };
    /** Deeper nesting than any person writes; it keeps a hostile formula from exhausting the stack. */
    private static final int MAX_DEPTH = 150;

    private final String text;
    private final FieldNames names;
    private final List<Formula.FieldMention> mentions = new ArrayList<>();
    private final Set<String> unknownFields = new LinkedHashSet<>();
    private final Set<String> unknownFunctions = new LinkedHashSet<>();
    private List<Token> tokens = List.of();
    private int at;
    private int depth;

    Parser(String text, FieldNames names) {
        this.text = text;
        this.names = names;
    }

    Parsed parse() {
        Optional<List<Token>> words = Lexer.tokens(text);
        if (words.isEmpty()) {
            return new Parsed.Invalid(MALFORMED);
        }
        tokens = words.get();
        Expression root = chain(0);
        if (root == null || peek().kind() != Kind.END) {
            return new Parsed.Invalid(MALFORMED);
        }
        if (!unknownFunctions.isEmpty()) {
            return new Parsed.Invalid("Unknown function names: " + String.join(", ", unknownFunctions));
        }
        if (!unknownFields.isEmpty()) {
            return new Parsed.Invalid("Unknown field names: " + String.join(", ", unknownFields));
        }
        return new Parsed.Ok(new Formula(text, root, mentions));
    }

    private @Nullable Expression chain(int rank) {
        if (rank == RANKS.length) {
            return unary();
        }
        Expression first = chain(rank + 1);
        if (first == null || !peek().isOperator(RANKS[rank])) {
            return first;
        }
        List<Expression.Link> links = new ArrayList<>();
        while (peek().isOperator(RANKS[rank])) {
            String operator = next().text();
            Expression operand = chain(rank + 1);
            if (operand == null) {
                return null;
            }
            links.add(new Expression.Link(operator, operand));
        }
        return new Expression.Chain(first, links);
    }

    private @Nullable Expression unary() {
        if (!peek().isOperator("-", "+")) {
            return primary();
        }
        if (++depth > MAX_DEPTH) {
            return null;
        }
        boolean negative = next().text().equals("-");
        Expression operand = unary();
        depth--;
        return operand == null || !negative ? operand : new Expression.Negation(operand);
    }

    private @Nullable Expression primary() {
        Token token = next();
        return switch (token.kind()) {
            case NUMBER -> new Expression.Literal(Value.number(Double.parseDouble(token.text())));
            case STRING -> new Expression.Literal(Value.text(token.text()));
            case FIELD -> field(token);
            case WORD -> peek().kind() == Kind.OPEN ? call(token) : field(token);
            case OPEN -> parenthesis();
            default -> null;
        };
    }

    private @Nullable Expression parenthesis() {
        if (++depth > MAX_DEPTH) {
            return null;
        }
        Expression inner = chain(0);
        depth--;
        return inner != null && next().kind() == Kind.CLOSE ? inner : null;
    }

    private Expression field(Token token) {
        Optional<String> id = names.idOf(token.text());
        if (id.isEmpty()) {
            unknownFields.add(token.text().toLowerCase(Locale.ROOT));
            return new Expression.Literal(Value.BLANK);
        }
        mentions.add(new Formula.FieldMention(id.get(), token.start(), token.end()));
        return new Expression.Field(id.get());
    }

    private @Nullable Expression call(Token name) {
        if (++depth > MAX_DEPTH) {
            return null;
        }
        List<Expression> arguments = arguments();
        depth--;
        if (arguments == null) {
            return null;
        }
        Function function = Functions.named(name.text());
        if (function == null) {
            unknownFunctions.add(name.text().toUpperCase(Locale.ROOT));
            return new Expression.Literal(Value.BLANK);
        }
        return function.takes(arguments.size()) ? new Expression.Call(function, arguments) : null;
    }

    private @Nullable List<Expression> arguments() {
        next();
        List<Expression> arguments = new ArrayList<>();
        if (peek().kind() == Kind.CLOSE) {
            next();
            return arguments;
        }
        while (true) {
            Expression argument = chain(0);
            if (argument == null) {
                return null;
            }
            arguments.add(argument);
            Token separator = next();
            if (separator.kind() == Kind.CLOSE) {
                return arguments;
            }
            if (separator.kind() != Kind.COMMA) {
                return null;
            }
        }
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        return tokens.get(at < tokens.size() - 1 ? at++ : at);
    }
}
