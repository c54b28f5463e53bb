/** Forms: adding a record step by step, and editing one field by the same steps. */
@NullMarked
package dev.basegram.bot.chat.form;

import org.jspecify.annotations.NullMarked;
