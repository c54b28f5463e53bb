package dev.basegram.sandbox.airtable.formula;

import java.util.List;

/** A formula's tree. Operators of one rank are a chain, not nested, so that a long formula is not a deep one. */
sealed interface Expression {
    /** A number or a text as written. */
    record Literal(Value value) implements Expression {}

    /** A field of the row. */
    record Field(String id) implements Expression {}

    /** The opposite number. */
    record Negation(Expression operand) implements Expression {}

    /** {@code first op operand op operand …}, from the left. */
    record Chain(Expression first, List<Link> links) implements Expression {}

    /** One step of a chain. */
    record Link(String operator, Expression operand) {}

    /** A function with its arguments. */
    record Call(Function function, List<Expression> arguments) implements Expression {}
}
