package io.gameday.console.debrief;

import io.gameday.console.control.State;
import javafx.scene.Node;

/// Gives a node the pseudo-class of a state, and takes the others from it.
final class StateInk {

    private StateInk() {
    }

    static void show(Node node, State state) {
        for (State other : State.values()) {
            node.pseudoClassStateChanged(other.pseudoClass(), other.pseudoClass().equals(state.pseudoClass()));
        }
    }
}
