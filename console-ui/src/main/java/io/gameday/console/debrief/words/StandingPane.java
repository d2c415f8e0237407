package io.gameday.console.debrief.words;

import io.gameday.console.text.Texts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Why nobody can write just now, with the next step.
final class StandingPane {

    private static final int PROBLEMS = 12;

    private final WordsViewModel model;
    private final Runnable leave;
    private final VBox pane = new VBox();

    /// @param leave takes the focus from a button that is about to go
    StandingPane(WordsViewModel model, Runnable leave) {
        this.leave = leave;
        this.model = model;
        pane.setId("words-standing");
        pane.getStyleClass().addAll("panel", "words-standing");
        model.standingProperty().addListener((_, _, now) -> show(now));
        show(model.standingProperty().get());
    }

    private void show(Standing standing) {
        pane.getChildren().setAll(switch (standing) {
            case Standing.NoRun _ -> new Node[]{sentence(Texts.of("debrief.none"))};
            case Standing.Reading _ -> new Node[]{sentence(Texts.of("words.reading"))};
            case Standing.GoingOn _ -> new Node[]{sentence(Texts.of("words.goingon"))};
            case Standing.Missing missing -> missing.canBeMade()
                    ? new Node[]{sentence(Texts.of("words.missing", missing.file())),
                            button(Feather.FILE_PLUS, "words.make", model::make)}
                    : new Node[]{sentence(Texts.of("words.missing.nothing", missing.file()))};
            case Standing.Unreadable unreadable -> new Node[]{sentence(Texts.of("words.unreadable")),
                    problems(unreadable), button(Feather.EXTERNAL_LINK, "words.openfile", model::openFile),
                    button(Feather.REFRESH_CW, "words.again", model::again)};
            case Standing.Open _ -> new Node[0];
        });
        pane.setVisible(!(standing instanceof Standing.Open));
    }

    private static Label sentence(String text) {
        Label sentence = new Label(text);
        sentence.setWrapText(true);
        sentence.getStyleClass().add("debrief-sentence");
        return sentence;
    }

    private static Label problems(Standing.Unreadable unreadable) {
        int more = unreadable.problems().size() - PROBLEMS;
        Label all = new Label(String.join("\n", unreadable.problems().stream().limit(PROBLEMS).toList())
                + (more > 0 ? "\n" + Texts.of("words.unreadable.more", String.valueOf(more)) : ""));
        all.setId("words-problems");
        all.setWrapText(true);
        all.getStyleClass().addAll("mono", "words-problems");
        return all;
    }

    private Button button(Feather icon, String text, Runnable act) {
        Button button = new Button(Texts.of(text), new FontIcon(icon));
        button.setId(text.replace("words.", "words-standing-"));
        button.getStyleClass().add("small-button");
        button.setOnAction(_ -> {
            leave.run();
            act.run();
        });
        return button;
    }

    VBox pane() {
        return pane;
    }
}
