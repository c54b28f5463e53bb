/** Who changed what: written with the change, read by admins. */
@NullMarked
package dev.basegram.bot.access.audit;

import org.jspecify.annotations.NullMarked;
