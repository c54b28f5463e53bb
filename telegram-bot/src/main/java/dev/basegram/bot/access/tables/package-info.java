/** The settings tables that an operator may keep in the base itself: Bot People and Bot Rules. Where they are, they win. */
@NullMarked
package dev.basegram.bot.access.tables;

import org.jspecify.annotations.NullMarked;
