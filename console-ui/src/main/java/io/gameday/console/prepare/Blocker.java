package io.gameday.console.prepare;

/// Something that the start waits for, and where to mend it.
///
/// @param words as few as name it
/// @param line  of the text, from 1; 0 where it is not in the text
record Blocker(Kind kind, String words, int line) {

    enum Kind {
        /// In the text.
        TEXT,
        /// A check that is not so, or not known.
        CHECK,
        /// The tick by hand.
        TICK
    }
}
