package io.gameday.report;

import io.gameday.report.AtomicFile.Content;
import io.gameday.report.Reports.Note;
import io.gameday.report.Reports.Problem;
import io.gameday.report.export.Export;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// Writes files into a folder, each whole or not at all. One that fails never costs the others, so whatever a library
/// throws is told and not passed on.
public final class Formats {

    private final Path folder;
    private final List<Path> files = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();

    /// @param folder that is there already
    public Formats(Path folder) {
        this.folder = folder;
    }

    /// Does several parts of the work at the same time, as far as there are cores. What they tell stands in the order of
    /// the parts.
    ///
    /// @param parts that have nothing in common but what never changes
    void together(List<Consumer<Formats>> parts) {
        int atOnce = Math.min(parts.size(), Runtime.getRuntime().availableProcessors());
        try (ExecutorService cores = Executors.newFixedThreadPool(atOnce)) {
            List<Future<Formats>> all = parts.stream().map(part -> cores.submit(() -> {
                Formats own = new Formats(folder);
                part.accept(own);
                return own;
            })).toList();
            for (Future<Formats> each : all) {
                Formats done = each.get();
                files.addAll(done.files);
                problems.addAll(done.problems);
                notes.addAll(done.notes);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A part of the documents ended with what no format throws.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            problems.add(new Problem(folder.toString(), "stopped while its documents were made; make them again"));
        }
    }

    /// Writes it in UTF-8.
    public void text(String name, Callable<String> content) {
        attempt(name, () -> {
            byte[] bytes = content.call().getBytes(StandardCharsets.UTF_8);
            return write(name, out -> out.write(bytes));
        });
    }

    /// Writes what is too long to be made in memory first.
    public void stream(String name, Content content) {
        attempt(name, () -> write(name, content));
    }

    /// Writes it and keeps what a reader should know of it.
    public void export(String name, Callable<Export> content) {
        attempt(name, () -> {
            Export made = content.call();
            write(name, out -> out.write(made.content()));
            made.notes().forEach(text -> notes.add(new Note(name, text)));
            return made;
        });
    }

    /// Tells once which sentences of ours the document's language has no phrases for.
    ///
    /// @param sentences as they stand in the document, in English
    public void untold(String name, List<String> sentences) {
        if (!sentences.isEmpty()) {
            notes.add(new Note(name,
                    (sentences.size() == 1 ? "1 sentence is" : sentences.size() + " sentences are")
                            + " in English, as the language's phrases lack " + (sentences.size() == 1 ? "it" : "them")
                            + ": " + String.join(" | ", sentences)));
        }
    }

    /// Writes a text where there is no file of that name, and else touches nothing.
    public void create(String name, Callable<String> content) {
        Path file = folder.resolve(name);
        attempt(name, () -> {
            if (!Files.exists(file) && AtomicFile.create(file, content.call().getBytes(StandardCharsets.UTF_8))) {
                files.add(file);
            }
            return file;
        });
    }

    /// Takes away what an earlier making left and this one does not have.
    public void delete(String name) {
        attempt(name, () -> Files.deleteIfExists(folder.resolve(name)));
    }

    private Path write(String name, Content content) throws Exception {
        Path file = folder.resolve(name);
        if (!holds(file, content)) {
            AtomicFile.write(file, content);
        }
        files.add(file);
        return file;
    }

    /// What is so already is left alone: it keeps its age, and a folder that may only be read is no problem then.
    private static boolean holds(Path file, Content content) throws IOException {
        if (!Files.isReadable(file)) {
            return false;
        }
        try (Comparison comparison = new Comparison(Files.newInputStream(file))) {
            content.to(comparison);
            return comparison.same();
        }
    }

    private void attempt(String name, Callable<?> step) {
        try {
            step.call();
        } catch (Exception | LinkageError e) {
            problems.add(new Problem(name, e.getMessage() == null ? e.toString() : e.getMessage()));
        }
    }

    /// What was written, in order.
    public List<Path> files() {
        return List.copyOf(files);
    }

    /// What could not be made, with the reason.
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /// What a reader should know of files that were made.
    public List<Note> notes() {
        return List.copyOf(notes);
    }
}
