package io.gameday.cli.view;

import io.gameday.journal.view.Style;

/// The colours of a terminal, by meaning.
final class Ansi {

    private Ansi() {
    }

    /// `text` between the style's ANSI sequence and the reset.
    static String paint(Style style, String text) {
        String code = switch (style) {
            case PLAIN -> "";
            case STRONG -> "1";
            case QUIET -> "90";
            case HEALTHY -> "36";
            case DEGRADED -> "33";
            case DEAD -> "1;37";
            case REPLACED -> "94";
            case FAULT -> "95";
            case ALARM -> "91";
        };
        return code.isEmpty() ? text : "\033[" + code + "m" + text + "\033[0m";
    }
}
