package io.gameday.console.home;

import io.gameday.console.text.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Asks for the name of a new file where the files are, without a dialog. Enter makes it, Escape changes one's mind.
final class NewExperimentView extends VBox {

    NewExperimentView(FilesModel files) {
        getStyleClass().add("home-new");
        TextField name = new TextField();
        name.setId("home-new-name");
        name.setPromptText(Texts.of("home.new.hint"));
        name.setAccessibleText(Texts.of("home.new.hint"));
        name.textProperty().bindBidirectional(files.newName());
        name.setOnAction(_ -> files.create());
        HBox.setHgrow(name, Priority.ALWAYS);
        Button create = new Button(Texts.of("home.new.create"));
        create.getStyleClass().add("accent");
        create.setMinWidth(USE_PREF_SIZE);
        create.setOnAction(_ -> files.create());
        Button cancel = new Button(Texts.of("home.new.cancel"));
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(_ -> files.naming().set(false));
        Label problem = new Label();
        problem.getStyleClass().add("home-problem");
        problem.setWrapText(true);
        problem.textProperty().bind(files.newProblem());
        problem.visibleProperty().bind(files.newProblem().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        getChildren().addAll(new HBox(8, name, create, cancel), problem);
        visibleProperty().bind(files.naming());
        managedProperty().bind(visibleProperty());
        files.naming().addListener((_, _, asked) -> {
            if (asked) {
                name.requestFocus();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                files.naming().set(false);
                event.consume();
            }
        });
    }
}
