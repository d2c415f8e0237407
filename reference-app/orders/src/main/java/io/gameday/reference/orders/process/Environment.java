package io.gameday.reference.orders.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads settings from environment variables and gathers every problem, so that all of them are told in one pass.
/// A reading that failed returns a stand-in; [#check()] must be called before any value is used. For one thread.
public final class Environment {
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final String LABEL_ALLOWED = "1 to 64 letters, digits, dots, underscores or hyphens";
    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern LOOPBACK = Pattern.compile("127(\\." + BYTE + "){3}");
    private static final Pattern ANY = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");

    private final Map<String, String> variables;
    private final List<String> problems = new ArrayList<>();

    public Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    /// A name without blanks, such as an instance or a zone.
    public String label(String name) {
        return read(name, null, LABEL_ALLOWED, text -> LABEL.matcher(text).matches() ? text : null, "");
    }

    /// As [#label(String)], with what holds when the variable is not set.
    public String label(String name, String otherwise) {
        return isSet(name) ? label(name) : otherwise;
    }

    /// The address to listen on. Only loopback: these processes ask nobody for a token.
    public String loopbackAddress(String name) {
        return read(name, null, "a loopback address, 127.0.0.1 to 127.255.255.255",
                text -> LOOPBACK.matcher(text).matches() ? text : null, "");
    }

    /// As [#loopbackAddress(String)], with what holds when the variable is not set.
    public String loopbackAddress(String name, String otherwise) {
        return isSet(name) ? loopbackAddress(name) : otherwise;
    }

    /// The address to listen on of a process that somebody has put behind a wall of its own, such as a security group.
    public String anyAddress(String name) {
        return read(name, null, "an IPv4 address, 0.0.0.0 for all", text -> ANY.matcher(text).matches() ? text : null,
                "");
    }

    /// Whether this is one that only this machine can reach.
    public static boolean isLoopback(String address) {
        return LOOPBACK.matcher(address).matches();
    }

    public int number(String name, int least, int most, @Nullable Integer otherwise) {
        String allowed = "a whole number from " + least + " to " + most;
        return read(name, otherwise, allowed, text -> wholeNumber(text, least, most), least);
    }

    /// Any text that matches `shape`; `allowed` says in words what that is.
    public String text(String name, Pattern shape, String allowed) {
        return read(name, null, allowed, text -> shape.matcher(text).matches() ? text : null, "");
    }

    /// As [#text(String, Pattern, String)], or null when the variable is not set.
    public @Nullable String optionalText(String name, Pattern shape, String allowed) {
        return isSet(name) ? text(name, shape, allowed) : null;
    }

    /// A secret is never part of a message. Empty when not set.
    public String secret(String name) {
        return variables.getOrDefault(name, "");
    }

    public boolean flag(String name) {
        return number(name, 0, 1, 0) == 1;
    }

    public boolean isSet(String name) {
        String value = variables.get(name);
        return value != null && !value.isBlank();
    }

    /// @throws InvalidEnvironment when any reading before this failed
    public void check() throws InvalidEnvironment {
        if (!problems.isEmpty()) {
            throw new InvalidEnvironment(problems);
        }
    }

    private <T> T read(String name, @Nullable T otherwise, String allowed, Function<String, @Nullable T> parse,
            T standIn) {
        if (!isSet(name)) {
            if (otherwise != null) {
                return otherwise;
            }
            problems.add(name + " is not set; allowed: " + allowed + "; set it in the environment of this process");
            return standIn;
        }
        String value = variables.get(name);
        T parsed = parse.apply(value);
        if (parsed == null) {
            problems.add(name + " is '" + value + "'; allowed: " + allowed);
            return standIn;
        }
        return parsed;
    }

    private static @Nullable Integer wholeNumber(String text, int least, int most) {
        try {
            int number = Integer.parseInt(text);
            return number >= least && number <= most ? number : null;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }
}
