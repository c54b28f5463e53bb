/** What a load balancer and an operator look at. */
@NullMarked
package dev.basegram.webhook.ops;

import org.jspecify.annotations.NullMarked;
