package io.gameday.console.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What a screen shows that has nothing to show: what is missing, where that comes from, and what leads there.
public final class EmptyState extends VBox {

    private static final double READABLE = 460;

    /// @param below what went wrong, where something did, and the buttons that lead on
    public EmptyState(Feather icon, String title, String says, Node... below) {
        getStyleClass().add("empty-state");
        Label name = new Label(title);
        name.getStyleClass().add("empty-title");
        Label words = new Label(says);
        words.getStyleClass().add("quiet");
        words.setWrapText(true);
        words.setMaxWidth(READABLE);
        getChildren().addAll(new FontIcon(icon), name, words);
        getChildren().addAll(below);
    }
}
