package io.gameday.console.frame;

/// A line of the keyboard help.
///
/// @param keys as written on the keyboard, such as `Ctrl+.`
/// @param does what happens
public record Key(String keys, String does) {
}
