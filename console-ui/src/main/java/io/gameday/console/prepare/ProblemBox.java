package io.gameday.console.prepare;

import io.gameday.console.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// What is wrong with one line, below that line, with the fix as a button.
final class ProblemBox extends VBox {

    private final Consumer<Flaw> repair;

    ProblemBox(Consumer<Flaw> repair) {
        this.repair = repair;
        getStyleClass().add("problem-box");
    }

    void show(List<Flaw> flaws) {
        getChildren().clear();
        flaws.forEach(this::add);
    }

    private void add(Flaw flaw) {
        Text where = new Text(flaw.line() + ":" + flaw.column() + "  ");
        where.getStyleClass().add("problem-where");
        Text says = new Text(flaw.says());
        says.getStyleClass().add("problem-says");
        getChildren().add(new TextFlow(where, says));
        Label hint = new Label(flaw.hint());
        hint.getStyleClass().add("quiet");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(hint, Priority.ALWAYS);
        flaw.fix().ifPresentOrElse(word -> {
            Button use = new Button(Texts.of("prepare.fix", word));
            use.getStyleClass().addAll("small-button", "problem-fix");
            use.setMinWidth(Region.USE_PREF_SIZE);
            use.setOnAction(_ -> repair.accept(flaw));
            HBox row = new HBox(use, hint);
            row.getStyleClass().add("problem-row");
            getChildren().add(row);
        }, () -> {
            if (!flaw.hint().isEmpty()) {
                getChildren().add(hint);
            }
        });
    }
}
