package io.gameday.console.debrief.words;

import io.gameday.console.control.Chip;
import io.gameday.console.control.State;
import io.gameday.console.debrief.words.WhyLine.Draft;
import io.gameday.console.debrief.words.WhyLine.Heading;
import io.gameday.console.debrief.words.WhyLine.Written;
import io.gameday.console.text.Texts;
import io.gameday.report.coe.CoeDocument.Node;
import io.gameday.report.why.WhyKind;
import io.gameday.report.why.WhyNode.Confidence;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One line of the tree of whys: what it says above, what it rests on below. Evidence may be dropped on it.
final class WhyCell extends TreeCell<WhyLine> {

    private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

    private final WhysViewModel model;

    WhyCell(WhysViewModel model) {
        this.model = model;
        setPrefWidth(0);
        setOnDragOver(drag -> {
            boolean takes = takes(drag);
            if (takes) {
                drag.acceptTransferModes(TransferMode.LINK);
            }
            pseudoClassStateChanged(DROPPING, takes);
            drag.consume();
        });
        setOnDragExited(_ -> pseudoClassStateChanged(DROPPING, false));
        setOnDragDropped(drag -> {
            WhyLine line = getItem();
            if (takes(drag) && line != null && line.what() instanceof Written written
                    && drag.getDragboard().getContent(EvidenceDrag.FORMAT) instanceof String evidence) {
                model.addEvidence(written, evidence);
                drag.setDropCompleted(true);
            }
            drag.consume();
        });
    }

    private boolean takes(DragEvent drag) {
        WhyLine line = getItem();
        return drag.getDragboard().hasContent(EvidenceDrag.FORMAT) && line != null && line.what() instanceof Written;
    }

    @Override
    protected void updateItem(@Nullable WhyLine line, boolean empty) {
        super.updateItem(line, empty);
        setText(null);
        setTooltip(null);
        pseudoClassStateChanged(HEADING, line != null && line.what() instanceof Heading);
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        switch (line.what()) {
            case Heading heading -> show(heading);
            case Draft draft -> show(draft);
            case Written written -> show(written);
        }
    }

    private void show(Heading heading) {
        Label name = new Label(Texts.said(heading.name()));
        name.getStyleClass().add("strong");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label question = quiet(Texts.said(heading.question()));
        question.setMinWidth(0);
        HBox.setHgrow(question, Priority.ALWAYS);
        question.setMaxWidth(Double.MAX_VALUE);
        Label leaves = quiet(leaves(heading.leaves()));
        leaves.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(name, question, leaves);
        row.getStyleClass().add("why-row");
        graphic(row, name.getText() + ". " + question.getText() + " " + leaves(heading.leaves()));
    }

    private static String leaves(int leaves) {
        return leaves == 0
                ? Texts.of("words.whys.noleaf")
                : leaves == 1 ? Texts.of("words.whys.leaf") : Texts.of("words.whys.leaves", String.valueOf(leaves));
    }

    private void show(Draft draft) {
        Label text = words(draft.draft().statement());
        text.getStyleClass().add("why-draft");
        HBox first = row(kind(draft.draft().kind()), text);
        Button accept = new Button(Texts.of("words.accept"), new FontIcon(Feather.CHECK));
        accept.getStyleClass().addAll("small-button", "why-accept");
        accept.setMinWidth(Region.USE_PREF_SIZE);
        accept.setFocusTraversable(false);
        accept.setAccessibleText(Texts.of("words.accept.told", draft.draft().id()));
        accept.setOnAction(_ -> {
            model.selectedProperty().set(getItem());
            model.accept();
        });
        HBox second = row(new Chip(State.UNKNOWN, Texts.of("words.whys.draft", draft.draft().id())),
                evidence(draft.draft().evidence()), accept);
        graphic(new VBox(first, second), Texts.of("words.whys.draft.told", draft.draft().id(),
                Fields.word(draft.draft().kind()), draft.draft().statement(), draft.draft().evidence()));
    }

    private void show(Written written) {
        Node node = written.node();
        boolean said = !node.statement().isEmpty();
        Label text = words(said ? node.statement() : Texts.of("words.whys.nostatement"));
        text.getStyleClass().add(said ? "why-statement" : "why-draft");
        HBox first = row(kind(node.kind()), text);
        List<javafx.scene.Node> parts = new ArrayList<>();
        Label sure = new Label(confidence(written), new FontIcon(icon(node.confidence())));
        sure.getStyleClass().add("why-sure");
        sure.setMinWidth(Region.USE_PREF_SIZE);
        parts.add(sure);
        node.evidence().forEach(each -> parts.add(evidence(each)));
        node.addressedBy().forEach(action -> parts.add(action(action)));
        boolean open = written.leaf() && node.addressedBy().isEmpty() && node.notAddressed().isEmpty();
        if (node.again()) {
            parts.add(quiet(Texts.of("words.whys.again")));
        } else if (open) {
            parts.add(new Chip(State.GRAY, Texts.of("words.whys.open")));
        } else if (!node.notAddressed().isEmpty()) {
            parts.add(quiet(Texts.of("words.whys.notaddressed", Texts.own(node.notAddressed()))));
        }
        VBox lines = new VBox(first, row(parts.toArray(javafx.scene.Node[]::new)));
        if (!node.prompt().isEmpty() && !node.again()) {
            Label prompt = quiet(Texts.said(node.prompt()));
            prompt.setGraphic(new FontIcon(Feather.CORNER_DOWN_RIGHT));
            prompt.getStyleClass().add("why-prompt");
            prompt.setMinWidth(0);
            lines.getChildren().add(prompt);
        }
        graphic(lines, node.id() + ". " + Texts.said(Fields.word(node.kind())) + ". " + text.getText() + ". "
                + confidence(written) + ". " + Texts.of("words.whys.evidence.told", Fields.several(node.evidence()))
                + " " + (open ? Texts.of("words.whys.open") : Fields.several(node.addressedBy())) + " "
                + node.prompt());
    }

    /// Without evidence it is a hypothesis, whatever it claims.
    private static String confidence(Written written) {
        String shown = Texts.said(Fields.word(written.node().confidence()));
        return written.node().evidence().isEmpty() ? Texts.of("words.whys.noevidence.short", shown) : shown;
    }

    private static Feather icon(Confidence confidence) {
        return switch (confidence) {
            case CONFIRMED -> Feather.CHECK;
            case LIKELY -> Feather.CIRCLE;
            case HYPOTHESIS -> Feather.HELP_CIRCLE;
        };
    }

    private static Label evidence(String id) {
        Label chip = new Label(id, new FontIcon(Feather.LINK));
        chip.getStyleClass().addAll("why-evidence", "mono");
        chip.setMinWidth(0);
        return chip;
    }

    private static Label action(String id) {
        Label chip = new Label(id, new FontIcon(Feather.CHECK));
        chip.getStyleClass().addAll("why-action", "mono");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        return chip;
    }

    private static Label words(String text) {
        Label label = new Label(text);
        label.setMinWidth(0);
        return label;
    }

    private static Label quiet(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("quiet");
        label.setMinWidth(0);
        return label;
    }

    private static Label kind(WhyKind kind) {
        Label label = quiet(Texts.said(Fields.word(kind)));
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static HBox row(javafx.scene.Node... parts) {
        HBox row = new HBox(parts);
        row.getStyleClass().add("why-row");
        return row;
    }

    private void graphic(Region content, String told) {
        content.setMinWidth(0);
        setGraphic(content);
        setAccessibleText(told);
        Tooltip tooltip = new Tooltip(told);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(480);
        setTooltip(tooltip);
    }
}
