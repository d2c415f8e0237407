package io.gameday.people;

/// What came of something that a participant asked for.
public sealed interface Said {

    /// It is done. @param words for who asked; may be empty
    record Done(Phrase words) implements Said {
    }

    /// It is not, for this reason.
    record Refused(Phrase why) implements Said {
    }
}
