package io.gameday.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One go of the load generator `wrk` with 32 connections.
///
/// @param perSecond requests answered
/// @param p99       milliseconds
/// @param requests  answered in all
record Wrk(double perSecond, double p99, long requests) {

    private static final Pattern PER_SECOND = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern P99 = Pattern.compile("99%\\s+([\\d.]+)(us|ms|s|m)");
    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in");

    static Wrk run(Path program, String url, int seconds) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(program.toString(), "-t1", "-c32", "-d" + seconds + "s", "--latency", url)
                .redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        if (said.contains("Socket errors") || said.contains("Non-2xx")) {
            throw new IOException("not every request was answered in order: " + said);
        }
        Matcher p99 = found(P99, said);
        double unit = switch (p99.group(2)) {
            case "us" -> 0.001;
            case "ms" -> 1;
            case "s" -> 1000;
            default -> 60_000;
        };
        return new Wrk(Double.parseDouble(found(PER_SECOND, said).group(1)), Double.parseDouble(p99.group(1)) * unit,
                Long.parseLong(found(REQUESTS, said).group(1)));
    }

    private static Matcher found(Pattern pattern, String text) throws IOException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IOException("wrk said nothing of the form " + pattern + ": " + text);
        }
        return matcher;
    }
}
