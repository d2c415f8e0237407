/// Who was told by PagerDuty, read from its REST API.
/// Start with [io.gameday.signal.pagerduty.PagerDutyLog].
@NullMarked
package io.gameday.signal.pagerduty;

import org.jspecify.annotations.NullMarked;
