package io.gameday.console.debrief;

/// What could not be read, and what to do about it.
///
/// @param what     with file and line
/// @param nextStep a sentence
public record Trouble(String what, String nextStep) {
}
