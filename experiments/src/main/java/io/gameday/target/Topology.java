package io.gameday.target;

import io.gameday.observability.Layout;
import java.util.List;

/// What the system is made of.
public interface Topology {

    /// Names of the cells, in order.
    List<String> cells();

    /// Names of the Availability Zones, in order.
    List<String> zones();

    /// Which zones each cell lies in.
    default Layout layout() {
        return Layout.everywhere(cells(), zones());
    }

    /// The tasks as they are now.
    void tasks(Reply<List<Task>> reply);
}
