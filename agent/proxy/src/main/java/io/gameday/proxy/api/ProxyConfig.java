package io.gameday.proxy.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Sets up the proxies of a file, which holds the same array as the body of `POST /populate`.
public final class ProxyConfig {

    private final ProxyBook book;

    ProxyConfig(ProxyBook book) {
        this.book = book;
    }

    /// @param withToxics whether `toxics` in the file are set, too; Toxiproxy ignores them
    /// @throws InvalidFile when something in the file is wrong, or cannot be had
    /// @throws IOException when the file cannot be read
    public Applied apply(Path file, boolean withToxics) throws IOException {
        List<JsonValue.Fields> objects;
        try {
            objects = JsonReader.objects(JsonReader.read(Files.readAllBytes(file)));
        } catch (BadBody bad) {
            throw new InvalidFile(List.of(at(file, bad.line(), bad.column(), bad.message())));
        }
        List<ProxyEntry> entries = checked(file, objects, withToxics);
        for (ProxyEntry entry : entries) {
            try {
                book.add(entry, "");
            } catch (BadBody bad) {
                throw new InvalidFile(List.of(at(file, bad.line(), bad.column(), bad.message())));
            } catch (Refusal refused) {
                throw new InvalidFile(List.of(at(file, entry.source(), refused)));
            }
        }
        return new Applied(entries.size(),
                !withToxics && objects.stream().anyMatch(object -> object.byName().containsKey("toxics")));
    }

    /// All problems of the file that can be seen without binding anything.
    private List<ProxyEntry> checked(Path file, List<JsonValue.Fields> objects, boolean withToxics) throws InvalidFile {
        List<ProxyEntry> entries = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (JsonValue.Fields object : objects) {
            try {
                ProxyEntry entry = ProxyEntry.read(object, withToxics);
                book.check(entry);
                entries.add(entry);
            } catch (BadBody bad) {
                problems.add(at(file, bad.line(), bad.column(), bad.message()));
            } catch (Refusal refused) {
                problems.add(at(file, object, refused));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidFile(problems);
        }
        return entries;
    }

    private static String at(Path file, JsonValue.Fields object, Refusal refused) {
        JsonValue place = object.at(refused.field());
        String message = refused.message().startsWith(refused.field())
                ? refused.message()
                : refused.field() + ": " + refused.message();
        return at(file, place.line(), place.column(), message);
    }

    private static String at(Path file, int line, int column, String message) {
        return file + ":" + line + ":" + column + ": " + message;
    }

    /// @param proxies       how many were set up
    /// @param toxicsIgnored whether the file has toxics that were not set
    public record Applied(int proxies, boolean toxicsIgnored) {
    }

    /// A file whose proxies cannot be set up.
    public static final class InvalidFile extends IOException {

        private static final long serialVersionUID = 1;
        private final transient List<String> problems;

        InvalidFile(List<String> problems) {
            super(String.join("\n", problems));
            this.problems = List.copyOf(problems);
        }

        /// One line each: file, line, column, field, what is wrong.
        public List<String> problems() {
            return problems;
        }
    }
}
