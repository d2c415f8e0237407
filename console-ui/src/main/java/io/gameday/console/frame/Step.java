package io.gameday.console.frame;

import io.gameday.journal.Phase;

/// One phase in the header.
///
/// @param second what is known of it, such as `first alarm after 3.4 s`
record Step(Phase phase, Mark mark, String second) {

    enum Mark {
        DONE, NOW, NEXT
    }
}
