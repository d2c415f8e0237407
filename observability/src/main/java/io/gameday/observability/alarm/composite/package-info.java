/// Composite alarms: rules over the states of other alarms, and suppressors that hold their actions back, as
/// CloudWatch has them. All of it is pure. Start with [io.gameday.observability.alarm.composite.CompositeAlarm].
@NullMarked
package io.gameday.observability.alarm.composite;

import org.jspecify.annotations.NullMarked;
