package io.gameday.console.frame;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;

/// One screen inside the frame. Made once; shown and hidden as the user moves.
public interface Screen {

    /// Fills the header between the rail and STOP: title, chips, the screen's own buttons.
    Node header();

    Parent content();

    /// Where the focus goes when the screen is shown.
    Node firstFocus();

    /// The keys that act on this screen only, for the keyboard help.
    default List<Key> keys() {
        return List.of();
    }

    /// The screen is shown from now on.
    default void shown() {
    }

    /// The screen is no longer shown: what works in the background for it may rest.
    default void hidden() {
    }
}
