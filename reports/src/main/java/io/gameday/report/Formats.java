package io.gameday.report;

import io.gameday.report.Reports.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// Writes files into a folder, each whole or not at all. One that fails never costs the others.
public final class Formats {

    private final Path folder;
    private final List<Path> files = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    /// @param folder that is there already
    public Formats(Path folder) {
        this.folder = folder;
    }

    /// Whatever a library throws is told and not passed on.
    public void bytes(String name, Callable<byte[]> content) {
        Path file = folder.resolve(name);
        try {
            AtomicFile.write(file, content.call());
            files.add(file);
        } catch (Exception | LinkageError e) {
            problems.add(new Problem(name, e.getMessage() == null ? e.toString() : e.getMessage()));
        }
    }

    /// The same of a text, in UTF-8.
    public void text(String name, Callable<String> content) {
        bytes(name, () -> content.call().getBytes(StandardCharsets.UTF_8));
    }

    /// What was written, in order.
    public List<Path> files() {
        return List.copyOf(files);
    }

    /// What could not be made, with the reason.
    public List<Problem> problems() {
        return List.copyOf(problems);
    }
}
