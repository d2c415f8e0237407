package io.gameday.console.home;

import io.gameday.console.control.Chip;
import io.gameday.console.text.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// One experiment of the catalog. Enter prepares it.
final class CardView extends VBox {

    CardView(CatalogCard card, HomeViewModel model) {
        getStyleClass().add("home-card");
        Label title = new Label(card.title(), new FontIcon(card.theme().icon()));
        title.getStyleClass().addAll("home-card-title", "strong");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        Label hypothesis = new Label(card.problem().isEmpty() ? card.hypothesis() : card.problem());
        hypothesis.getStyleClass().addAll("home-card-text", "quiet");
        hypothesis.setWrapText(true);
        hypothesis.setTextOverrun(OverrunStyle.WORD_ELLIPSIS);
        hypothesis.setTooltip(new Tooltip(card.hypothesis()));
        VBox.setVgrow(hypothesis, Priority.ALWAYS);
        hypothesis.setMaxHeight(Double.MAX_VALUE);
        getChildren().addAll(title, hypothesis, names(card), foot(card, model));
        Pressable.on(this, words(card), () -> model.prepare(card));
    }

    private static HBox names(CatalogCard card) {
        Label name = new Label(card.name());
        name.getStyleClass().addAll("mono", "quiet");
        name.setTooltip(new Tooltip(card.name()));
        Label length = new Label(card.length());
        length.getStyleClass().add("quiet");
        length.setMinWidth(USE_PREF_SIZE);
        if (!card.length().isEmpty()) {
            length.setTooltip(new Tooltip(Texts.of("home.card.length", card.length())));
        }
        return new HBox(8, name, gap(), length);
    }

    private static HBox foot(CatalogCard card, HomeViewModel model) {
        Button prepare = new Button(Texts.of("home.card.prepare"));
        prepare.setAccessibleText(Texts.of("home.card.prepare.name", card.title()));
        prepare.setOnAction(_ -> model.prepare(card));
        prepare.setMinWidth(USE_PREF_SIZE);
        HBox foot = new HBox(8, verdict(card, model), gap(), prepare);
        foot.getStyleClass().add("home-card-foot");
        return foot;
    }

    private static Label verdict(CatalogCard card, HomeViewModel model) {
        if (card.lastRun().isEmpty()) {
            Label none = new Label(card.noRun());
            none.getStyleClass().add("quiet");
            return none;
        }
        RunRow run = card.lastRun().get();
        Chip chip = new Chip(run.verdict().state(), run.verdict().word());
        String line = run.simulated() ? "simulated · " + run.line() : run.line();
        chip.setTooltip(new Tooltip(Texts.of("home.card.last", model.when(run.began()), line)));
        return chip;
    }

    private static String words(CatalogCard card) {
        String run = card.lastRun().map(last -> last.verdict().word()).orElse(card.noRun());
        return String.join(". ", card.title(), card.name(), card.hypothesis(), card.length(), run);
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
