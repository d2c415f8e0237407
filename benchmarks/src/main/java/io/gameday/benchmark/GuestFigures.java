package io.gameday.benchmark;

import io.gameday.journal.JournalFormat;
import io.gameday.people.Invitations;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/// What the pages of participants cost the controller. In one simulated run at the pace of a real one, windows in which
/// all participants' pages look once a second, as [the page](/io/gameday/people/page.html) does, alternate with windows
/// in which none does; the added CPU is the difference of neighbours.
///
/// Arguments: launcher, output folder, experiment (a file with faults of some minutes), participants, windows of each kind.
public final class GuestFigures {

    private static final Duration WINDOW = Duration.ofSeconds(15);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicLong looks = new AtomicLong();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());

    private GuestFigures() {
    }

    public static void main(String[] args) throws Exception {
        if (args.length != 5) {
            System.err.println("arguments: LAUNCHER OUTPUT-FOLDER EXPERIMENT PARTICIPANTS WINDOWS");
            System.exit(2);
        }
        new GuestFigures().measure(Path.of(args[0]), Path.of(args[1]), args[2], Integer.parseInt(args[3]),
                Integer.parseInt(args[4]));
    }

    private void measure(Path gameday, Path out, String experiment, int participants, int windows)
            throws IOException, InterruptedException {
        String roles = String.join(",", Collections.nCopies(participants, "observer"));
        try (Launched run = new Launched(gameday, out, List.of("run", experiment, "--on", "simulated", "--speed", "1",
                "--invite", roles, "--out", out.toString()))) {
            Path folder = folder(run);
            Invitations invitations = Invitations.read(folder).orElseThrow();
            List<Thread> pages = invitations.links().stream().map(this::page).toList();
            pages.forEach(Thread::start);
            looking.set(true);
            int code = new ProcessBuilder(gameday.toString(), "go", folder.toString(), "--why", "a measurement")
                    .inheritIO().start().waitFor();
            System.out.println("go for all: exit " + code);
            ProcessHandle controller = run.named("io.gameday.cli.Gameday").orElseThrow();
            // The compiler's work of the first half minute is nobody's page.
            Thread.sleep(Duration.ofSeconds(30));
            List<Double> added = new ArrayList<>();
            for (int i = 0; i < windows && run.running(); i++) {
                double without = percent(controller, false);
                double with = percent(controller, true);
                added.add(with - without);
                System.out.printf(Locale.ROOT, "without %.1f %%, with %.1f %% of a core%n", without, with);
            }
            pages.forEach(Thread::interrupt);
            List<Double> sorted = added.stream().sorted().toList();
            System.out.printf(Locale.ROOT,
                    "%d participants, %d looks, %d failures%s: added %.1f %% of a core (median; %.1f to %.1f)%n",
                    participants, looks.get(), failures.size(), failures.isEmpty() ? "" : " " + failures.getFirst(),
                    sorted.get(sorted.size() / 2), sorted.getFirst(), sorted.getLast());
        }
    }

    private static Path folder(Launched run) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<Path> folder = run.runFolder();
            if (folder.isPresent() && Invitations.read(folder.get()).isPresent()) {
                return folder.get();
            }
            Thread.sleep(100);
        }
        throw new IOException("no invitations after " + PATIENCE + "; see output.txt");
    }

    private double percent(ProcessHandle controller, boolean withPages) throws InterruptedException {
        looking.set(withPages);
        Thread.sleep(BETWEEN_LOOKS);
        long from = System.nanoTime();
        double cpu = Launched.cpuSeconds(controller);
        Thread.sleep(WINDOW);
        return 100 * (Launched.cpuSeconds(controller) - cpu) / ((System.nanoTime() - from) / 1e9);
    }

    private Thread page(Invitations.Link link) {
        URI address = URI.create(link.link());
        return Thread.ofVirtual().unstarted(() -> {
            long after = 0;
            try {
                while (true) {
                    if (looking.get()) {
                        JsonNode view = view(address, after);
                        for (JsonNode line : view.path("picture").path("lines")) {
                            after = Math.max(after, line.path("seq").asLong());
                        }
                        looks.incrementAndGet();
                    }
                    Thread.sleep(BETWEEN_LOOKS);
                }
            } catch (InterruptedException done) {
                // The measurement is over.
            } catch (IOException failed) {
                failures.add(link.role() + ": " + failed);
            }
        });
    }

    private JsonNode view(URI address, long after) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(address.resolve("/v1/view?after=" + after))
                        .header("authorization", "Bearer " + address.getFragment()).build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return JournalFormat.mapper().readTree(answer.body());
    }
}
