package io.gameday.console.debrief;

import io.gameday.console.text.Texts;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What could not be read, each with its next step; or that the run is still being played.
final class TroublesBar {

    private final DebriefViewModel model;
    private final VBox bar = new VBox();

    TroublesBar(DebriefViewModel model) {
        this.model = model;
        bar.getStyleClass().add("troubles");
        bar.managedProperty().bind(bar.visibleProperty());
        model.troubles().addListener((ListChangeListener<Trouble>) _ -> fill());
        model.playingProperty().addListener(_ -> fill());
        model.room().troubleProperty().addListener(_ -> fill());
        fill();
    }

    private void fill() {
        bar.getChildren().clear();
        if (model.playingProperty().get()) {
            Button attach = new Button(Texts.of("debrief.attach"), new FontIcon(Feather.ACTIVITY));
            attach.setId("debrief-attach");
            attach.getStyleClass().add("small-button");
            attach.setOnAction(_ -> model.attach());
            bar.getChildren().add(row(Feather.ACTIVITY, Texts.of("debrief.attach.text"), "", attach));
        }
        for (Trouble trouble : model.troubles()) {
            bar.getChildren().add(row(Feather.ALERT_TRIANGLE, trouble.what(), trouble.nextStep(), null));
        }
        String room = model.room().troubleProperty().get();
        if (!room.isEmpty()) {
            bar.getChildren().add(row(Feather.CAST, room, "", null));
        }
        bar.setVisible(!bar.getChildren().isEmpty());
    }

    private static HBox row(Feather icon, String what, String next, @Nullable Node end) {
        Label said = new Label(what, new FontIcon(icon));
        said.getStyleClass().add("strong");
        said.setMinWidth(0);
        said.setTooltip(new Tooltip(what));
        said.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        Label step = new Label(next);
        step.setMinWidth(0);
        step.setTooltip(new Tooltip(next));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(said, step, gap);
        row.getStyleClass().add("trouble");
        if (end != null) {
            row.getChildren().add(end);
        }
        return row;
    }

    VBox bar() {
        return bar;
    }
}
