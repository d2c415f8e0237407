package io.gameday.console;

import io.gameday.console.prepare.PrepareDialogs;
import io.gameday.console.text.Texts;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

/// The questions of Prepare as windows.
final class PrepareWindows implements PrepareDialogs {

    private final Stage window;

    PrepareWindows(Stage window) {
        this.window = window;
    }

    @Override
    public Optional<Path> saveAs(Path suggested) {
        Path folder = suggested.toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.of("prepare.dialog.saveAs"));
        chooser.setInitialDirectory(folder.toFile());
        chooser.setInitialFileName(suggested.getFileName().toString());
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(Texts.of("prepare.dialog.yaml"), "*.yaml", "*.yml"));
        return Optional.ofNullable(chooser.showSaveDialog(window)).map(File::toPath);
    }

    @Override
    public Leaving leave(String fileName) {
        ButtonType save = new ButtonType(Texts.of("prepare.dialog.save"), ButtonData.YES);
        ButtonType throwAway = new ButtonType(Texts.of("prepare.dialog.throwAway"), ButtonData.NO);
        ButtonType stay = new ButtonType(Texts.of("prepare.dialog.stay"), ButtonData.CANCEL_CLOSE);
        Alert question = new Alert(Alert.AlertType.CONFIRMATION, Texts.of("prepare.dialog.leave", fileName), save,
                throwAway, stay);
        question.setHeaderText(null);
        question.setTitle(Texts.of("frame.title"));
        question.initOwner(window);
        ButtonType answer = question.showAndWait().orElse(stay);
        return answer == save ? Leaving.SAVE : answer == throwAway ? Leaving.THROW_AWAY : Leaving.STAY;
    }
}
