package io.gameday.console.debrief;

import io.gameday.console.Fonts;
import io.gameday.console.Styles;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The screen in a frame of the true size: rail 48, header 60 with STOP at its end.
final class DebriefScene {

    private DebriefScene() {
    }

    static Scene of(DebriefView view, double width, double height, String... styles) {
        Label stop = new Label("STOP");
        stop.setMinWidth(110);
        stop.setAlignment(Pos.CENTER);
        HBox header = new HBox(view.header(), stop);
        header.getStyleClass().add("panel");
        header.setAlignment(Pos.CENTER_LEFT);
        header.setMinHeight(60);
        header.setMaxHeight(60);
        header.setPadding(new Insets(0, 0, 0, 12));
        HBox.setHgrow(view.header(), Priority.ALWAYS);
        VBox right = new VBox(header, view.content());
        VBox.setVgrow(view.content(), Priority.ALWAYS);
        Region rail = new Region();
        rail.setMinWidth(48);
        BorderPane root = new BorderPane(right, null, null, null, rail);
        root.getStyleClass().add("root");
        root.getStyleClass().addAll(styles);
        Scene scene = new Scene(root, width, height);
        Fonts.load();
        scene.getStylesheets().setAll(Styles.sheets());
        return scene;
    }
}
