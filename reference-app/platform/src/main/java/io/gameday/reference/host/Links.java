package io.gameday.reference.host;

import io.gameday.http.CallResult;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.journal.JournalFormat;
import io.gameday.time.RealClock;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The links between the parts of the app: each is a proxy, kept by the Toxiproxy-compatible server in the host or by a
/// Toxiproxy of the team's own, driven by the same calls. A fault of the network is something done to links.
///
/// ```
/// router ──────────► az1.cell-1.orders-7.service ────► task
/// control plane ───► az1.cell-1.orders-7.management ─► task
/// task of az1 ─────► az1.cell-1.database ────────────► PostgreSQL of cell-1
/// task of az1 ─────► az1.cell-1.inventory ───────────► inventory
/// anybody ─────────► az1.machine ────────────────────► the zone's machine
/// ```
///
/// Runs on the host's loop.
final class Links {

    /// Every name begins with this, so that a server shared with others can be told apart.
    static final String PREFIX = "gameday.";

    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Duration AGAIN = Duration.ofMillis(250);
    private static final JsonMapper JSON = JournalFormat.mapper();

    private final HttpCaller caller;
    private final InetSocketAddress server;
    private final RealClock loop;
    private final Consumer<String> log;
    private final Map<String, CompletableFuture<String>> shared = new HashMap<>();
    private final Map<String, Boolean> wanted = new HashMap<>();
    /// By name; asked by the proxy server's own thread too.
    private final Map<String, Opened> open = new ConcurrentHashMap<>();

    /// @param address where it listens; empty until the server has told
    private record Opened(String address, String upstream) {
    }

    /// @param server of the Toxiproxy API
    Links(HttpCaller caller, InetSocketAddress server, RealClock loop, Consumer<String> log) {
        this.caller = caller;
        this.server = server;
        this.loop = loop;
        this.log = log;
    }

    /// Opens a link.
    ///
    /// @param name     without the prefix
    /// @param listen   address that it listens at, on any free port
    /// @param upstream `host:port`
    /// @param http     whether requests are told apart, so that single ones can be hit
    /// @return `host:port` where it listens, told on the loop; fails with what the server said
    CompletableFuture<String> open(String name, String listen, String upstream, boolean http) {
        open.put(name, new Opened("", upstream));
        Map<String, Object> proxy = new LinkedHashMap<>();
        proxy.put("name", PREFIX + name);
        proxy.put("listen", listen + ":0");
        proxy.put("upstream", upstream);
        proxy.put("enabled", true);
        if (http) {
            proxy.put("gameday", Map.of("http", true));
        }
        CompletableFuture<String> opened = new CompletableFuture<>();
        call(HttpRequest.post("/proxies", JSON.writeValueAsString(proxy)), result -> {
            if (result instanceof CallResult.Answered(HttpAnswer answer) && answer.status() == 201) {
                try {
                    String address = JSON.readTree(answer.text()).path("listen").asString();
                    open.computeIfPresent(name, (same, link) -> new Opened(address, upstream));
                    opened.complete(address);
                    return;
                } catch (JacksonException unreadable) {
                    log.accept("link " + name + ": " + unreadable.getOriginalMessage());
                }
            }
            opened.completeExceptionally(
                    new IllegalStateException("link " + name + " could not be opened: " + words(result)));
        });
        return opened;
    }

    /// Whether one of ours leads to `upstream`. Safe for use by several threads.
    boolean leadsTo(String upstream) {
        return open.values().stream().anyMatch(link -> link.upstream().equals(upstream));
    }

    /// Where the link that listens at `address` leads to; `address` itself where none of ours does.
    String behind(String address) {
        return open.values().stream().filter(link -> link.address().equals(address)).map(Opened::upstream).findFirst()
                .orElse(address);
    }

    /// A link that many use: opened on the first call, and anew after it could not be.
    CompletableFuture<String> shared(String name, String listen, String upstream) {
        CompletableFuture<String> known = shared.get(name);
        if (known != null) {
            return known;
        }
        CompletableFuture<String> opened = open(name, listen, upstream, false);
        shared.put(name, opened);
        return opened.whenComplete((address, failure) -> {
            if (failure != null) {
                // It may be there although nobody told us. Only then may it be opened anew, or that one would be closed.
                close(name, () -> shared.remove(name));
            }
        });
    }

    /// Closes a link for good; tried until it is.
    void close(String name) {
        close(name, () -> {
        });
    }

    private void close(String name, Runnable closed) {
        open.remove(name);
        call(removal(name), result -> {
            if (gone(result)) {
                closed.run();
            } else {
                log.accept("link " + name + " is not closed yet: " + words(result));
                loop.at(AGAIN, () -> close(name, closed));
            }
        });
    }

    /// Closes all that are left, each tried once: for a server that outlives the host.
    ///
    /// @return told on the loop when every one was answered
    CompletableFuture<Void> closeAll() {
        List<String> left = List.copyOf(open.keySet());
        open.clear();
        return CompletableFuture.allOf(left.stream().map(name -> {
            CompletableFuture<Void> closed = new CompletableFuture<>();
            call(removal(name), result -> {
                if (!gone(result)) {
                    log.accept("link " + name + " was left behind: " + words(result));
                }
                closed.complete(null);
            });
            return closed;
        }).toArray(CompletableFuture[]::new));
    }

    /// Has the link refuse connections, or accept them again; tried until it does. The last call decides.
    void enable(String name, boolean on) {
        wanted.put(name, on);
        tryEnable(name, on);
    }

    private void tryEnable(String name, boolean on) {
        if (wanted.get(name) != on) {
            return;
        }
        call(HttpRequest.post(path(name), JSON.writeValueAsString(Map.of("enabled", on))), result -> {
            boolean done = result instanceof CallResult.Answered(HttpAnswer answer) && answer.status() == 200;
            if (!done && wanted.get(name) == on) {
                log.accept("link " + name + " is not " + (on ? "on" : "off") + " yet: " + words(result));
                loop.at(AGAIN, () -> tryEnable(name, on));
            }
        });
    }

    private static boolean gone(CallResult removal) {
        return removal instanceof CallResult.Answered(HttpAnswer answer)
                && (answer.status() < 300 || answer.status() == 404);
    }

    private static HttpRequest removal(String name) {
        return new HttpRequest("DELETE", path(name), Map.of(), Map.of(), new byte[0]);
    }

    private static String path(String name) {
        return "/proxies/" + PREFIX + name;
    }

    private String words(CallResult result) {
        return "the proxy server at " + server.getHostString() + ":" + server.getPort() + " " + switch (result) {
            case CallResult.Answered(HttpAnswer answer) -> "answered " + answer.status() + " " + answer.text().strip();
            case CallResult.Unreachable(String why) -> "cannot be reached: " + why;
            case CallResult.Broken(String why) -> "broke off: " + why;
            case CallResult.TimedOut() -> "did not answer within " + LIMIT.toMillis() + " ms";
        };
    }

    private void call(HttpRequest request, Consumer<CallResult> then) {
        caller.call(server, request, LIMIT, result -> loop.execute(() -> then.accept(result)));
    }
}
