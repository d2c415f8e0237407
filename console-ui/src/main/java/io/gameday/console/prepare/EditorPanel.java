package io.gameday.console.prepare;

import io.gameday.console.control.Chip;
import io.gameday.console.control.Panel;
import io.gameday.console.control.State;
import io.gameday.console.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The panel of the text: the editor, what happened to its file, and how many problems it has.
final class EditorPanel {

    private EditorPanel() {
    }

    static Panel of(PrepareViewModel model, YamlEditor editor, Runnable nextProblem) {
        VBox.setVgrow(editor, Priority.ALWAYS);
        Panel panel = new Panel(Feather.FILE_TEXT, Texts.of("prepare.yaml"), new VBox(PrintBanner.of(model.cards()),
                theirs(model), trouble(model), editor, foot(model, nextProblem)));
        Chip count = new Chip();
        Runnable show = () -> {
            int problems = model.checked().get().flaws().size();
            count.show(problems == 0 ? State.HEALTHY : State.ALARM,
                    Texts.of(
                            problems == 0
                                    ? "prepare.problems.none"
                                    : problems == 1 ? "prepare.problems.one" : "prepare.problems.many",
                            String.valueOf(problems)));
            if (problems > 0) {
                count.setGraphic(new FontIcon(Feather.X));
            }
            // Nothing is said of text that nobody has read yet.
            count.setVisible(!model.checked().get().text().isEmpty());
        };
        model.checked().addListener((_, _, _) -> show.run());
        show.run();
        count.setId("problem-count");
        panel.end().getChildren().add(count);
        return panel;
    }

    private static HBox theirs(PrepareViewModel model) {
        Label says = new Label(Texts.of("prepare.theirs"), new FontIcon(Feather.ALERT_TRIANGLE));
        says.setWrapText(true);
        HBox.setHgrow(says, Priority.ALWAYS);
        says.setMaxWidth(Double.MAX_VALUE);
        Button take = small(Texts.of("prepare.theirs.take"));
        take.setId("take-theirs");
        take.setOnAction(_ -> model.text().takeTheirs());
        Button keep = small(Texts.of("prepare.theirs.keep"));
        keep.setId("keep-mine");
        keep.setOnAction(_ -> model.text().keepMine());
        HBox banner = new HBox(says, take, keep);
        banner.getStyleClass().addAll("banner", "warn");
        banner.visibleProperty().bind(model.text().theirs().isNotNull());
        banner.managedProperty().bind(banner.visibleProperty());
        return banner;
    }

    private static HBox trouble(PrepareViewModel model) {
        Label says = new Label("", new FontIcon(Feather.ALERT_TRIANGLE));
        says.textProperty().bind(model.text().trouble());
        says.setWrapText(true);
        says.setId("file-trouble");
        HBox banner = new HBox(says);
        banner.getStyleClass().addAll("banner", "wrong");
        banner.visibleProperty().bind(model.text().trouble().isNotEmpty());
        banner.managedProperty().bind(banner.visibleProperty());
        return banner;
    }

    private static HBox foot(PrepareViewModel model, Runnable nextProblem) {
        Label says = new Label();
        says.getStyleClass().add("quiet");
        says.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Texts.of(model.text().fromCatalog() ? "prepare.foot.catalog" : "prepare.foot.onePass"),
                        model.text().file()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button next = small(Texts.of("prepare.next"));
        next.setGraphic(key("F8"));
        next.setId("next-problem");
        next.setMinWidth(Region.USE_PREF_SIZE);
        next.disableProperty().bind(model.selected().isNull());
        next.setOnAction(_ -> nextProblem.run());
        HBox foot = new HBox(says, gap, next);
        foot.getStyleClass().add("yaml-foot");
        return foot;
    }

    /// A key as it stands on the keyboard.
    static Label key(String name) {
        Label key = new Label(name);
        key.getStyleClass().addAll("key", "mono");
        key.setMinWidth(Region.USE_PREF_SIZE);
        return key;
    }

    private static Button small(String text) {
        Button button = new Button(text);
        button.getStyleClass().add("small-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
