package io.gameday.console.prepare;

import io.gameday.console.text.Texts;
import io.gameday.yaml.TextEdit;
import java.util.List;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.LineEnding;
import jfx.incubator.scene.control.richtext.SideDecorator;
import jfx.incubator.scene.control.richtext.TextPos;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The text with line numbers, colours and marks; what is wrong with a line stands in a box that pushes the lines
/// below it down.
final class YamlEditor extends Region {

    private static final double GUTTER = 46;
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final PrepareViewModel model;
    private final CodeArea area = new CodeArea();
    private final Region band = new Region();
    /// Invisible; has the colour of the theme, and so tells when there is another theme.
    private final Label probe = new Label();
    private final ProblemBox box;
    private @Nullable Label selectedRow;
    private double boxHeight;
    private boolean taking;

    YamlEditor(PrepareViewModel model) {
        this.model = model;
        box = new ProblemBox(flaw -> {
            model.repair(flaw);
            area.requestFocus();
        });
        getStyleClass().add("yaml");
        band.getStyleClass().add("problem-band");
        band.setMouseTransparent(true);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        area.setWrapText(true);
        area.setId("yaml");
        area.setLineEnding(LineEnding.LF);
        area.setAccessibleText(Texts.of("prepare.yaml.accessible"));
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        probe.setVisible(false);
        // The cells of the text keep the colours they were made with.
        probe.textFillProperty().addListener((_, _, _) -> follow(this::decorate));
        getChildren().addAll(probe, band, area, box);
        model.text().text().addListener((_, _, now) -> take(now));
        model.text().opened().addListener((_, _, _) -> opened());
        area.getModel().addListener(_ -> typed());
        model.checked().addListener((_, _, _) -> refresh());
        model.selected().addListener((_, _, _) -> refresh());
        take(model.text().text().get());
        area.clearUndoRedo();
        refresh();
    }

    Node focusTarget() {
        return area;
    }

    boolean owns(Object target) {
        for (Node node = target instanceof Node n ? n : null; node != null; node = node.getParent()) {
            if (node == area) {
                return true;
            }
        }
        return false;
    }

    /// Puts the caret where `flaw` is, so that it can be seen.
    void goTo(Flaw flaw) {
        String line = area.getPlainText(Math.min(flaw.line(), area.getParagraphCount()) - 1);
        int column = Math.min(line.length(), flaw.start() - lineStart(model.checked().get().text(), flaw.start()));
        area.select(TextPos.ofLeading(Math.min(flaw.line(), area.getParagraphCount()) - 1, Math.max(0, column)));
        area.requestFocus();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isControlDown() && !event.isAltDown()) {
            // YAML has no tabs, and who has only a keyboard must get out of here.
            area.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown() && !area.hasNonEmptySelection()) {
            TextPos caret = area.getCaretPosition();
            String before = area.getPlainText(caret.index()).substring(0, caret.offset());
            String indent = before.substring(0, before.length() - before.stripLeading().length());
            TextPos after = area.replaceText(caret, caret, "\n" + indent);
            area.select(after);
            event.consume();
        }
    }

    private void opened() {
        area.clearUndoRedo();
        area.select(TextPos.ZERO);
    }

    private void typed() {
        if (!taking) {
            model.text().text().set(area.getText());
        }
    }

    private void take(String now) {
        String before = area.getText();
        if (now.equals(before)) {
            return;
        }
        taking = true;
        try {
            TextEdit edit = TextEdit.between(before, now);
            area.replaceText(position(before, edit.start()), position(before, edit.end()), edit.with());
        } finally {
            taking = false;
        }
    }

    private static TextPos position(String text, int offset) {
        int start = lineStart(text, offset);
        int line = (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
        return TextPos.ofLeading(line, offset - start);
    }

    private static int lineStart(String text, int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    /// Draws the marks again, with room for the box below its line.
    private void refresh() {
        Flaw selected = model.selected().get();
        List<Flaw> here = selected == null
                ? List.of()
                : model.checked().get().flaws().stream().filter(flaw -> flaw.line() == selected.line()).toList();
        box.show(here);
        box.setVisible(!here.isEmpty());
        band.setVisible(!here.isEmpty());
        boxHeight = 0;
        decorate();
        requestLayout();
    }

    private void decorate() {
        Flaw selected = model.selected().get();
        area.setSyntaxDecorator(new YamlMarks(model.checked().get(), selected == null ? 0 : selected.line(),
                boxHeight == 0 ? 0 : boxHeight + 8));
        // The rows of the gutter are made anew only for another gutter.
        selectedRow = null;
        area.setLeftDecorator(new Gutter());
    }

    @Override
    protected void layoutChildren() {
        area.resizeRelocate(0, 0, getWidth(), getHeight());
        double width = Math.max(120, getWidth() - GUTTER - 14);
        double height = Math.ceil(box.prefHeight(width));
        if (box.isVisible() && height != boxHeight) {
            boxHeight = height;
            decorate();
        }
        Label row = selectedRow;
        boolean there = box.isVisible() && row != null && row.getScene() != null;
        shown(there);
        if (there && row != null) {
            Point2D at = sceneToLocal(row.localToScene(0, 0));
            double line = Math.max(16, row.getHeight() - boxHeight - 8);
            band.resizeRelocate(1, at.getY(), getWidth() - 2, line);
            double below = at.getY() + line + 2;
            // At the lower end there is no room to push anything to: over the lines above, then.
            boolean fits = below + height <= getHeight() || at.getY() < height;
            box.resizeRelocate(GUTTER, fits ? below : at.getY() - height - 2, width, height);
        }
    }

    /// Nothing is drawn for a line that is scrolled out of sight.
    private void shown(boolean is) {
        box.setOpacity(is ? 1 : 0);
        box.setMouseTransparent(!is);
        band.setOpacity(is ? 1 : 0);
    }

    /// The text lays itself out after its parent: whoever follows it comes with the next pulse.
    private void follow() {
        follow(this::requestLayout);
    }

    private static void follow(Runnable next) {
        Platform.runLater(next);
    }

    @Override
    protected double computePrefHeight(double width) {
        return 400;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 440;
    }

    /// Line numbers; a line with a problem has its icon there.
    private final class Gutter implements SideDecorator {

        @Override
        public double getPrefWidth(double viewWidth) {
            return GUTTER - 8;
        }

        @Override
        public @Nullable Node getMeasurementNode(int index) {
            return null;
        }

        @Override
        public Node getNode(int index) {
            Label number = new Label(String.valueOf(index + 1));
            number.getStyleClass().add("gutter-number");
            number.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
            List<Flaw> here = model.checked().get().flaws().stream().filter(flaw -> flaw.line() == index + 1).toList();
            number.pseudoClassStateChanged(WRONG, !here.isEmpty());
            if (!here.isEmpty()) {
                number.setGraphic(new FontIcon(Feather.X));
                number.setContentDisplay(ContentDisplay.LEFT);
                number.setAccessibleText(Texts.of("prepare.gutter.wrong", String.valueOf(index + 1)));
                number.setOnMouseClicked(_ -> model.select(here.getFirst()));
            }
            Flaw selected = model.selected().get();
            if (selected != null && selected.line() == index + 1) {
                selectedRow = number;
                follow();
                number.boundsInParentProperty().addListener((_, _, _) -> follow());
                number.sceneProperty().addListener((_, _, _) -> follow());
            }
            return number;
        }
    }
}
