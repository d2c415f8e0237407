package io.gameday.console.debrief;

import io.gameday.console.control.Panel;
import io.gameday.console.text.Texts;
import io.gameday.report.text.Figures;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The timeline's panel: what moves the playhead in its head, the strip below.
final class StripPanel {

    private final DebriefViewModel model;
    private final StripView strip;
    private final Panel panel;

    StripPanel(DebriefViewModel model) {
        this.model = model;
        strip = new StripView(model.timeline());
        Label sentence = new Label();
        sentence.getStyleClass().add("debrief-sentence");
        sentence.setWrapText(true);
        sentence.textProperty().bind(model.sentenceProperty());
        sentence.visibleProperty().bind(model.shownProperty().not());
        panel = new Panel(Feather.CLOCK, Texts.of("debrief.timeline"), new StackPane(strip, sentence));
        panel.sub().setText(Texts.of("debrief.timeline.sub"));
        panel.sub().setMinWidth(0);
        panel.end().getChildren().addAll(controls());
        panel.setMinHeight(Panel.USE_PREF_SIZE);
    }

    private Node[] controls() {
        Playhead playhead = model.timeline().playhead();
        Button begin = icon(Feather.SKIP_BACK, "debrief.to.begin", playhead::home);
        Button end = icon(Feather.SKIP_FORWARD, "debrief.to.end", playhead::end);
        Button play = icon(Feather.PLAY, "debrief.play", playhead::playOrPause);
        play.setId("debrief-play");
        play.textProperty().bind(Bindings.when(playhead.playingProperty()).then(Texts.of("debrief.pause"))
                .otherwise(Texts.of("debrief.play")));
        play.graphicProperty()
                .bind(Bindings.createObjectBinding(
                        () -> new FontIcon(playhead.playingProperty().get() ? Feather.PAUSE : Feather.PLAY),
                        playhead.playingProperty()));
        play.accessibleTextProperty().bind(play.textProperty());
        play.setMinWidth(76);
        Button replay = new Button(Texts.of("debrief.replay"), new FontIcon(Feather.ACTIVITY));
        replay.setId("debrief-replay");
        replay.getStyleClass().add("small-button");
        replay.setOnAction(_ -> model.replay());
        replay.disableProperty().bind(model.shownProperty().not());
        Button room = new Button("", new FontIcon(Feather.CAST));
        room.setId("debrief-room");
        room.getStyleClass().add("small-button");
        room.setMinWidth(Button.USE_PREF_SIZE);
        room.textProperty().bind(Bindings.when(model.room().shownProperty()).then(Texts.of("debrief.room.close"))
                .otherwise(Texts.of("debrief.room")));
        room.setTooltip(new Tooltip(Texts.of("debrief.room.tip")));
        room.setOnAction(_ -> {
            model.replayForAll();
            // Space plays from now on, and does not press this button again.
            strip.requestFocus();
        });
        room.disableProperty().bind(model.shownProperty().not().or(model.playingProperty()));
        Label clock = new Label();
        clock.getStyleClass().addAll("mono", "strip-clock");
        clock.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.shownProperty().get() ? Figures.clock(playhead.at()) : "", playhead.atProperty(),
                        model.shownProperty()));
        return new Node[]{focus(), begin, play, end, replay, room, speeds(playhead), clock};
    }

    /// What is shown besides the site, and the way back to it.
    private Button focus() {
        Button back = new Button("", new FontIcon(Feather.X));
        back.setId("debrief-focus");
        back.getStyleClass().addAll("small-button", "focus-button");
        back.setContentDisplay(ContentDisplay.RIGHT);
        back.setMaxWidth(230);
        back.setTooltip(new Tooltip(Texts.of("debrief.focus.clear")));
        back.setOnAction(_ -> {
            model.timeline().lookAtSite();
            strip.requestFocus();
        });
        model.timeline().focusProperty().subscribe(focus -> {
            back.setVisible(focus != null);
            back.setManaged(focus != null);
            back.setText(focus == null ? "" : focus.words());
            back.setAccessibleText(focus == null ? "" : focus.words() + ". " + Texts.of("debrief.focus.clear"));
        });
        return back;
    }

    private Button icon(Feather icon, String text, Runnable act) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().add("small-button");
        button.setAccessibleText(Texts.of(text));
        button.setTooltip(new Tooltip(Texts.of(text)));
        button.setOnAction(_ -> act.run());
        button.disableProperty().bind(model.shownProperty().not());
        return button;
    }

    private static HBox speeds(Playhead playhead) {
        HBox box = new HBox();
        box.getStyleClass().add("segments");
        ToggleGroup group = new ToggleGroup();
        for (Playhead.Speed speed : Playhead.Speed.values()) {
            ToggleButton button = new ToggleButton(speed.words());
            button.getStyleClass().add("segment");
            button.setAccessibleText(Texts.of("debrief.speed", speed.words()));
            button.setToggleGroup(group);
            button.setSelected(playhead.speedProperty().get() == speed);
            button.setOnAction(_ -> {
                playhead.speedProperty().set(speed);
                button.setSelected(true);
            });
            box.getChildren().add(button);
        }
        box.getChildren().getFirst().getStyleClass().add("first");
        box.getChildren().getLast().getStyleClass().add("last");
        return box;
    }

    Panel panel() {
        return panel;
    }

    StripView strip() {
        return strip;
    }
}
