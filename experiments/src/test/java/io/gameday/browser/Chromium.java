package io.gameday.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A real browser without a window, driven by its DevTools protocol.
public final class Chromium implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://([^/]+)/.*");

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket socket;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    /// What pages wrote to their console or threw.
    public final List<String> complaints = new CopyOnWriteArrayList<>();

    /// The browser of this machine; empty where there is none.
    public static Optional<Path> installed() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":")).flatMap(
                folder -> Stream.of("chromium", "chromium-browser", "google-chrome").map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable).findFirst();
    }

    public Chromium(Path program, Path profile) throws IOException, InterruptedException {
        this(program, profile, "en-US");
    }

    /// @param language that its owner reads
    public Chromium(Path program, Path profile, String language) throws IOException, InterruptedException {
        process = new ProcessBuilder(program.toString(), "--headless=new", "--remote-debugging-port=0", "--no-sandbox",
                "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--hide-scrollbars",
                "--disable-background-networking", "--lang=" + language, "--accept-lang=" + language,
                "--user-data-dir=" + profile, "about:blank").redirectErrorStream(true).start();
        String page = page(address());
        socket = http.newWebSocketBuilder().buildAsync(URI.create(page), new Listener()).join();
        call("Runtime.enable", Map.of());
        call("Page.enable", Map.of());
        call("Network.enable", Map.of());
    }

    private String address() throws IOException {
        BufferedReader lines = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        List<String> said = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.matches()) {
                Thread.ofVirtual().start(() -> lines.lines().forEach(more -> {
                    // Read, or the browser would wait for that.
                }));
                return listening.group(1);
            }
            said.add(line);
        }
        throw new IOException("the browser did not start: " + said);
    }

    private String page(String address) throws IOException, InterruptedException {
        HttpRequest list = HttpRequest.newBuilder(URI.create("http://" + address + "/json/list")).build();
        for (JsonNode target : JSON.readTree(http.send(list, BodyHandlers.ofString()).body())) {
            if (target.path("type").asString("").equals("page")) {
                return target.path("webSocketDebuggerUrl").asString("");
            }
        }
        throw new IOException("the browser has no page");
    }

    public void open(String url) {
        call("Page.navigate", Map.of("url", url));
    }

    /// What an expression of JavaScript comes to in the page.
    public JsonNode evaluate(String expression) {
        JsonNode answer = call("Runtime.evaluate",
                Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + answer.path("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    /// Returns when a condition holds in the page, which is asked there again and again.
    public void until(String condition) {
        try {
            evaluate("new Promise(done => { const look = () => (" + condition
                    + ") ? done(true) : setTimeout(look, 50); look(); })");
        } catch (CompletionException late) {
            throw new AssertionError("it did not come to " + condition + "; the page says: "
                    + evaluate("document.body.innerText").asString(""), late);
        }
    }

    public void click(String selector) {
        evaluate("document.querySelector('" + selector + "').click()");
    }

    public void type(String selector, String text) {
        evaluate("{ const field = document.querySelector('" + selector + "'); field.value = "
                + JSON.writeValueAsString(text) + "; field.dispatchEvent(new Event('input', { bubbles: true })); }");
    }

    public void offline(boolean offline) {
        call("Network.emulateNetworkConditions",
                Map.of("offline", offline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    /// The page as it would look on such a screen.
    public void picture(int width, int height, String scheme, Path file) throws IOException {
        call("Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        call("Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        String png = call("Page.captureScreenshot", Map.of("format", "png")).path("data").asString("");
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(png));
    }

    private JsonNode call(String method, Map<String, ?> parameters) {
        int id = ids.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        socket.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true).join();
        return answer.orTimeout(120, TimeUnit.SECONDS).join();
    }

    private void received(JsonNode message) {
        CompletableFuture<JsonNode> answer = waiting.remove(message.path("id").asInt(-1));
        if (answer != null) {
            answer.complete(message.has("error") ? message : message.path("result"));
        } else if (message.path("method").asString("").equals("Runtime.exceptionThrown")) {
            complaints.add(message.toString());
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                received(JSON.readTree(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedStage(null);
        }
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
