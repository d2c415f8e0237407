package io.gameday.console.home;

import io.gameday.console.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Begins a new experiment as a copy of one that is known to work, because an empty file teaches nobody the format.
final class NewExperiment {

    private static final Pattern ENDING = Pattern.compile(".*\\.(yaml|yml|json)");
    private static final Pattern FORBIDDEN = Pattern.compile("[/\\\\:*?\"<>|\\p{Cntrl}]");
    private static final int LONGEST = 80;

    private final Path template;
    private final Path folder;

    NewExperiment(Path template, Path folder) {
        this.template = template;
        this.folder = folder;
    }

    /// What came of it.
    sealed interface Made {
        record File(Path path) implements Made {
        }

        record Refused(String why) implements Made {
        }
    }

    /// @param typed a file's name, with its ending or without
    Made called(String typed) {
        String name = typed.strip();
        if (name.isEmpty()) {
            return new Made.Refused(Texts.of("home.new.empty"));
        }
        if (FORBIDDEN.matcher(name).find() || name.startsWith(".") || name.length() > LONGEST) {
            return new Made.Refused(Texts.of("home.new.name", name, String.valueOf(LONGEST)));
        }
        String file = ENDING.matcher(name).matches() ? name : name + ".yaml";
        try {
            Path path = folder.resolve(file);
            String text = text();
            Files.createDirectories(folder);
            Files.writeString(path, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
            return new Made.File(path);
        } catch (FileAlreadyExistsException taken) {
            return new Made.Refused(Texts.of("home.new.taken", file));
        } catch (InvalidPathException notHere) {
            return new Made.Refused(Texts.of("home.new.name", name, String.valueOf(LONGEST)));
        } catch (IOException failed) {
            return new Made.Refused(Texts.of("home.new.failed", folder.toString()));
        }
    }

    /// Without the template's own comments: its schema is found from where the template stands only.
    private String text() throws IOException {
        return Texts.of("home.new.comment", CatalogModel.FIRST) + "\n" + Files.readString(template).lines()
                .filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n")) + "\n";
    }
}
