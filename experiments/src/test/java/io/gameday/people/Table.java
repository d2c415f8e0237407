package io.gameday.people;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.JournalFile;
import io.gameday.journal.JournalReader;
import io.gameday.journal.PersonAct;
import io.gameday.journal.RunFolder;
import io.gameday.journal.Verdict;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A run with guests, a real journal and real sockets, but no engine.
final class Table implements PeopleControl, AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().build();

    final RunFolder folder;
    final Desk desk;
    final PeopleEndpoint endpoint;
    final CompletableFuture<Optional<String>> gathered = new CompletableFuture<>();
    /// What escaped on the loop.
    final List<Throwable> escaped = new CopyOnWriteArrayList<>();
    /// The machine's monotonic time, in nanoseconds.
    final AtomicLong nanos = new AtomicLong();
    private final RealClock loop = new RealClock("loop", escaped::add);
    private final JournalFile journal;
    private final HttpClient browser = HttpClient.newHttpClient();
    private boolean stopping;
    private boolean over;

    Table(Path parent, String... roles) throws IOException {
        this(parent, new InetSocketAddress("127.0.0.1", 0), roles);
    }

    Table(Path parent, InetSocketAddress at, String... roles) throws IOException {
        folder = RunFolder.create(parent, Instant.parse("2026-11-21T14:01:32Z"), "az-power-loss");
        journal = new JournalFile(folder.journal(), folder.run(), loop);
        desk = new Desk(Participant.read(Arrays.asList(roles)), Duration.ofMinutes(30), loop, this, new Random(1),
                nanos::get, folder);
        journal.follow(desk);
        endpoint = PeopleEndpoint.open(folder, at, desk, loop, InstantSource.system());
        onLoop(() -> desk.gather(gathered::complete));
    }

    void onLoop(Runnable task) {
        CompletableFuture.runAsync(task, loop).join();
    }

    void append(Event event) {
        onLoop(() -> journal.append(event));
    }

    /// As the engine ends a run.
    void end() {
        onLoop(() -> {
            desk.part();
            journal.append(new Event.RunEnded(0, Verdict.HELD, "every prediction held"));
            over = true;
        });
    }

    String link(String role) {
        return endpoint.invitations().links().stream().filter(each -> each.role().equals(role)).findFirst()
                .orElseThrow().link();
    }

    String token(String role) {
        return link(role).replaceFirst(".*#", "");
    }

    URI at(String path) {
        return URI.create(endpoint.invitations().links().getFirst().link().replaceFirst("/#.*", path));
    }

    HttpResponse<String> get(String role, String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at(path)).header("authorization", "Bearer " + token(role)).build());
    }

    HttpResponse<String> post(String role, String path, String json) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at(path)).header("authorization", "Bearer " + token(role))
                .header("content-type", "application/json").POST(BodyPublishers.ofString(json)).build());
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return browser.send(request, BodyHandlers.ofString());
    }

    JsonNode view(String role) throws IOException, InterruptedException {
        return JSON.readTree(get(role, "/v1/view").body());
    }

    List<Event> journal() {
        onLoop(() -> {
        });
        return JournalReader.read(folder.journal()).entries().stream().map(Entry::event).toList();
    }

    List<PersonAct> acts(String role) {
        return journal().stream().filter(Event.PersonActed.class::isInstance).map(Event.PersonActed.class::cast)
                .filter(act -> act.role().equals(role)).map(Event.PersonActed::act).toList();
    }

    @Override
    public void stop(String by, String why) {
        if (!stopping) {
            stopping = true;
            journal.append(new Event.StopRequested(by, why));
        }
    }

    @Override
    public boolean stopping() {
        return stopping;
    }

    @Override
    public Optional<String> acknowledge(String role) {
        journal.append(new Event.PageAcknowledged(role));
        return Optional.empty();
    }

    @Override
    public void note(String role, String text, @Nullable Instant typed) {
        journal.append(new Event.NoteTaken(role, text, typed));
    }

    @Override
    public boolean record(Event event) {
        if (!over) {
            journal.append(event);
        }
        return !over;
    }

    @Override
    public void close() {
        endpoint.close();
        onLoop(desk::part);
        loop.close();
        journal.close();
        browser.close();
    }
}
