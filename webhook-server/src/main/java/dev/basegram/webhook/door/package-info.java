/** The two public endpoints: who may enter, what is looked at and in which order, what is answered. */
@NullMarked
package dev.basegram.webhook.door;

import org.jspecify.annotations.NullMarked;
