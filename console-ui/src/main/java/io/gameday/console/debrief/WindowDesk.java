package io.gameday.console.debrief;

import io.gameday.console.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// The desktop as JavaFX knows it.
public final class WindowDesk implements Desk {

    private final Supplier<Window> window;
    private final Consumer<String> showDocument;
    private Path last = Path.of(System.getProperty("user.home"));

    /// @param window       that the chooser belongs to
    /// @param showDocument opens an address with the desktop's own program, such as `HostServices::showDocument`
    public WindowDesk(Supplier<Window> window, Consumer<String> showDocument) {
        this.window = window;
        this.showDocument = showDocument;
    }

    @Override
    public Optional<Path> saveAs(String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.of("debrief.export.as", name));
        chooser.setInitialFileName(name);
        if (last.toFile().isDirectory()) {
            chooser.setInitialDirectory(last.toFile());
        }
        File chosen = chooser.showSaveDialog(window.get());
        if (chosen == null) {
            return Optional.empty();
        }
        Path parent = chosen.toPath().toAbsolutePath().getParent();
        last = parent == null ? last : parent;
        return Optional.of(chosen.toPath());
    }

    @Override
    public void open(Path folder) {
        showDocument.accept(folder.toUri().toString());
    }
}
