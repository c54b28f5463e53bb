/** Files on their way from Telegram to Airtable, for whoever holds a signed link. */
@NullMarked
package dev.basegram.webhook.files;

import org.jspecify.annotations.NullMarked;
