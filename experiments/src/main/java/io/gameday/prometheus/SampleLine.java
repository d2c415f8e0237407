package io.gameday.prometheus;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/// Reads one line `name{label="value",…} number [time]`, from left to right.
///
/// Blanks are taken wherever the text format takes them, also in OpenMetrics, which knows fewer.
final class SampleLine {

    private static final int MOST_LABELS = 64;
    private static final String NAME_ALLOWED = "a letter, underscore or colon, then letters, digits, underscores or colons";
    private static final String LABEL_ALLOWED = "a letter or underscore, then letters, digits or underscores";

    private final String line;
    private final Format format;
    private int at;

    /// What a line tells.
    record Told(Series series, Sample sample) {
    }

    private SampleLine(String line, Format format) {
        this.line = line;
        this.format = format;
    }

    static Told read(String line, Format format) throws Malformed {
        return new SampleLine(line, format).told();
    }

    private Told told() throws Malformed {
        blanks();
        String name = name("metric name", true, NAME_ALLOWED);
        boolean blank = blanks();
        Map<String, String> labels = Map.of();
        if (here('{')) {
            at++;
            labels = labels();
            blanks();
        } else if (!blank) {
            throw new Malformed("what follows the metric name", rest(), "labels in braces, or a blank and a number");
        }
        double value = Numeral.read("value", word());
        blanks();
        OptionalDouble time = ended() || exemplar() ? OptionalDouble.empty() : OptionalDouble.of(time());
        blanks();
        if (!ended() && !exemplar()) {
            throw new Malformed("what follows the number and its time", rest(), "nothing");
        }
        return new Told(new Series(name, labels), new Sample(value, time));
    }

    private Map<String, String> labels() throws Malformed {
        Map<String, String> labels = new HashMap<>();
        blanks();
        while (!here('}')) {
            String label = name("label name", false, LABEL_ALLOWED);
            blanks();
            expect('=', "a label's name");
            blanks();
            expect('"', "a label's =");
            if (labels.put(label, quoted()) != null) {
                throw new Malformed("label " + Malformed.shown(label) + " is given twice; allowed: once");
            }
            if (labels.size() > MOST_LABELS) {
                throw new Malformed("there are more than " + MOST_LABELS + " labels; allowed: " + MOST_LABELS);
            }
            blanks();
            if (here(',')) {
                at++;
                blanks();
            } else if (!here('}')) {
                throw new Malformed("what follows a label's value", rest(), "a comma or }");
            }
        }
        at++;
        return labels;
    }

    /// Up to the closing quote. A backslash before anything else than `\`, `"` and `n` stands for itself, as Prometheus has it.
    private String quoted() throws Malformed {
        StringBuilder value = new StringBuilder();
        while (!here('"')) {
            if (ended()) {
                throw new Malformed("a label's value does not end; allowed: a closing quote on the same line");
            }
            char next = line.charAt(at++);
            if (next == '\\' && !ended() && "\\\"n".indexOf(line.charAt(at)) >= 0) {
                next = line.charAt(at++);
                value.append(next == 'n' ? '\n' : next);
            } else {
                value.append(next);
            }
        }
        at++;
        return value.toString();
    }

    private double time() throws Malformed {
        String word = word();
        double time = Numeral.read("time", word);
        if (!Double.isFinite(time)) {
            throw new Malformed("time", word, "a finite number");
        }
        return format == Format.OPEN_METRICS ? time : time / 1000;
    }

    /// Whether an example of what was counted begins here, which is passed over. Only OpenMetrics has them.
    private boolean exemplar() {
        return format == Format.OPEN_METRICS && here('#');
    }

    private String name(String what, boolean colons, String allowed) throws Malformed {
        int begin = at;
        while (!ended() && isNamePart(line.charAt(at), at > begin, colons)) {
            at++;
        }
        if (at == begin) {
            throw new Malformed(what, rest(), allowed);
        }
        return line.substring(begin, at);
    }

    private static boolean isNamePart(char c, boolean digits, boolean colons) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || digits && c >= '0' && c <= '9'
                || colons && c == ':';
    }

    private void expect(char wanted, String after) throws Malformed {
        if (!here(wanted)) {
            throw new Malformed("what follows " + after, rest(), String.valueOf(wanted));
        }
        at++;
    }

    /// What stands up to the next blank.
    private String word() {
        int begin = at;
        while (!ended() && !isBlank(line.charAt(at))) {
            at++;
        }
        return line.substring(begin, at);
    }

    /// Passes over blanks and tells whether there were any.
    private boolean blanks() {
        int begin = at;
        while (!ended() && isBlank(line.charAt(at))) {
            at++;
        }
        return at > begin;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private boolean here(char wanted) {
        return !ended() && line.charAt(at) == wanted;
    }

    private boolean ended() {
        return at >= line.length();
    }

    private String rest() {
        return line.substring(at);
    }
}
