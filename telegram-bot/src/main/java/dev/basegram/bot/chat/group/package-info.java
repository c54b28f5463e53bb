/** What is different where others read along: whose a screen is, and what goes on in private. */
@NullMarked
package dev.basegram.bot.chat.group;

import org.jspecify.annotations.NullMarked;
