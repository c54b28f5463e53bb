/** How people come in and what becomes of them, as screens: the owner's claim, invitations, requests, the list of people. */
@NullMarked
package dev.basegram.bot.chat.people;

import org.jspecify.annotations.NullMarked;
