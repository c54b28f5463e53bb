/** The bytes of attachments: kept, measured, and fetched from where a record says they are. */
@NullMarked
package dev.basegram.sandbox.airtable.attachments;

import org.jspecify.annotations.NullMarked;
