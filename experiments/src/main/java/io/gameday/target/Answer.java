package io.gameday.target;

/// A port's answer: the value, or why there is none, in words that name what was asked and where.
public sealed interface Answer<T> {

    record Ok<T>(T value) implements Answer<T> {
    }

    record Failed<T>(String why) implements Answer<T> {
    }
}
