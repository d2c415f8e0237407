package io.gameday.console.prepare;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Writes what people hold in their hands on the day, as `gameday plan` does.
public interface Papers {

    /// Writes plan, run sheet and role cards. Called off the UI thread; takes some seconds.
    ///
    /// @param name the experiment's name, as its file is called without ending
    /// @param text the experiment as it stands in the editor, saved or not
    Printed write(String name, String text);

    /// Shows a folder in the desktop's own file browser.
    void open(Path folder);

    /// @param file    the PDF; null when there is none
    /// @param trouble what was not written and why, or what a reader of it should know; empty when all is well
    record Printed(@Nullable Path file, String trouble) {
    }
}
