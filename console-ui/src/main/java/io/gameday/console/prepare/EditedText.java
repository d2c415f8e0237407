package io.gameday.console.prepare;

import io.gameday.console.text.Texts;
import io.gameday.yaml.TextEdit;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The text in the editor and the file it belongs to. Belongs to the UI thread; files are read and written elsewhere.
final class EditedText {

    private static final long LARGEST = 1 << 20;

    private final Surroundings surroundings;
    private final ReadOnlyObjectWrapper<@Nullable Path> file = new ReadOnlyObjectWrapper<>();
    private final StringProperty text = new SimpleStringProperty("");
    /// What stood in the file when we last read or wrote it.
    private final StringProperty known = new SimpleStringProperty("");
    private final StringProperty trouble = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable String> theirs = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper opened = new ReadOnlyIntegerWrapper();
    /// Files of Windows keep their line ends; inside there is only one kind.
    private boolean carriageReturns;
    private final BooleanBinding edited = Bindings.notEqual(text, known);

    EditedText(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    ReadOnlyObjectProperty<@Nullable Path> file() {
        return file.getReadOnlyProperty();
    }

    StringProperty text() {
        return text;
    }

    BooleanBinding edited() {
        return edited;
    }

    /// Why a file could not be read or written, and the next step; empty when nothing is wrong.
    StringProperty trouble() {
        return trouble;
    }

    /// What somebody else has written into the file meanwhile; null when nobody has.
    ReadOnlyObjectProperty<@Nullable String> theirs() {
        return theirs.getReadOnlyProperty();
    }

    /// Changes when another text was read from a file: what was typed before belongs to no history of it.
    ReadOnlyIntegerProperty opened() {
        return opened.getReadOnlyProperty();
    }

    void apply(TextEdit edit) {
        text.set(edit.in(text.get()));
    }

    void open(Path path, Runnable then) {
        Path absolute = path.toAbsolutePath().normalize();
        read(absolute, content -> {
            file.set(absolute);
            take(content);
            then.run();
        });
    }

    private void take(String content) {
        carriageReturns = content.contains("\r\n");
        known.set(lines(content));
        text.set(lines(content));
        theirs.set(null);
        trouble.set("");
        opened.set(opened.get() + 1);
    }

    private static String lines(String content) {
        return content.replace("\r\n", "\n");
    }

    /// Files of the catalog are shared by everybody and come again with the next version.
    boolean fromCatalog() {
        Path path = file.get();
        return path != null && path.startsWith(surroundings.catalog().toAbsolutePath().normalize());
    }

    /// Looks whether somebody else has changed the file.
    void look() {
        Path path = file.get();
        if (path == null) {
            return;
        }
        String before = known.get();
        surroundings.work().execute(() -> {
            String now;
            try {
                now = Files.readString(path);
            } catch (IOException gone) {
                // Nothing is lost by it: the text is here, and saving makes the file again.
                return;
            }
            surroundings.ui().execute(() -> {
                if (path.equals(file.get()) && before.equals(known.get())) {
                    theirs.set(lines(now).equals(before) ? null : now);
                }
            });
        });
    }

    void takeTheirs() {
        String content = theirs.get();
        if (content != null) {
            take(content);
        }
    }

    /// What somebody else wrote may be written over from now on: the user has seen that it is there.
    void keepMine() {
        String content = theirs.get();
        if (content != null) {
            known.set(lines(content));
            theirs.set(null);
        }
    }

    /// Back to what stands in the file.
    void throwAway() {
        text.set(known.get());
    }

    /// Writes the whole file or nothing of it. Does not write over what somebody else has written meanwhile: that is
    /// told in [#theirs()], and `then` is not called.
    void save(Path to, Runnable then) {
        Path target = to.toAbsolutePath().normalize();
        if (target.startsWith(surroundings.catalog().toAbsolutePath().normalize())) {
            trouble.set(Texts.of("prepare.file.catalog", target.toString()));
            return;
        }
        String content = text.get();
        boolean same = target.equals(file.get());
        String expected = known.get();
        String bytes = carriageReturns ? content.replace("\n", "\r\n") : content;
        surroundings.work().execute(() -> {
            try {
                String there = Files.exists(target) ? Files.readString(target) : null;
                if (same && there != null && !lines(there).equals(expected)) {
                    surroundings.ui().execute(() -> theirs.set(there));
                    return;
                }
                write(target, bytes);
                surroundings.ui().execute(() -> {
                    file.set(target);
                    known.set(content);
                    theirs.set(null);
                    trouble.set("");
                    then.run();
                });
            } catch (IOException e) {
                surroundings.ui()
                        .execute(() -> trouble.set(Texts.of("prepare.file.not-saved", target.toString(), reason(e))));
            }
        });
    }

    private static void write(Path target, String content) throws IOException {
        Path folder = target.getParent();
        if (folder == null) {
            throw new IOException(Texts.of("prepare.file.no-folder"));
        }
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, ".", ".part");
        try {
            Files.writeString(part, content);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void read(Path path, Consumer<String> then) {
        surroundings.work().execute(() -> {
            try {
                if (Files.size(path) > LARGEST) {
                    throw new IOException(Texts.of("prepare.file.too-large", String.valueOf(Files.size(path)),
                            String.valueOf(LARGEST)));
                }
                String content = Files.readString(path);
                surroundings.ui().execute(() -> then.accept(content));
            } catch (IOException e) {
                surroundings.ui()
                        .execute(() -> trouble.set(Texts.of("prepare.file.not-opened", path.toString(), reason(e))));
            }
        });
    }

    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> Texts.of("prepare.file.none");
            case AccessDeniedException _ -> Texts.of("prepare.file.denied");
            case MalformedInputException _ -> Texts.of("prepare.file.no-text");
            default -> String.valueOf(e.getMessage());
        };
    }
}
