package io.gameday.report.export;

/// Makes a text stand in Markdown as nothing but itself: no mark-up, no HTML, no second table cell, no second line.
public final class MarkdownEscaping {

    static final String NAME = "markdown";
    private static final String SPECIAL = "\\`*_[]#|~!$";

    private MarkdownEscaping() {
    }

    public static String escape(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '\n', '\r', '\t' -> out.append(' ');
                default -> {
                    if (SPECIAL.indexOf(c) >= 0) {
                        out.append('\\');
                    }
                    out.append(c);
                }
            }
        }
        return out.toString();
    }
}
