/// What customers felt against what alarms and health checks said, second by second: the square of gray failure.
/// Start with [io.gameday.report.gray.Square].
@NullMarked
package io.gameday.report.gray;

import org.jspecify.annotations.NullMarked;
