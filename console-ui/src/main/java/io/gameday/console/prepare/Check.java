package io.gameday.console.prepare;

/// One line of go or no-go.
///
/// @param id    by which others speak of it
/// @param title what must be true
/// @param seen  what was seen, or why nothing was
/// @param blame how the footer names it when it blocks the start
record Check(Id id, String title, Mark mark, String seen, String blame) {

    enum Id {
        VALID, NO_FAULT, NO_OTHER_RUN, REACH, ROOM, LAUNCHER, STEADY_STATE
    }

    enum Mark {
        /// Seen to be so, not longer ago than a minute.
        SEEN,
        /// Seen not to be so, or asked in vain.
        NOT_SO,
        /// Not asked yet, or too long ago.
        OPEN,
        /// Can be seen only after the start.
        LATER
    }

    boolean blocks() {
        return mark == Mark.NOT_SO || mark == Mark.OPEN;
    }
}
