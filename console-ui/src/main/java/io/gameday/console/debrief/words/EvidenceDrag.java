package io.gameday.console.debrief.words;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/// Evidence on its way from a row of the timeline to a why.
public final class EvidenceDrag {

    static final DataFormat FORMAT = new DataFormat("application/x-gameday-evidence");

    private EvidenceDrag() {
    }

    /// Lets a row be dragged.
    ///
    /// @param evidence of the row, as it shows it; empty for a row without
    public static void from(Node row, Supplier<String> evidence) {
        row.setOnDragDetected(drag -> {
            Dragboard board = row.startDragAndDrop(TransferMode.LINK);
            ClipboardContent content = new ClipboardContent();
            content.put(FORMAT, evidence.get());
            board.setContent(content);
            drag.consume();
        });
    }
}
