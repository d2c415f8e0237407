package io.gameday.reference.fleet;

/// How the platform was cut, one after the other.
public enum Generation {
    /// One stack per Region with a balancer over all zones: one size, one threshold, one configuration.
    ONE_STACK("one stack per Region, balanced over all zones"),
    /// A stack for each cluster, over all zones, all alike and tied by one state file per Region.
    TIED_CLUSTERS("a stack per cluster, all alike in one state file"),
    /// Cells in one zone each, with a size, a threshold and a state file per zone of their own.
    ZONAL_CELLS("cells in one zone, each with its own everything");

    private final String words;

    Generation(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    public int number() {
        return ordinal() + 1;
    }
}
