/** What a bot talks to, played here: a Telegram and an Airtable that answer at once or after a set time. */
@NullMarked
package dev.basegram.bench.stub;

import org.jspecify.annotations.NullMarked;
