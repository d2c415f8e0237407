package io.gameday.console.prepare;

import io.gameday.console.text.Texts;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The questions as windows of the system.
public final class WindowDialogs implements PrepareDialogs {

    private final Supplier<@Nullable Window> owner;

    /// @param owner the console's window; null before there is one
    public WindowDialogs(Supplier<@Nullable Window> owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> saveAs(Path suggested) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.of("prepare.saveAs.title"));
        chooser.setInitialFileName(String.valueOf(suggested.getFileName()));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(Texts.of("prepare.saveAs.kind"), "*.yaml", "*.yml", "*.json"));
        Path folder = suggested.toAbsolutePath().getParent();
        // The chooser opens in folders that exist only; saving makes the suggested one.
        while (folder != null && !Files.isDirectory(folder)) {
            folder = folder.getParent();
        }
        if (folder != null) {
            chooser.setInitialDirectory(folder.toFile());
        }
        File chosen = chooser.showSaveDialog(owner.get());
        return Optional.ofNullable(chosen).map(File::toPath);
    }

    @Override
    public Leaving leave(String fileName) {
        ButtonType save = new ButtonType(Texts.of("prepare.leave.save"), ButtonBar.ButtonData.YES);
        ButtonType away = new ButtonType(Texts.of("prepare.leave.throwAway"), ButtonBar.ButtonData.NO);
        ButtonType stay = new ButtonType(Texts.of("prepare.leave.stay"), ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.NONE, Texts.of("prepare.leave.says", fileName), save, away, stay);
        alert.setTitle(Texts.of("prepare.leave.title"));
        alert.initOwner(owner.get());
        ButtonType answer = alert.showAndWait().orElse(stay);
        return answer == save ? Leaving.SAVE : answer == away ? Leaving.THROW_AWAY : Leaving.STAY;
    }
}
