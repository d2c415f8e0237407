package io.gameday.console.prepare;

import io.gameday.console.text.Texts;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What the last rehearsal gave, and what the start waits for.
final class PrepareFooter extends HBox {

    private final PrepareViewModel model;
    private final Consumer<Blocker> go;
    private final HBox rehearsal = new HBox();
    private final HBox blockers = new HBox();

    /// @param go leads to where a blocker can be mended
    PrepareFooter(PrepareViewModel model, Consumer<Blocker> go) {
        this.model = model;
        this.go = go;
        getStyleClass().add("prepare-footer");
        rehearsal.getStyleClass().add("footer-part");
        rehearsal.setMinWidth(0);
        HBox.setHgrow(rehearsal, Priority.ALWAYS);
        blockers.getStyleClass().add("footer-part");
        blockers.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(rehearsal, blockers);
        InvalidationListener again = _ -> show();
        model.rehearsal().state().addListener(again);
        model.blockers().addListener(again);
        model.checked().addListener(again);
        show();
    }

    private void show() {
        rehearsal.getChildren().setAll(new FontIcon(Feather.CLOCK));
        switch (model.rehearsal().state().get()) {
            case Rehearsal.State.None() -> add("quiet", Texts.of("prepare.rehearsal.none"));
            case Rehearsal.State.Going(String sentence) -> add("", sentence);
            case Rehearsal.State.Failed(String sentence) -> add("failed", sentence);
            case Rehearsal.State.Done done -> {
                add("strong",
                        Texts.of(done.text().equals(model.text().text().get())
                                ? "prepare.rehearsal.last"
                                : "prepare.rehearsal.earlier"));
                add("quiet", done.how());
                add("result", done.result());
                Hyperlink open = new Hyperlink(Texts.of("prepare.rehearsal.open"));
                open.setId("open-rehearsal");
                open.setMinWidth(Region.USE_PREF_SIZE);
                open.setOnAction(_ -> model.debrief(done.runFolder()));
                rehearsal.getChildren().add(open);
            }
        }
        blockers.getChildren().clear();
        if (!model.blockers().isEmpty()) {
            Label by = new Label(Texts.of("prepare.blockedBy"));
            by.getStyleClass().add("quiet");
            blockers.getChildren().add(by);
            model.blockers().forEach(blocker -> blockers.getChildren().add(button(blocker)));
        }
    }

    private void add(String style, String text) {
        Label label = new Label(text);
        if (!style.isEmpty()) {
            label.getStyleClass().add(style);
        }
        label.setTooltip(new Tooltip(text));
        label.setMinWidth(
                style.equals("result") || style.isEmpty() || style.equals("failed") ? 0 : Region.USE_PREF_SIZE);
        label.setId(style.equals("result") ? "rehearsal-result" : null);
        rehearsal.getChildren().add(label);
    }

    private Button button(Blocker blocker) {
        Button button = new Button(blocker.words(),
                new FontIcon(blocker.kind() == Blocker.Kind.TICK ? Feather.CIRCLE : Feather.X));
        button.getStyleClass().add("blocker");
        button.pseudoClassStateChanged(PseudoClass.getPseudoClass("wrong"), blocker.kind() != Blocker.Kind.TICK);
        button.setAccessibleText(Texts.of("prepare.blocker.accessible", blocker.words()));
        button.setOnAction(_ -> go.accept(blocker));
        return button;
    }
}
