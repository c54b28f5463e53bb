package dev.basegram.sandbox.airtable.formula;

/**
 * A function of the language.
 *
 * @param lazy whether it decides itself which arguments are worked out, and sees errors in them
 */
record Function(String name, int min, int max, boolean lazy, Body body) {
    /** No upper limit on the number of arguments. */
    static final int ANY = Integer.MAX_VALUE;

    /** What the function does. */
    @FunctionalInterface
    interface Body {
        Value apply(Arguments arguments);
    }

    /** A function of values; an error in any argument is its result. */
    static Function eager(String name, int min, int max, Body body) {
        return new Function(name, min, max, false, body);
    }

    /** A function that looks at its arguments one by one. */
    static Function lazy(String name, int min, int max, Body body) {
        return new Function(name, min, max, true, body);
    }

    boolean takes(int arguments) {
        return arguments >= min && arguments <= max;
    }
}
