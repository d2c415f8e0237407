package io.gameday.report.words;

import io.gameday.yaml.Problem;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/// Text in UTF-8, and where bytes stop being that.
final class Encoding {

    private Encoding() {
    }

    static String decode(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    /// @param name  how messages name the file
    /// @param bytes that cannot be decoded
    static Problem problem(String name, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        decoder.decode(in, out, true);
        String before = out.flip().toString();
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.length() - (before.lastIndexOf('\n') + 1) + 1;
        String found = in.hasRemaining() ? String.format("holds byte 0x%02X, which is no", in.get()) : "is not";
        return new Problem(name, line, column, "the file " + found + " text in UTF-8; save it as UTF-8");
    }
}
