package dev.basegram.sandbox.airtable.formula;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** What a formula, or a part of one, comes to. */
public sealed interface Value {
    /** Nothing: counts as 0 among numbers and as an empty text among texts. */
    Value BLANK = new Blank();

    /** What the grid shows as {@code #ERROR!}. */
    Value ERROR = new Failure("#ERROR!");

    /** Nothing. */
    record Blank() implements Value {}

    /** Text. */
    record Text(String text) implements Value {}

    /** A number, NaN and the infinities included. */
    record Num(double number) implements Value {}

    /** A checkbox; unlike a comparison, which is a number. */
    record Flag(boolean on) implements Value {}

    /**
     * A date or a point in time.
     *
     * @param at midnight UTC when {@code dateOnly}
     * @param zone where it is read and formatted; UTC unless SET_TIMEZONE says otherwise
     * @param dateOnly whether it has no time of day
     * @param locale for names of months and days
     */
    record Moment(Instant at, ZoneId zone, boolean dateOnly, Locale locale) implements Value {}

    /** Several values: a lookup, or what a rollup works on. */
    record Items(List<Value> values) implements Value {}

    /** An error; every function but a few passes it on. */
    record Failure(String text) implements Value {}

    /** Text, or blank when there is none. */
    static Value text(String text) {
        return new Text(text);
    }

    /** A number. */
    static Value number(double number) {
        return new Num(number);
    }

    /** A whole number. */
    static Value number(long number) {
        return new Num((double) number);
    }

    /** What a comparison gives: 1 or 0. */
    static Value truth(boolean truth) {
        return new Num(truth ? 1 : 0);
    }

    /** A point in time, read in UTC. */
    static Moment moment(Instant at) {
        return new Moment(at, ZoneOffset.UTC, false, Locale.ENGLISH);
    }

    /** A date without a time; {@code midnight} is its start in UTC. */
    static Moment date(Instant midnight) {
        return new Moment(midnight, ZoneOffset.UTC, true, Locale.ENGLISH);
    }
}
