package io.gameday.experiment;

import io.gameday.yaml.Fields;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Reads which cells customers are given when they are new: `c-07: cell-1`, or `c-01..c-10: cell-1` for ten of them.
final class OverridesReader {

    private static final Pattern CUSTOMER = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    /// Both ends of a run of customers have the same letters and as many digits.
    private static final Pattern RUN = Pattern.compile("([a-z][a-z-]{0,33}?)(\\d{1,5})\\.\\.\\1(\\d{1,5})");

    private OverridesReader() {
    }

    /// @param fields `system.overrides`
    /// @param cells  how many there are
    static Map<String, String> read(Fields fields, int cells) {
        List<String> known = IntStream.rangeClosed(1, cells).mapToObj(n -> "cell-" + n).toList();
        Map<String, String> overrides = new TreeMap<>();
        for (String key : fields.keys()) {
            String cell = fields.oneOf(key, known);
            for (String customer : customers(fields, key)) {
                String before = overrides.putIfAbsent(customer, cell);
                if (before != null) {
                    fields.problem(key, fields.name(key) + " names " + customer
                            + ", who was given a cell above; name everybody once");
                    break;
                }
            }
        }
        return Collections.unmodifiableMap(overrides);
    }

    private static List<String> customers(Fields fields, String key) {
        if (CUSTOMER.matcher(key).matches()) {
            return List.of(key);
        }
        Matcher run = RUN.matcher(key);
        if (run.matches() && run.group(2).length() == run.group(3).length()) {
            int first = Integer.parseInt(run.group(2));
            int last = Integer.parseInt(run.group(3));
            String name = run.group(1) + "%0" + run.group(2).length() + "d";
            if (first <= last) {
                return IntStream.rangeClosed(first, last).mapToObj(n -> String.format(Locale.ROOT, name, n)).toList();
            }
        }
        fields.problem(key,
                "system.overrides names '" + key + "'; allowed: a customer, such as c-07, or a run of them, "
                        + "such as c-01..c-10, the lower number first and both with as many digits");
        return List.of();
    }
}
