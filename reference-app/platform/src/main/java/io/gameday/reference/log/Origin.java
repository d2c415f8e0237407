package io.gameday.reference.log;

/// Whose lines they are.
///
/// @param task its id, never used again for another
public record Origin(String task, String cell, String zone) {
}
