package io.gameday.console.debrief;

import io.gameday.console.control.Chip;
import io.gameday.console.control.State;
import io.gameday.console.debrief.FindingsViewModel.Count;
import io.gameday.console.text.Texts;
import io.gameday.report.lint.Severity;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// How many findings there are, by severity; a click shows them, or the rest of the screen again.
final class FindingsCount {

    private final Button button = new Button();
    private final Tooltip tooltip = new Tooltip();

    FindingsCount(DebriefViewModel model) {
        button.setId("findings-count");
        button.getStyleClass().addAll("small-button", "findings-count");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setTooltip(tooltip);
        button.setOnAction(_ -> model.findingsBesideProperty().set(!model.findingsBesideProperty().get()));
        button.managedProperty().bind(button.visibleProperty());
        model.findings().countProperty().addListener((_, _, now) -> show(now));
        show(model.findings().countProperty().get());
    }

    private void show(Count count) {
        button.setVisible(count.known());
        HBox chips = new HBox();
        chips.getStyleClass().add("findings-chips");
        chips.getChildren().addAll(chips(count));
        button.setGraphic(chips);
        button.setAccessibleText(Texts.of("debrief.findings.title", words(count)));
        tooltip.setText(Texts.of("debrief.findings.title", words(count)));
    }

    private static List<Node> chips(Count count) {
        List<Node> chips = new ArrayList<>();
        if (!count.readable()) {
            chips.add(chip(State.ALARM, Feather.X, Texts.of("debrief.findings.unread")));
        } else if (count.errors() + count.warnings() + count.information() == 0) {
            chips.add(new Label(Texts.of("debrief.findings.nothing"), new FontIcon(Feather.CHECK)));
        } else {
            chips.add(new FontIcon(Feather.SEARCH));
            if (count.errors() > 0) {
                chips.add(chip(Severity.ERROR, Texts.of("debrief.findings.errors", count.errors())));
            }
            if (count.warnings() > 0) {
                chips.add(chip(Severity.WARNING, Texts.of("debrief.findings.warnings", count.warnings())));
            }
            if (count.information() > 0) {
                chips.add(chip(Severity.INFORMATION, Texts.of("debrief.findings.information", count.information())));
            }
        }
        return chips;
    }

    /// With what somebody lets stand.
    static String words(Count count) {
        if (!count.readable()) {
            return Texts.of("debrief.findings.unread");
        }
        List<String> words = new ArrayList<>();
        if (count.errors() > 0) {
            words.add(Texts.of("debrief.findings.errors", count.errors()));
        }
        if (count.warnings() > 0) {
            words.add(Texts.of("debrief.findings.warnings", count.warnings()));
        }
        if (count.information() > 0) {
            words.add(Texts.of("debrief.findings.information", count.information()));
        }
        if (words.isEmpty()) {
            words.add(Texts.of("debrief.findings.nothing"));
        }
        if (count.accepted() > 0) {
            words.add(Texts.of("debrief.findings.accepted", count.accepted()));
        }
        return String.join(", ", words);
    }

    static Chip chip(Severity severity, String text) {
        return switch (severity) {
            case ERROR -> chip(State.ALARM, Feather.X, text);
            case WARNING -> chip(State.GRAY, Feather.ALERT_TRIANGLE, text);
            case INFORMATION -> chip(State.PLAIN, Feather.INFO, text);
        };
    }

    private static Chip chip(State state, Feather icon, String text) {
        Chip chip = new Chip(state, text);
        chip.setGraphic(new FontIcon(icon));
        return chip;
    }

    Button button() {
        return button;
    }
}
