package io.gameday.console.debrief.words;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A form on the screen: short fields two in a row, long ones alone.
final class FormPane {

    private final List<FieldControl> controls;
    private final ScrollPane scroll;
    private final StackPane all;

    /// @param name  names the ids of controls
    /// @param empty shown while there is nothing to write in
    FormPane(String name, FormViewModel<?> form, String empty) {
        controls = form.fields().stream().map(field -> new FieldControl(name, field)).toList();
        Label heading = new Label();
        heading.textProperty().bind(form.headingProperty());
        heading.getStyleClass().add("strong");
        heading.setWrapText(true);
        heading.setMinHeight(Label.USE_PREF_SIZE);
        Label below = new Label();
        below.textProperty().bind(form.belowProperty());
        below.getStyleClass().add("words-below");
        below.setWrapText(true);
        below.setMinHeight(Label.USE_PREF_SIZE);
        below.visibleProperty().bind(form.belowProperty().isNotEmpty());
        below.managedProperty().bind(below.visibleProperty());
        VBox fields = new VBox(heading, below);
        fields.getStyleClass().add("words-form");
        fields.getChildren().addAll(rows());
        scroll = new ScrollPane(fields);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.visibleProperty().bind(form.shownProperty());
        Label none = new Label(empty);
        none.setWrapText(true);
        none.getStyleClass().addAll("debrief-sentence", "words-none");
        none.visibleProperty().bind(form.shownProperty().not());
        all = new StackPane(none, scroll);
        all.setMinHeight(0);
        for (FieldControl control : controls) {
            control.input().focusedProperty().addListener((_, _, focused) -> {
                if (focused) {
                    bring(control.box(), fields);
                }
            });
        }
    }

    private List<Node> rows() {
        List<Node> rows = new ArrayList<>();
        List<FieldControl> pair = new ArrayList<>();
        for (FieldControl control : controls) {
            if (control.narrow()) {
                pair.add(control);
            }
            if (!control.narrow() || pair.size() == 2) {
                flush(pair, rows);
            }
            if (!control.narrow()) {
                rows.add(control.box());
            }
        }
        flush(pair, rows);
        return rows;
    }

    private static void flush(List<FieldControl> pair, List<Node> rows) {
        if (!pair.isEmpty()) {
            HBox row = new HBox();
            row.getStyleClass().add("words-pair");
            for (FieldControl control : pair) {
                HBox.setHgrow(control.box(), Priority.ALWAYS);
                control.box().setPrefWidth(100);
                row.getChildren().add(control.box());
            }
            rows.add(row);
            pair.clear();
        }
    }

    /// Scrolls so far that a field that has the focus is seen.
    private void bring(Node field, VBox fields) {
        double over = fields.getHeight() - scroll.getViewportBounds().getHeight();
        if (over > 0) {
            var there = fields.sceneToLocal(field.localToScene(field.getBoundsInLocal()));
            double top = scroll.getVvalue() * over;
            double bottom = top + scroll.getViewportBounds().getHeight();
            if (there.getMinY() < top) {
                scroll.setVvalue(there.getMinY() / over);
            } else if (there.getMaxY() > bottom) {
                scroll.setVvalue((there.getMaxY() - scroll.getViewportBounds().getHeight()) / over);
            }
        }
    }

    /// Whenever `editing` changes the first field gets the focus.
    void focusOn(ObservableValue<Number> editing) {
        editing.addListener((_, _, _) -> controls.getFirst().input().requestFocus());
    }

    StackPane pane() {
        return all;
    }
}
