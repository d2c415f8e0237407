package io.gameday.target;

/// Where a port answers, once, on the engine's loop.
@FunctionalInterface
public interface Reply<T> {

    void accept(Answer<T> answer);

    default void ok(T value) {
        accept(new Answer.Ok<>(value));
    }

    default void failed(String why) {
        accept(new Answer.Failed<>(why));
    }
}
