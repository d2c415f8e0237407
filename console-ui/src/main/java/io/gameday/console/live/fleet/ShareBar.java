package io.gameday.console.live.fleet;

import io.gameday.console.control.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.Region;

/// How many of all are in which state, as lengths of one bar.
final class ShareBar extends Region {

    /// From left to right.
    private static final List<State> STATES = List.of(State.HEALTHY, State.GRAY, State.DEAD, State.UNKNOWN);

    private final List<Region> parts = new ArrayList<>();
    private Map<State, Integer> counts = Map.of();

    ShareBar() {
        getStyleClass().add("share-bar");
        for (State state : STATES) {
            Region part = new Region();
            part.getStyleClass().add("share");
            part.pseudoClassStateChanged(state.pseudoClass(), true);
            parts.add(part);
        }
        getChildren().addAll(parts);
        setMinWidth(40);
    }

    void show(Map<State, Integer> counts) {
        this.counts = counts;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double all = STATES.stream().mapToInt(state -> counts.getOrDefault(state, 0)).sum();
        double x = 0;
        for (int i = 0; i < parts.size(); i++) {
            double wide = all == 0 ? 0 : getWidth() * counts.getOrDefault(STATES.get(i), 0) / all;
            parts.get(i).resizeRelocate(x, 0, wide, getHeight());
            x += wide;
        }
    }
}
