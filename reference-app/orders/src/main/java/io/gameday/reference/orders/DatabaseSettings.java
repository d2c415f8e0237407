package io.gameday.reference.orders;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The settings that can be pushed to a running task.
///
/// @param schema                where the orders table is looked for: 1 to 63 lower-case letters, digits or underscores
/// @param databaseTimeoutMillis how long the database may take to answer a statement; 1 to 60000
record DatabaseSettings(String schema, int databaseTimeoutMillis) {
    static final Pattern SCHEMA = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
    static final String SCHEMA_ALLOWED = "1 to 63 lower-case letters, digits or underscores, not beginning with a digit";
    static final String DEFAULT_SCHEMA = "public";
    static final int LEAST_MILLIS = 1;
    static final int MOST_MILLIS = 60_000;
    static final int DEFAULT_MILLIS = 3000;

    /// The table's name in SQL. Safe to put into a statement once [#problems()] is empty.
    String table() {
        return '"' + schema + "\".orders";
    }

    Duration timeout() {
        return Duration.ofMillis(databaseTimeoutMillis);
    }

    /// Every field that is not allowed, in words; empty when the settings may be used.
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (!SCHEMA.matcher(schema).matches()) {
            problems.add("schema is '" + schema + "'; allowed: " + SCHEMA_ALLOWED);
        }
        if (databaseTimeoutMillis < LEAST_MILLIS || databaseTimeoutMillis > MOST_MILLIS) {
            problems.add("databaseTimeoutMillis is " + databaseTimeoutMillis + "; allowed: " + LEAST_MILLIS + " to "
                    + MOST_MILLIS);
        }
        return problems;
    }
}
