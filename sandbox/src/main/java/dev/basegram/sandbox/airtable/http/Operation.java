package dev.basegram.sandbox.airtable.http;

import java.util.function.Function;

/**
 * One thing that the API does.
 *
 * @param name for the call log and for faults
 * @param meta whether the monthly cap leaves it alone
 * @param endpoint what does it
 */
record Operation(String name, boolean meta, Function<ApiRequest, Answer> endpoint) {}
