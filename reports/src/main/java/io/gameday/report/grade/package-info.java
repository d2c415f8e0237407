/// How well a team's own alarms and pages served in a past incident, judged from what its tools say of it.
/// Start with [io.gameday.report.grade.Grading] and [io.gameday.report.grade.Grade].
@NullMarked
package io.gameday.report.grade;

import org.jspecify.annotations.NullMarked;
