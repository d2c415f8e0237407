package io.gameday.console.home;

import io.gameday.console.home.FaultsModel.Shown;
import io.gameday.console.home.FaultsModel.Standings;
import io.gameday.console.text.Texts;
import java.util.Arrays;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Whether a fault of ours is in force: grey when none is, violet with "Take away" when one may be.
final class FaultsView extends VBox {

    private final FaultsModel model;
    private final FontIcon icon = new FontIcon(Feather.SHIELD);
    private final Label text = new Label();
    private final Label detail = new Label();
    private final Button takeAway = new Button(Texts.of("home.faults.takeAway"));
    private final Button showRun = new Button(Texts.of("home.faults.showRun"));
    private final VBox outcomes = new VBox(6);

    FaultsView(FaultsModel model) {
        this.model = model;
        getStyleClass().addAll("panel", "home-faults");
        text.getStyleClass().add("strong");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        detail.getStyleClass().add("quiet");
        detail.setWrapText(true);
        VBox words = new VBox(2, text, detail);
        HBox.setHgrow(words, Priority.ALWAYS);
        takeAway.setId("home-take-away");
        takeAway.setMinWidth(USE_PREF_SIZE);
        takeAway.setOnAction(_ -> model.takeAway());
        takeAway.disableProperty().bind(model.takingAway());
        showRun.setMinWidth(USE_PREF_SIZE);
        showRun.setOnAction(_ -> model.showRun());
        HBox row = new HBox(12, icon, words, takeAway, showRun);
        row.getStyleClass().add("home-faults-row");
        outcomes.getStyleClass().add("home-outcomes");
        getChildren().addAll(row, outcomes);
        model.shown().addListener((_, _, now) -> show(now));
        model.takingAway().addListener((_, _, _) -> show(model.shown().get()));
        model.outcomes().addListener((ListChangeListener<Recovery.Outcome>) _ -> showOutcomes());
        show(model.shown().get());
        showOutcomes();
    }

    private void show(Shown shown) {
        Arrays.stream(Standings.values())
                .forEach(standings -> pseudoClassStateChanged(
                        PseudoClass.getPseudoClass(standings.name().toLowerCase(Locale.ROOT)),
                        standings == shown.standings()));
        text.setText(shown.text());
        detail.setText(model.takingAway().get() ? Texts.of("home.faults.takingAway") : shown.detail());
        detail.setTooltip(new Tooltip(detail.getText()));
        icon.setIconCode(switch (shown.standings()) {
            case ASKING, UNREADABLE -> Feather.HELP_CIRCLE;
            case NONE -> Feather.SHIELD;
            case PLAYING, LEFT -> Feather.ZAP;
        });
        visible(takeAway, shown.standings() == Standings.LEFT);
        visible(showRun, shown.standings() == Standings.PLAYING);
    }

    private void showOutcomes() {
        outcomes.getChildren().setAll(model.outcomes().stream().map(FaultsView::outcome).toList());
        visible(outcomes, !model.outcomes().isEmpty());
    }

    private static Node outcome(Recovery.Outcome outcome) {
        Label said = new Label(outcome.text(), new FontIcon(outcome.gone() ? Feather.CHECK : Feather.ALERT_CIRCLE));
        said.setWrapText(true);
        said.setMinHeight(USE_PREF_SIZE);
        said.getStyleClass().addAll("home-outcome", outcome.gone() ? "home-outcome-gone" : "home-outcome-left");
        if (outcome.command().isEmpty()) {
            return said;
        }
        Label by = new Label(Texts.of("home.faults.command"));
        by.getStyleClass().add("quiet");
        TextField command = new TextField(outcome.command());
        command.setEditable(false);
        command.getStyleClass().add("mono");
        command.setAccessibleText(Texts.of("home.faults.command"));
        return new VBox(4, said, by, command);
    }

    private static void visible(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
