package io.gameday.report.phrase;

import java.util.Set;

/// A record of which something is not ours to translate: words of people, names, commands.
public interface OwnWords {

    /// Names of the components that are printed as they stand, in any language, with everything in them.
    Set<String> ownWords();

    /// Whether they stay as they stand within other texts too. What a machine worded may well be a part of another sentence
    /// by chance.
    default boolean everywhere() {
        return true;
    }
}
