package io.gameday.console.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A bordered part of a screen with a head of 30 px: icon, title, a quieter second text, and what belongs at its end.
public final class Panel extends VBox {

    private final Label sub = new Label();
    private final HBox end = new HBox();

    public Panel(Feather icon, String title, Node body) {
        getStyleClass().add("panel");
        Label name = new Label(title, new FontIcon(icon));
        name.getStyleClass().add("panel-title");
        name.setMinWidth(Region.USE_PREF_SIZE);
        sub.getStyleClass().add("panel-sub");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        end.getStyleClass().add("panel-end");
        end.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(name, sub, gap, end);
        head.getStyleClass().add("panel-head");
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head, body);
    }

    /// The second text of the head.
    public Label sub() {
        return sub;
    }

    /// What stands at the head's right end.
    public HBox end() {
        return end;
    }
}
