package io.gameday.report.words;

import io.gameday.report.AtomicFile;
import io.gameday.report.words.CoeFileReader.Reading;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// The file `coe.yaml` on disk. It is written whole or not at all, and only while it is what was read: nobody's words
/// are overwritten. Between that comparison and the writing lies a moment in which somebody else's change would be lost;
/// no file system offers to close it.
public final class CoeStore {

    private static final int MOST_LINES = 6;

    private CoeStore() {
    }

    /// @param shown  how messages name it
    /// @param file   where it really lies, behind links
    /// @param sha256 of its bytes
    public record Stored(String shown, Path file, String text, String sha256, Reading reading) {
    }

    public sealed interface Saved {

        record Written(Stored now) implements Saved {
        }

        /// Nothing was written, and the file is as it was.
        record NotWritten(String why) implements Saved {
        }
    }

    /// @throws IOException when it cannot be read; the message names it
    public static Stored read(Path file) throws IOException {
        byte[] bytes = {};
        try {
            Path real = file.toRealPath();
            bytes = Files.readAllBytes(real);
            String text = Encoding.decode(bytes);
            return new Stored(file.toString(), real, text, sha256(bytes), CoeFileReader.read(file.toString(), text));
        } catch (NoSuchFileException none) {
            throw new IOException("there is no " + file, none);
        } catch (CharacterCodingException other) {
            throw new IOException(Encoding.problem(file.toString(), bytes).toString(), other);
        } catch (IOException other) {
            throw new IOException(file + " cannot be read: " + other, other);
        }
    }

    /// Writes `text` in the place of what was read.
    public static Saved write(Stored before, String text) {
        try {
            Stored now = read(Path.of(before.shown()));
            if (!now.sha256().equals(before.sha256())) {
                return new Saved.NotWritten(before.shown() + " was changed by somebody else meanwhile, and nothing was "
                        + "written over it: " + differences(before.text(), now.text())
                        + ". Look at it, then try again");
            }
            if (!Files.isWritable(before.file())) {
                return new Saved.NotWritten(
                        before.shown() + " is read-only and stays as it was. Make it writable, then " + "try again");
            }
            AtomicFile.write(before.file(), text.getBytes(StandardCharsets.UTF_8));
            return new Saved.Written(read(Path.of(before.shown())));
        } catch (IOException e) {
            return new Saved.NotWritten(before.shown() + " could not be written and is as it was: " + e.getMessage()
                    + ". Is the disk full, or the folder read-only?");
        }
    }

    /// The lines between what both begin and end with.
    private static String differences(String was, String is) {
        List<String> before = was.lines().toList();
        List<String> now = is.lines().toList();
        int most = Math.min(before.size(), now.size());
        int same = 0;
        while (same < most && before.get(same).equals(now.get(same))) {
            same++;
        }
        int tail = 0;
        while (tail < most - same && before.get(before.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        List<String> told = new ArrayList<>();
        told.addAll(numbered("was", before.subList(same, before.size() - tail), same));
        told.addAll(numbered("is now", now.subList(same, now.size() - tail), same));
        return told.isEmpty() ? "only its line ends differ" : String.join("; ", told);
    }

    private static List<String> numbered(String what, List<String> lines, int from) {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_LINES, lines.size()); i++) {
            told.add("line " + (from + i + 1) + " " + what + " '" + lines.get(i) + "'");
        }
        if (lines.size() > MOST_LINES) {
            told.add("and " + (lines.size() - MOST_LINES) + " more lines");
        }
        return told;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException none) {
            throw new IllegalStateException("every Java has SHA-256", none);
        }
    }
}
