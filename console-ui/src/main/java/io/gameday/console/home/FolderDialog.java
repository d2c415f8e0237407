package io.gameday.console.home;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The system's own dialog for folders.
public final class FolderDialog implements FolderChooser {

    private final Supplier<@Nullable Window> owner;

    /// @param owner the window that the dialog belongs to
    public FolderDialog(Supplier<@Nullable Window> owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> choose(String title, Path from) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(from.toFile());
        return Optional.ofNullable(chooser.showDialog(owner.get())).map(File::toPath);
    }
}
