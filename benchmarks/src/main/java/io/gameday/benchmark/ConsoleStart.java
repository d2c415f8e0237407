package io.gameday.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Times the console from its command to the first screen that was drawn: the launcher is in it, a build is
/// not. On the display it is given, or else on
/// one of its own by Xvfb. Prints minimum, median and maximum.
///
/// Arguments: launcher, number of starts.
public final class ConsoleStart {

    private static final Pattern FIRST_SCREEN = Pattern.compile("first screen at (\\S+)");
    private static final long LIMIT_SECONDS = 120;

    private ConsoleStart() {
    }

    public static void main(String[] args) throws Exception {
        if (args.length != 2) {
            System.err.println("arguments: LAUNCHER STARTS");
            System.exit(2);
        }
        Path gameday = Path.of(args[0]);
        int starts = Integer.parseInt(args[1]);
        String given = System.getenv("DISPLAY");
        Process display = given == null ? xvfb() : null;
        try {
            measure(gameday, starts, display == null ? given : number(display));
        } finally {
            if (display != null) {
                display.destroy();
            }
        }
    }

    private static Process xvfb() throws IOException {
        // It picks a free number by itself and says which.
        return new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24")
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static String number(Process display) throws IOException {
        BufferedReader says = new BufferedReader(
                new InputStreamReader(display.getInputStream(), StandardCharsets.UTF_8));
        String number = says.readLine();
        if (number == null) {
            throw new IOException("Xvfb ended without a display; does it start by hand?");
        }
        return ":" + number;
    }

    private static void measure(Path gameday, int starts, String display) throws IOException, InterruptedException {
        List<Double> seconds = new ArrayList<>();
        Path state = Files.createTempDirectory("gameday-console-start");
        // The first one warms the disk's cache and may have to build.
        for (int i = 0; i <= starts; i++) {
            double one = start(gameday, display, state);
            if (i > 0) {
                seconds.add(one);
            }
        }
        print("command to first screen, s", seconds);
    }

    private static double start(Path gameday, String display, Path state) throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(gameday.toString(), "console");
        command.environment().put("DISPLAY", display);
        command.environment().put("GAMEDAY_STATE", state.toString());
        command.environment().put("GAMEDAY_JAVA_OPTS", "-Dgameday.console.measure=start");
        command.redirectError(ProcessBuilder.Redirect.INHERIT);
        Instant from = Instant.now();
        Process console = command.start();
        String said = new String(console.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!console.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            console.destroy();
            throw new IOException("the console did not end within " + LIMIT_SECONDS + " s");
        }
        Matcher first = FIRST_SCREEN.matcher(said);
        if (!first.find()) {
            throw new IOException("the console ended with " + console.exitValue() + " and said no time: " + said);
        }
        return Duration.between(from, Instant.parse(first.group(1))).toMillis() / 1000.0;
    }

    private static void print(String figure, List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        System.out.printf(Locale.ROOT, "%-40s min %6.2f  median %6.2f  max %6.2f  of %d%n", figure, sorted.getFirst(),
                sorted.get(sorted.size() / 2), sorted.getLast(), sorted.size());
    }
}
