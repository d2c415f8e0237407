package io.gameday.console.debrief;

import io.gameday.console.control.State;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// One line: what was injected, and what of it was seen gone.
final class ReceiptLine {

    private final Label line = new Label();

    ReceiptLine(DebriefViewModel model) {
        line.setId("debrief-receipt");
        line.setMinWidth(0);
        line.managedProperty().bind(line.visibleProperty());
        show(model.receiptProperty().get());
        model.receiptProperty().addListener((_, _, now) -> show(now));
    }

    private void show(DebriefViewModel.@Nullable Judgement now) {
        line.setVisible(now != null);
        line.setText(now == null ? "" : now.word());
        line.setTooltip(now == null ? null : new Tooltip(now.told()));
        StateInk.show(line, now == null ? State.PLAIN : now.state());
    }

    Label line() {
        return line;
    }
}
