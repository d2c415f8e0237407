package io.gameday.signal;

/// Who was told, and when. Calls block until the answer is there or the source's limit is over.
public interface PagerLog {

    /// @throws SourceFailure when the source did not answer, or refused
    Pages read(Period period) throws SourceFailure;

    /// Whether everybody who is told is in it. False where only some receivers are heard at all.
    default boolean hearsAll() {
        return true;
    }
}
