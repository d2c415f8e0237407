package io.gameday.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/// A secret in a file that only its owner can read.
final class TokenFile {

    private static final int BYTES = 24;

    private TokenFile() {
    }

    /// Makes a new token and puts it into `file` in one step.
    static String create(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String token = HexFormat.of().formatHex(random);
        SecretFile.write(file, token + "\n");
        return token;
    }

    static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.US_ASCII).strip();
    }
}
