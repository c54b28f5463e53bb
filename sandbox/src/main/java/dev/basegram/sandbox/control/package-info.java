/**
 * What drives the sandbox from outside: the {@code /sandbox/*} endpoints for tests and scripts, described at {@code
 * /q/openapi}, and the stream of changes that keeps the chat page live.
 */
@NullMarked
package dev.basegram.sandbox.control;

import org.jspecify.annotations.NullMarked;
