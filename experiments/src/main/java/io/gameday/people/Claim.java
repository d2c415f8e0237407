package io.gameday.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody expects of a run, written down before the first fault.
///
/// @param signal that comes first, such as the name of an alarm; may be empty
/// @param within after the first fault; null where they gave no time; up to 24 h
/// @param system what it does by itself; may be empty
/// @param people what they will have to do; may be empty
public record Claim(String signal, @Nullable Duration within, String system, String people) {

    private static final Duration LONGEST = Duration.ofHours(24);

    /// @throws IllegalArgumentException when it says nothing, or its time is none
    public Claim {
        if (signal.isBlank() && system.isBlank() && people.isBlank()) {
            throw new Unfit(Saying.EMPTY_PREDICTION.with());
        }
        if (within != null && (within.isNegative() || within.compareTo(LONGEST) > 0)) {
            throw new Unfit(Saying.TOO_LONG_A_TIME.with("value", within.toSeconds(), "most", LONGEST.toSeconds()));
        }
    }

    /// In one line: what is hashed, and what the journal tells at the end.
    public String text() {
        List<String> parts = new ArrayList<>();
        if (!signal.isBlank()) {
            parts.add("signal: " + signal);
        }
        if (within != null) {
            parts.add("within: " + within.toSeconds() + " s");
        }
        if (!system.isBlank()) {
            parts.add("system: " + system);
        }
        if (!people.isBlank()) {
            parts.add("people: " + people);
        }
        return String.join("; ", parts);
    }

    /// SHA-256 of salt and text, hexadecimal.
    public static String hash(String salt, String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest((salt + text).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
