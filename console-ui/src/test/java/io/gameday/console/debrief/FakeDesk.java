package io.gameday.console.debrief;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A desktop on which the user always chooses the same place.
final class FakeDesk implements Desk {

    @Nullable
    Path chosen;
    final List<String> proposed = new ArrayList<>();
    final List<Path> opened = new ArrayList<>();

    @Override
    public Optional<Path> saveAs(String name) {
        proposed.add(name);
        return Optional.ofNullable(chosen);
    }

    @Override
    public void open(Path folder) {
        opened.add(folder);
    }
}
