package io.gameday.report.export;

/// Text that XML can hold. XML 1.0 has no way to write most control characters, escaped or not.
public final class XmlText {

    private static final int REPLACEMENT = 0xFFFD;

    private XmlText() {
    }

    /// What XML cannot hold becomes the replacement character.
    public static String clean(String text) {
        return text.codePoints().map(c -> allowed(c) ? c : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static boolean allowed(int c) {
        return c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }
}
