/// A journal as the reports read it: entries found by kind, and the instants everything else is counted from.
/// Start with [io.gameday.report.facts.RunFacts].
@NullMarked
package io.gameday.report.facts;

import org.jspecify.annotations.NullMarked;
