/** Widgets: how a person fills in a field of each type. Each is one bean. */
@NullMarked
package dev.basegram.bot.chat.widget;

import org.jspecify.annotations.NullMarked;
