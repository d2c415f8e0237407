package io.gameday.console.live;

import io.gameday.console.audience.AudienceWindow;
import io.gameday.console.control.Panel;
import io.gameday.console.control.State;
import io.gameday.console.text.Texts;
import io.gameday.journal.Event.PersonAsked.Turn;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The faults of this run; before the first of them, what is waited for.
final class FaultPanel {

    private final LiveViewModel model;
    private final VBox body = new VBox();
    private final Panel panel = new Panel(Feather.ZAP, Texts.of("live.fault.title"), body);
    private final Label waiting = wrapping("strong");
    private final VBox gateLines = new VBox();
    private final VBox gate = new VBox(waiting, gateLines);
    private final VBox cards = new VBox();
    private final Label trouble = wrapping("trouble");
    private final List<Card> shown = new ArrayList<>();

    FaultPanel(LiveViewModel model, AudienceWindow audience) {
        this.model = model;
        body.getStyleClass().add("live-body");
        cards.getStyleClass().add("fault-cards");
        gateLines.getStyleClass().add("gate-lines");
        gate.getStyleClass().add("gate");
        body.getChildren().addAll(gate, cards, trouble);
        panel.getStyleClass().add("fault-panel");
        trouble.textProperty().bind(model.faultTroubleProperty());
        trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
        trouble.visibleProperty().bind(trouble.managedProperty());
        panel.end().getChildren().add(AudienceButton.of(model.audience(), audience));
        model.gateProperty().subscribe(this::gate);
        model.faultsProperty().subscribe(this::faults);
    }

    Panel panel() {
        return panel;
    }

    private void gate(GateStatus status) {
        boolean open = !status.waiting().isEmpty();
        gate.setManaged(open);
        gate.setVisible(open);
        waiting.setText(status.waiting());
        gateLines.getChildren().setAll(status.lines().stream().map(FaultPanel::gateLine).toList());
    }

    private static Label gateLine(GateStatus.Line line) {
        Label label = LiveView.state(line.state(), line.text());
        label.setTooltip(new Tooltip(line.text() + ": " + line.detail()));
        label.setAccessibleText(line.text() + ": " + line.detail());
        if (line.state() == State.UNKNOWN) {
            label.setText(line.text() + ", " + line.detail());
            label.setWrapText(true);
        }
        return label;
    }

    private void faults(List<FaultCard> faults) {
        if (shown.size() != faults.size()) {
            shown.clear();
            faults.forEach(_ -> shown.add(new Card()));
            cards.getChildren().setAll(shown.stream().map(card -> card.box).toList());
        }
        for (int i = 0; i < faults.size(); i++) {
            shown.get(i).show(faults.get(i), faults.size() > 2);
        }
        panel.pseudoClassStateChanged(State.FAULT.pseudoClass(), faults.stream().anyMatch(FaultCard::running));
        panel.sub().setText(faults.size() > 1 ? Texts.of("live.fault.count", faults.size()) : "");
    }

    static Label wrapping(String style) {
        Label label = new Label();
        label.setWrapText(true);
        label.getStyleClass().add(style);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private final class Card {
        private static final int LONGEST_BESIDE = 30;
        private static final double WRAP = 220;

        private final Label name = new Label();
        private final Label where = new Label();
        private final Label figure = new Label();
        private final Label rest = new Label();
        private final Label below = wrapping("quiet");
        private final Label until = new Label();
        private final Bar bar = new Bar();
        private final Label lease = wrapping("quiet");
        private final Label proof = wrapping("proof");
        private final Button end = new Button(Texts.of("live.fault.end"));
        private final Button said = new Button();
        private final VBox box = new VBox();

        Card() {
            said.setMaxWidth(Double.MAX_VALUE);
            said.getStyleClass().add("accent");
            name.getStyleClass().add("fault-name");
            where.getStyleClass().addAll("fault-name", "mono");
            figure.getStyleClass().addAll("fault-left", "mono");
            figure.setMinWidth(Region.USE_PREF_SIZE);
            rest.getStyleClass().add("quiet");
            rest.setMinWidth(Region.USE_PREF_SIZE);
            until.getStyleClass().addAll("quiet", "mono");
            until.setMinWidth(Region.USE_PREF_SIZE);
            bar.getStyleClass().add("fault");
            lease.setGraphic(new FontIcon(Feather.LOCK));
            lease.setTooltip(new Tooltip(Texts.of("live.fault.lease-tip")));
            proof.setTooltip(new Tooltip());
            end.setMaxWidth(Double.MAX_VALUE);
            where.setMinWidth(Region.USE_PREF_SIZE);
            HBox head = new HBox(6, name, where);
            head.setAlignment(Pos.BASELINE_LEFT);
            // Where there is no room for all of it, until when goes below.
            FlowPane time = new FlowPane(6, 0, figure, rest, until);
            time.setPrefWrapLength(WRAP);
            time.setRowValignment(VPos.BASELINE);
            box.getStyleClass().add("fault-card");
            box.getChildren().addAll(head, time, below, bar, lease, proof, said, end);
        }

        void show(FaultCard card, boolean tight) {
            name.setText(card.kind());
            where.setText(card.where());
            figure.setText(card.figure());
            figure.pseudoClassStateChanged(LiveView.RUNNING, card.running() && card.share() >= 0);
            // A whole sentence has no room beside the figure.
            boolean sentence = card.rest().length() > LONGEST_BESIDE;
            rest.setText(sentence ? "" : card.rest());
            below.setText(sentence ? card.rest() : "");
            visible(below, sentence);
            until.setText(card.until());
            bar.show(card.share(), null);
            visible(bar, card.share() >= 0);
            lease.setText(card.lease());
            visible(lease, !card.lease().isEmpty() && !tight);
            proof.setText(card.proof());
            proof.getTooltip().setText(card.detail());
            LiveView.mark(proof, card.proofState());
            visible(proof, !card.proof().isEmpty());
            end.setOnAction(_ -> model.endFault(card.id()));
            end.setAccessibleText(Texts.of("live.fault.end-of", card.kind(), card.where()));
            visible(end, card.running() && model.mayActProperty().get());
            Turn turn = card.turn();
            visible(said, turn != null && model.mayActProperty().get());
            if (turn != null) {
                said.setText(Texts.of(turn == Turn.BEGIN ? "live.fault.begun" : "live.fault.ended"));
                said.setOnAction(_ -> model.answered(card.id(), turn));
            }
        }

        private static void visible(Region node, boolean visible) {
            node.setManaged(visible);
            node.setVisible(visible);
        }
    }
}
