package io.gameday.console.frame;

import io.gameday.console.text.Texts;
import io.gameday.journal.Phase;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Four pairs of labels, one per phase.
final class StepperView extends HBox {

    StepperView(ObservableValue<List<Step>> steps) {
        getStyleClass().add("stepper");
        setId("stepper");
        for (Phase phase : Phase.values()) {
            Pair pair = new Pair(phase);
            HBox.setHgrow(pair, Priority.SOMETIMES);
            getChildren().add(pair);
        }
        steps.subscribe(now -> now.forEach(step -> ((Pair) getChildren().get(step.phase().ordinal())).show(step)));
    }

    /// Shows the phase that is going on and hides the others, where there is little room.
    void narrow(boolean only) {
        getChildren().forEach(pair -> ((Pair) pair).onlyWhenNow(only));
    }

    private static String word(Step.Mark mark) {
        return Texts.of(switch (mark) {
            case DONE -> "frame.step.done";
            case NOW -> "frame.step.now";
            case NEXT -> "frame.step.next";
        });
    }

    private static final class Pair extends VBox {

        private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");

        private final String name;
        private final Label title;
        private final Label second = new Label();
        private final Tooltip whole = new Tooltip();
        private Step.Mark mark = Step.Mark.NEXT;
        private boolean onlyWhenNow;

        Pair(Phase phase) {
            name = Texts.of(switch (phase) {
                case PREPARE -> "frame.step.prepare";
                case DETECT -> "frame.step.detect";
                case RESPOND -> "frame.step.respond";
                case LEARN -> "frame.step.learn";
            });
            title = new Label(name);
            title.getStyleClass().add("step-title");
            second.getStyleClass().add("step-second");
            second.setTooltip(whole);
            getStyleClass().addAll("step", phase.name().toLowerCase(java.util.Locale.ROOT));
            getChildren().addAll(title, second);
            pseudoClassStateChanged(LAST, phase == Phase.LEARN);
        }

        void show(Step step) {
            mark = step.mark();
            title.setGraphic(new FontIcon(switch (mark) {
                case DONE -> Feather.CHECK;
                case NOW -> Feather.PLAY;
                case NEXT -> Feather.CIRCLE;
            }));
            second.setText(step.second());
            whole.setText(step.second());
            title.setAccessibleText(name + ", " + word(mark) + ", " + step.second());
            for (Step.Mark each : Step.Mark.values()) {
                pseudoClassStateChanged(PseudoClass.getPseudoClass(each.name().toLowerCase(java.util.Locale.ROOT)),
                        each == mark);
            }
            place();
        }

        void onlyWhenNow(boolean only) {
            onlyWhenNow = only;
            place();
        }

        private void place() {
            boolean there = !onlyWhenNow || mark == Step.Mark.NOW;
            setVisible(there);
            setManaged(there);
        }
    }
}
