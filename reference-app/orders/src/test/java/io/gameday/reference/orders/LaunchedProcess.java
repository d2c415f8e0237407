package io.gameday.reference.orders;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A real process of this module, started as the host starts it, with its output read line by line.
final class LaunchedProcess implements AutoCloseable {
    private static final String READY = "GAMEDAY-READY ";
    private static final JsonMapper JSON = new JsonMapper();

    private final Process process;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final CompletableFuture<JsonNode> ports = new CompletableFuture<>();
    /// Whoever holds this keeps the process's output from being read, as a stalled log sink does.
    private final ReentrantLock reading = new ReentrantLock();

    private LaunchedProcess(Process process) {
        this.process = process;
        Thread.ofPlatform().daemon().name("output").start(this::readOutput);
    }

    static LaunchedProcess start(String mainClass, Map<String, String> environment) throws IOException {
        List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx64m", "-XX:+ExitOnOutOfMemoryError",
                "-Djdk.virtualThreadScheduler.parallelism=4", "-cp", classPathWithoutTests(), mainClass);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().removeIf(name -> name.startsWith("GAMEDAY_"));
        builder.environment().putAll(environment);
        return new LaunchedProcess(builder.start());
    }

    /// The ports of the ready line; fails when the process ended without one.
    JsonNode ports() {
        return ports.orTimeout(60, TimeUnit.SECONDS).join();
    }

    String at(String address, String port, String path) {
        return "http://" + address + ":" + ports().path(port).intValue() + path;
    }

    HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url)).build());
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofString());
    }

    HttpResponse<String> post(String url, String json) throws IOException, InterruptedException {
        return send(posting(url, json));
    }

    CompletableFuture<HttpResponse<String>> postLater(String url, String json) {
        return client.sendAsync(posting(url, json), BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> getLater(String url) {
        return client.sendAsync(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }

    /// Stops reading the output until [#resumeReading()]; for the same thread.
    void stallReading() {
        reading.lock();
    }

    void resumeReading() {
        reading.unlock();
    }

    List<String> linesWith(String part) {
        synchronized (lines) {
            return lines.stream().filter(line -> line.contains(part)).toList();
        }
    }

    Process process() {
        return process;
    }

    /// Writes a line to its input.
    void tell(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /// Waits until it prints a line with `part` in it.
    void awaitLine(String part) throws InterruptedException {
        synchronized (lines) {
            while (lines.stream().noneMatch(line -> line.contains(part))) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("ended without '" + part + "': " + lines);
                }
                lines.wait(TimeUnit.SECONDS.toMillis(1));
            }
        }
    }

    /// As a parent that dies does.
    void closeItsInput() throws IOException {
        process.getOutputStream().close();
    }

    boolean endsWithin(int seconds) throws InterruptedException {
        return process.waitFor(seconds, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        client.close();
    }

    private static HttpRequest posting(String url, String json) {
        return HttpRequest.newBuilder(URI.create(url)).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)).build();
    }

    private void readOutput() {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                synchronized (lines) {
                    lines.add(line);
                    lines.notifyAll();
                }
                if (line.startsWith(READY)) {
                    ports.complete(JSON.readTree(line.substring(READY.length())));
                }
                reading.lock();
                reading.unlock();
            }
            ports.completeExceptionally(new IllegalStateException("ended without a ready line: " + lines));
        } catch (IOException e) {
            ports.completeExceptionally(e);
        }
    }

    private static String classPathWithoutTests() {
        String classPath = Objects.requireNonNull(System.getProperty("java.class.path"));
        return Arrays.stream(classPath.split(File.pathSeparator)).filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
