/** The two roads by which updates reach us: the internal endpoint and the long poller. */
@NullMarked
package dev.basegram.bot.ingress;

import org.jspecify.annotations.NullMarked;
