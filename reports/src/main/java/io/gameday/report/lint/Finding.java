package io.gameday.report.lint;

/// One thing that a rule says of a document.
///
/// @param rule       such as `COE-A03`
/// @param place      as [io.gameday.report.words.Lines] names it, such as `actions[2].due`; lists count from 1
/// @param line       of the file, where the place or the nearest thing around it stands
/// @param reason     what was seen there
/// @param suggestion what to write or to ask instead
public record Finding(String rule, Severity severity, String place, int line, String reason, String suggestion) {
}
