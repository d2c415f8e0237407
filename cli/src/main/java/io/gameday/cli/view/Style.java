package io.gameday.cli.view;

/// What a piece of text means. Colour follows from it and never carries anything alone: each state also has a symbol
/// and a word, so that `NO_COLOR` and pipes lose nothing.
enum Style {
    PLAIN(""), STRONG("1"), QUIET("90"), HEALTHY("36"), DEGRADED("33"), DEAD("1;37"), REPLACED("94"), FAULT(
            "95"), ALARM("91");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    /// `text` between this style's ANSI sequence and the reset.
    String paint(String text) {
        return code.isEmpty() ? text : "\033[" + code + "m" + text + "\033[0m";
    }
}
