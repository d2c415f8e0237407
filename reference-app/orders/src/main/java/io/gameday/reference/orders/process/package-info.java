/// What every process of the reference application has to be: configured by its environment, ended with its parent,
/// deaf to the terminal's interrupt, and heard of by one ready line.
/// Start with [io.gameday.reference.orders.process.ChildProcess].
@NullMarked
package io.gameday.reference.orders.process;

import org.jspecify.annotations.NullMarked;
