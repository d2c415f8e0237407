/// Alarms over seconds of measurements: M of N datapoints, three states, and the detector of zones that are
/// worse than the others. All of it is pure; the same classes serve the system under test and the grading.
/// Start with [io.gameday.observability.alarm.Alarm].
@NullMarked
package io.gameday.observability.alarm;

import org.jspecify.annotations.NullMarked;
