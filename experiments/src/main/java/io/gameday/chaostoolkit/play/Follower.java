package io.gameday.chaostoolkit.play;

import io.gameday.chaostoolkit.PlannedActivity.Section;

/// Told of everything as it happens, on the loop.
public interface Follower {

    /// @param index within its section, from 0; what runs in the background comes when it is done
    void performed(Section section, int index, Performed performed);

    void looked(Looked looked);
}
