/// The action items of all COEs in one list: whose, since when, due when, proved by what.
/// Start with [io.gameday.report.actions.Register] and [io.gameday.report.actions.RegisterReader].
@NullMarked
package io.gameday.report.actions;

import org.jspecify.annotations.NullMarked;
