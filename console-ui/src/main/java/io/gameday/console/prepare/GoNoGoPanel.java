package io.gameday.console.prepare;

import io.gameday.console.control.Chip;
import io.gameday.console.control.Panel;
import io.gameday.console.control.State;
import io.gameday.console.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Go or no-go: what was seen, line by line, and the tick that only people can make.
final class GoNoGoPanel {

    private final PrepareViewModel model;
    private static final double ROW = 22;
    /// Of people; more are reached by scrolling, so that the topology keeps its room.
    private static final double PEOPLE_HEIGHT = 3 * ROW + 2;

    private final VBox rows = new VBox();
    private final VBox people = new VBox();
    private final ScrollPane peopleInView = new ScrollPane(people);
    private final CheckBox tick = new CheckBox(Texts.of("prepare.check.everybody"));
    private final Chip verdict = new Chip();
    private final Panel panel;

    private GoNoGoPanel(PrepareViewModel model) {
        this.model = model;
        tick.setId("everybody-knows");
        tick.selectedProperty().bindBidirectional(model.goNoGo().everybodyKnows());
        tick.setTooltip(new Tooltip(Texts.of("prepare.check.sayIt")));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox byHand = new HBox(tick, gap, GuestMenu.of(model.guests()));
        byHand.getStyleClass().addAll("check-row", "by-hand");
        peopleInView.setId("people-asked");
        peopleInView.setFitToWidth(true);
        peopleInView.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox body = new VBox(rows, peopleInView, byHand);
        body.getStyleClass().add("checks");
        panel = new Panel(Feather.CHECK_SQUARE, Texts.of("prepare.goNoGo"), body);
        panel.end().getChildren().add(verdict);
        verdict.setId("go-no-go");
    }

    /// @param tick told the tick by hand, so that the footer can lead there
    static Panel of(PrepareViewModel model, Consumer<Node> tick) {
        GoNoGoPanel go = new GoNoGoPanel(model);
        InvalidationListener again = _ -> go.show();
        model.goNoGo().checks().addListener(again);
        model.blockers().addListener(again);
        InvalidationListener invited = _ -> {
            go.showPeople();
            go.show();
        };
        model.guests().invited().addListener(invited);
        go.showPeople();
        go.show();
        tick.accept(go.tick);
        return go.panel;
    }

    private void show() {
        GoNoGo goNoGo = model.goNoGo();
        rows.getChildren().setAll(goNoGo.checks().stream().map(GoNoGoPanel::row).toList());
        panel.sub().setText(
                Texts.of("prepare.goNoGo.sub", String.valueOf(goNoGo.seen()), String.valueOf(goNoGo.all())) + people());
        boolean refused = goNoGo.checks().stream().anyMatch(check -> check.mark() == Check.Mark.NOT_SO);
        if (model.blockers().isEmpty()) {
            verdict.show(State.HEALTHY, Texts.of("prepare.goNoGo.go"));
        } else if (refused) {
            verdict.show(State.ALARM, Texts.of("prepare.goNoGo.noGo"));
            verdict.setGraphic(new FontIcon(Feather.X));
        } else {
            verdict.show(State.UNKNOWN, Texts.of("prepare.goNoGo.open"));
        }
    }

    /// Nobody can be asked before the run waits for them with their links.
    private void showPeople() {
        List<String> titles = model.guests().titles();
        people.getChildren().setAll(titles.stream().map(GoNoGoPanel::row).toList());
        peopleInView.setVisible(!titles.isEmpty());
        peopleInView.setManaged(!titles.isEmpty());
        double height = Math.min(PEOPLE_HEIGHT, titles.size() * ROW + 2);
        peopleInView.setMinHeight(Math.min(height, ROW + 2));
        peopleInView.setPrefHeight(height);
    }

    private String people() {
        int many = model.guests().invited().size();
        return many == 0 ? "" : ", " + Texts.of("prepare.people.many", many);
    }

    private static HBox row(String title) {
        Label who = new Label(title, new FontIcon(Feather.CIRCLE));
        who.setMinWidth(Region.USE_PREF_SIZE);
        Label asked = new Label(Texts.of("prepare.people.notAsked"));
        asked.getStyleClass().add("quiet");
        asked.setTooltip(new Tooltip(Texts.of("prepare.people.whenAsked")));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(who, gap, asked);
        row.getStyleClass().add("check-row");
        row.setAccessibleText(title + ": " + asked.getText());
        return row;
    }

    private static HBox row(Check check) {
        Label title = new Label(check.title(), new FontIcon(switch (check.mark()) {
            case SEEN -> Feather.CHECK;
            case NOT_SO -> Feather.X;
            case OPEN, LATER -> Feather.CIRCLE;
        }));
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label seen = new Label(check.seen());
        seen.getStyleClass().add("quiet");
        seen.setTooltip(new Tooltip(check.seen()));
        Region gap = new Region();
        gap.setMinWidth(8);
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(title, gap, seen);
        row.getStyleClass().add("check-row");
        row.setId("check-" + check.id());
        row.setAccessibleText(
                check.title() + ": " + Texts.of("prepare.mark." + check.mark().name()) + ", " + check.seen());
        row.pseudoClassStateChanged(PseudoClass.getPseudoClass(switch (check.mark()) {
            case SEEN -> "seen";
            case NOT_SO -> "not-so";
            case OPEN, LATER -> "open";
        }), true);
        return row;
    }
}
