/// An incident that nobody planned, made into a journal of what a team's tools and people tell of it.
/// Start with [io.gameday.report.incident.IncidentJournal].
@NullMarked
package io.gameday.report.incident;

import org.jspecify.annotations.NullMarked;
