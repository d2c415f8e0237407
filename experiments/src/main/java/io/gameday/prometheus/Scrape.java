package io.gameday.prometheus;

/// What became of asking a server once.
public sealed interface Scrape {

    /// @param ticks      of the clock, when the server was asked; nanoseconds
    /// @param exposition everything it told
    record Read(long ticks, Exposition exposition) implements Scrape {
    }

    /// Nothing is known of the server at this moment: it says neither that all is well nor that nothing happens.
    record Unknown(String why) implements Scrape {
    }
}
