package io.gameday.report.export;

/// Makes a text stay inside a comment of YAML: one line, and nothing that a YAML file may not hold.
final class YamlCommentEscaping {

    static final String NAME = "yaml-comment";

    private YamlCommentEscaping() {
    }

    static String escape(String text) {
        return text.codePoints().map(c -> allowed(c) ? c : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /// What YAML calls printable, without its line breaks and the byte order mark.
    private static boolean allowed(int c) {
        return c >= 0x20 && c <= 0x7E || c >= 0xA0 && c <= 0xD7FF && c != 0x2028 && c != 0x2029
                || c >= 0xE000 && c <= 0xFFFD && c != 0xFEFF || c >= 0x10000;
    }
}
