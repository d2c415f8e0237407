package io.gameday.prometheus;

import java.util.Locale;
import java.util.Optional;

/// How an answer is written.
public enum Format {
    /// Prometheus text, version 0.0.4.
    TEXT,
    /// OpenMetrics text, version 1.0 or 0.0.1, which says itself where it ends.
    OPEN_METRICS;

    /// Both, the one first that shows when it was cut off.
    static final String ACCEPT = "application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5";
    static final String ALLOWED = "text/plain (version 0.0.4) and application/openmetrics-text (version 1.0.0 or 0.0.1), in UTF-8";

    /// The format that a `Content-Type` names; empty when it is none of ours.
    public static Optional<Format> of(String contentType) {
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
        String version = "";
        for (int i = 1; i < parts.length; i++) {
            String[] parameter = parts[i].strip().split("=", 2);
            String value = parameter.length < 2 ? "" : parameter[1].strip().replace("\"", "");
            if (parameter[0].equals("charset") && !value.equals("utf-8")) {
                return Optional.empty();
            }
            if (parameter[0].equals("version")) {
                version = value;
            }
        }
        return of(parts[0].strip(), version);
    }

    private static Optional<Format> of(String type, String version) {
        return switch (type + " " + version) {
            case "text/plain ", "text/plain 0.0.4" -> Optional.of(TEXT);
            case "application/openmetrics-text ", "application/openmetrics-text 1.0.0",
                    "application/openmetrics-text 0.0.1" ->
                Optional.of(OPEN_METRICS);
            default -> Optional.empty();
        };
    }
}
