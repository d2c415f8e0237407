package io.gameday.console.debrief;

import javafx.scene.Node;
import javafx.scene.layout.HBox;

/// A row that shows as many of its children, from the first, as there is room for. What is left out would otherwise lie
/// over the neighbours.
final class AsManyAsFit extends HBox {

    @Override
    protected void layoutChildren() {
        double left = getWidth() - snappedLeftInset() - snappedRightInset();
        for (Node child : getManagedChildren()) {
            double wanted = snapSizeX(child.prefWidth(-1));
            child.setVisible(wanted <= left);
            left -= wanted + getSpacing();
        }
        super.layoutChildren();
    }
}
