package io.gameday.console.home;

import io.gameday.console.text.Texts;
import java.util.List;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// How a game day goes, for somebody who has not played one; one line for everybody else.
final class HeroView extends VBox {

    private static final PseudoClass FOLDED = PseudoClass.getPseudoClass("folded");

    private final HomeViewModel model;

    HeroView(HomeViewModel model) {
        this.model = model;
        getStyleClass().add("home-hero");
        visibleProperty().bind(model.first().map(first -> first.isPresent()));
        managedProperty().bind(visibleProperty());
        model.welcome().addListener((_, _, _) -> show());
        model.first().addListener((_, _, _) -> show());
        show();
    }

    private void show() {
        if (model.welcome().get()) {
            Label title = new Label(Texts.of("home.hero.title"));
            title.getStyleClass().add("home-hero-title");
            VBox words = new VBox(4, title, line());
            HBox head = head(words);
            Region rule = new Region();
            rule.getStyleClass().add("home-rule");
            getChildren().setAll(head, rule, phases());
        } else {
            Label title = new Label(Texts.of("home.hero.folded"));
            title.getStyleClass().add("strong");
            title.setMinWidth(USE_PREF_SIZE);
            Label line = new Label(Texts.of("home.hero.folded.line"));
            line.getStyleClass().add("quiet");
            HBox words = new HBox(8, title, line);
            words.getStyleClass().add("home-hero-folded");
            getChildren().setAll(head(words));
        }
        pseudoClassStateChanged(FOLDED, !model.welcome().get());
    }

    private TextFlow line() {
        Text words = new Text(Texts.of("home.hero.line", model.firstLength()) + " ");
        words.getStyleClass().add("home-hero-line");
        Label key = new Label(Texts.of("home.hero.key"));
        key.getStyleClass().addAll("home-key", "mono");
        return new TextFlow(words, key);
    }

    private HBox head(Region words) {
        Button rehearse = new Button(Texts.of("home.hero.rehearse"));
        rehearse.setTooltip(new Tooltip(Texts.of("home.hero.rehearse.hint")));
        rehearse.setOnAction(_ -> model.rehearseFirst());
        rehearse.setMinWidth(USE_PREF_SIZE);
        Button play = new Button(Texts.of("home.hero.play"), new FontIcon(Feather.PLAY));
        play.getStyleClass().addAll("accent", "home-play");
        play.setAccessibleText(
                Texts.of("home.hero.play.name", model.first().get().map(ExperimentFile::title).orElse("")));
        play.setOnAction(_ -> model.playFirst());
        play.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = new HBox(10, words, rehearse, play);
        head.getStyleClass().add("home-hero-head");
        return head;
    }

    private static GridPane phases() {
        GridPane phases = new GridPane();
        phases.getStyleClass().add("home-phases");
        List<String> names = List.of("prepare", "detect", "respond", "learn");
        IntStream.range(0, names.size()).forEach(i -> {
            Label number = new Label(String.valueOf(i + 1));
            number.getStyleClass().add("home-phase-number");
            number.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
            Label name = new Label(Texts.of("home.hero." + names.get(i)), number);
            name.getStyleClass().addAll("strong", "home-phase");
            Label text = new Label(Texts.of("home.hero." + names.get(i) + ".text"));
            text.getStyleClass().add("quiet");
            text.setWrapText(true);
            text.setMinHeight(USE_PREF_SIZE);
            phases.add(new VBox(4, name, text), i, 0);
            ColumnConstraints quarter = new ColumnConstraints();
            quarter.setPercentWidth(100.0 / names.size());
            phases.getColumnConstraints().add(quarter);
        });
        return phases;
    }
}
