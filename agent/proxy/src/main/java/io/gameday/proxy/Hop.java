package io.gameday.proxy;

/// A stage with another behind it.
abstract class Hop extends Stage {

    private Stage next;

    Hop(Stage next) {
        this.next = next;
    }

    final void next(Stage stage) {
        next = stage;
    }

    final Stage next() {
        return next;
    }
}
