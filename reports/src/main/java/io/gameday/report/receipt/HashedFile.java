package io.gameday.report.receipt;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// A file as it was when it was read.
///
/// @param file   its name in the run's folder, or `ledger/<run>.jsonl` in the state folder
/// @param sha256 hexadecimal; null when there was no such file
public record HashedFile(String file, @Nullable String sha256) {

    /// @throws IOException when it is there and cannot be read
    static HashedFile of(String name, Path file) throws IOException {
        try {
            return new HashedFile(name, sha256(file));
        } catch (NoSuchFileException none) {
            return new HashedFile(name, null);
        }
    }

    /// @throws IOException when it cannot be read
    public static String sha256(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                DigestInputStream digested = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
            digested.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
