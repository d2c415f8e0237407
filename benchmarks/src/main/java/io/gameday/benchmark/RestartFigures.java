package io.gameday.benchmark;

import io.gameday.experiment.Experiment.Restart;
import io.gameday.reference.AppConfig;
import io.gameday.reference.local.LocalApp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How fast a task that is killed serves again at its address, restarted in place by its host: from just before the host
/// is asked to kill it until a canary, which asks the database, is answered. Each round has two crashes: the first is made
/// good by the process that stands by, the second, a good second later, by one that starts from nothing. The control plane
/// is down meanwhile.
///
/// Arguments: folder for the app, rounds. Goal: the first within a second.
public final class RestartFigures {

    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final LocalApp app;
    private final HttpClient http = HttpClient.newHttpClient();
    private int crashes;

    private RestartFigures(LocalApp app) {
        this.app = app;
    }

    public static void main(String[] args) throws Exception {
        if (args.length != 2) {
            System.err.println("arguments: FOLDER ROUNDS");
            System.exit(2);
        }
        Path folder = Path.of(args[0]).toAbsolutePath();
        AppConfig standard = AppConfig.standard(1, 2, 150, 20, 1, folder.toString());
        AppConfig.Mechanisms usual = standard.mechanisms();
        AppConfig config = new AppConfig(standard.cells(), standard.zones(), standard.headroomPercent(),
                standard.rate(), Map.of(), standard.shape(), standard.routing(), new AppConfig.Mechanisms(true, true,
                        true, usual.logging(), true, usual.evacuation(), null, new Restart(PERIOD, Set.of())),
                1, folder.toString());
        try (LocalApp app = LocalApp.start(config, System.out::println)) {
            app.awaitHealthy(START, System.out::println);
            new RestartFigures(app).measure(Integer.parseInt(args[1]));
        }
        System.exit(0);
    }

    private void measure(int rounds) throws IOException, InterruptedException {
        // Or it would replace a task that takes longer than three health checks.
        inject("alone", "{\"kind\":\"control-plane-down\",\"cell\":\"cell-1\"}");
        List<Double> stoodBy = new ArrayList<>();
        List<Double> fromNothing = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            while (standsBy() < round) {
                Thread.sleep(100);
            }
            Thread.sleep(PERIOD.plusMillis(500));
            stoodBy.add(crash());
            Thread.sleep(PERIOD.plusMillis(100));
            if (standsBy() > round) {
                throw new IOException("another process stands by already; there is nothing to compare with");
            }
            fromNothing.add(crash());
            System.out.printf(Locale.ROOT, "%3d  stood by %.2f s  from nothing %.2f s%n", round, stoodBy.getLast(),
                    fromNothing.getLast());
        }
        print("by the process that stands by", stoodBy);
        print("by one that starts from nothing", fromNothing);
    }

    private static void print(String what, List<Double> seconds) {
        List<Double> sorted = seconds.stream().sorted().toList();
        System.out.printf(Locale.ROOT, "%-32s minimum %.2f s, median %.2f s, maximum %.2f s, %d times%n", what,
                sorted.getFirst(), sorted.get(sorted.size() / 2), sorted.getLast(), sorted.size());
    }

    /// How often the host said that a process stands by.
    private long standsBy() throws IOException {
        return Files.readAllLines(app.folder().log("host")).stream().filter(line -> line.endsWith(" stands by"))
                .count();
    }

    /// @return seconds until the task of az1 serves again
    private double crash() throws IOException, InterruptedException {
        JsonNode task = JSON.readTree(host("GET", "/state", "").body()).path("tasks").valueStream().filter(
                one -> one.path("zone").asString().equals("az1") && one.path("status").asString().equals("RUNNING"))
                .findFirst().orElseThrow(() -> new IOException("no task runs in az1; see " + app.folder().logs()));
        URI canary = URI.create("http://" + task.path("service").asString() + "/canary");
        long begun = System.nanoTime();
        inject("crash-" + ++crashes, "{\"kind\":\"task-crash\",\"cell\":\"cell-1\",\"zone\":\"az1\"}");
        boolean away = false;
        while (System.nanoTime() - begun < LIMIT.toNanos()) {
            boolean serves = serves(canary);
            if (serves && away) {
                return (System.nanoTime() - begun) / 1e9;
            }
            away |= !serves;
            Thread.sleep(2);
        }
        throw new IOException(task.path("id").asString() + " was not back within a minute; see " + app.folder().logs());
    }

    private void inject(String id, String fault) throws IOException, InterruptedException {
        HttpResponse<String> taken = host("POST", "/faults", """
                {"id":"%s","run":"restart","fault":%s,"duration":"PT1H","lease":"PT1H"}""".formatted(id, fault));
        if (taken.statusCode() != 201) {
            throw new IOException("the host did not take " + id + ": " + taken.body());
        }
    }

    private boolean serves(URI canary) throws InterruptedException {
        try {
            return http.send(HttpRequest.newBuilder(canary).timeout(Duration.ofSeconds(1)).build(),
                    BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notNow) {
            return false;
        }
    }

    private HttpResponse<String> host(String method, String path, String body)
            throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create("http://" + app.addresses().host() + path))
                .header("authorization", "Bearer " + app.token()).header("content-type", "application/json")
                .method(method, BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }
}
