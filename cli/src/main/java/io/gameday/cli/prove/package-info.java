/// A kill campaign on the reader's own machine: faults are injected, whoever injected them is killed, and an independent
/// prober watches them go. Start with [io.gameday.cli.prove.Campaign].
@NullMarked
package io.gameday.cli.prove;

import org.jspecify.annotations.NullMarked;
