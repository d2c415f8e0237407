package io.gameday.signal;

import java.time.Instant;
import java.util.Map;

/// A time in which an alarm was in ALARM for one set of labels.
///
/// @param labels of the alarm as the source keeps them, its name among them
/// @param before true when it was in ALARM already as the period began: when it began is not known
/// @param open   true when it still was as the period ended
public record Firing(Map<String, String> labels, Instant from, Instant to, boolean before, boolean open) {
}
