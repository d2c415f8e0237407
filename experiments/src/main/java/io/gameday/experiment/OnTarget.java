package io.gameday.experiment;

import io.gameday.yaml.Fields;
import io.gameday.yaml.Overlay;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What of an experiment differs by where it is played: `on` of its file.
public final class OnTarget {

    /// Processes of this machine.
    public static final String LOCAL = "local";
    public static final String SIMULATED = "simulated";
    public static final String AWS = "aws";

    static final String USUAL = LOCAL;
    static final List<String> WORDS = List.of(LOCAL, SIMULATED, AWS);
    /// Not what it is about, its system or who answers for it: that would be another experiment.
    static final Overlay OVERLAY = new Overlay("on", WORDS,
            List.of("traffic", "prepare", "steps", "detect", "respond"));

    private static final String AS = "as";
    private static final Pattern HAS_ON = Pattern.compile("(?m)^['\"]?on['\"]?\\s*:|[{,]\\s*\"on\"\\s*:");

    private OnTarget() {
    }

    /// Whether a file says of any target what differs there.
    static boolean differs(String text) {
        return HAS_ON.matcher(text).find();
    }

    /// The text of a file as it is to be read for `target`; as it is where it says the same of all.
    public static String text(String text, String target) {
        return differs(text) && !target.equals(USUAL) ? FirstField.of(AS, target, text) : text;
    }

    static String as(Fields file) {
        Map<String, String> words = new LinkedHashMap<>();
        WORDS.forEach(word -> words.put(word, word));
        return file.choice(AS, words, USUAL);
    }
}
