package io.gameday.console;

import io.gameday.console.frame.Screen;
import io.gameday.console.text.Texts;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/// Holds a screen's place and says so.
final class NotThereYet implements Screen {

    private final Label title;
    private final StackPane content;

    NotThereYet(String name) {
        title = new Label(name);
        title.getStyleClass().add("screen-title");
        content = new StackPane(new Label(Texts.of("frame.notThere", name)));
        content.setFocusTraversable(true);
    }

    @Override
    public Node header() {
        return title;
    }

    @Override
    public Parent content() {
        return content;
    }

    @Override
    public Node firstFocus() {
        return content;
    }
}
