/** Hands what the door took in to the bot, as patiently as its life allows. */
@NullMarked
package dev.basegram.webhook.forward;

import org.jspecify.annotations.NullMarked;
