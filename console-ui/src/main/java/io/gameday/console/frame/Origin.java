package io.gameday.console.frame;

/// Where the run on the screen comes from, and so what closing the window means for it.
enum Origin {
    /// Started by this console: it ends with the window.
    OURS,
    /// Started elsewhere: it goes on without the window.
    ATTACHED,
    /// Read from its journal after its end.
    REPLAYED
}
