package io.gameday.cli.view;

import java.util.Map;
import java.util.Properties;

/// What is known of the terminal. The launcher looks, because a JVM cannot ask for the size: `gameday.tty.out` and
/// `gameday.tty.err` say whether each is one, `gameday.tty.size` is `rows columns`.
///
/// @param columns at least 40
/// @param rows    at least 10
/// @param colour  false where `NO_COLOR` is set or the terminal is dumb
public record Terminal(int columns, int rows, boolean colour) {

    private static final Terminal USUAL = new Terminal(80, 24, true);

    /// Whether `stream` (`out` or `err`) goes to a terminal.
    public static boolean is(String stream, Properties properties) {
        return Boolean.parseBoolean(properties.getProperty("gameday.tty." + stream));
    }

    /// The size as the launcher found it, 80 × 24 where it did not.
    public static Terminal of(Properties properties, Map<String, String> environment) {
        boolean colour = environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
        String size = properties.getProperty("gameday.tty.size", "");
        if (!size.matches("[1-9]\\d{0,3} [1-9]\\d{0,3}")) {
            return new Terminal(USUAL.columns, USUAL.rows, colour);
        }
        String[] both = size.split(" ");
        return new Terminal(Math.max(40, Integer.parseInt(both[1])), Math.max(10, Integer.parseInt(both[0])), colour);
    }

    /// Where standard output goes: 80 × 24 without colour where that is no terminal.
    public static Terminal ofOutput(Properties properties, Map<String, String> environment) {
        return is("out", properties) ? of(properties, environment) : new Terminal(USUAL.columns, USUAL.rows, false);
    }

    String print(Line line) {
        return colour ? line.coloured() : line.plain();
    }
}
