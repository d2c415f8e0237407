package io.gameday.reference.host;

import io.gameday.http.CallResult;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.journal.JournalFormat;
import io.gameday.reference.Address;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A Toxiproxy of the team's own. What an app that was killed left in it is removed first; everything that is not named
/// as a link of ours is let alone. Safe for use by several threads.
final class TeamToxiproxy implements LinkServer {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final HttpCaller caller;
    private final InetSocketAddress address;
    private final Consumer<String> log;

    TeamToxiproxy(HttpCaller caller, InetSocketAddress address, Consumer<String> log) {
        this.caller = caller;
        this.address = address;
        this.log = log;
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public boolean staysBehind() {
        return true;
    }

    @Override
    public CompletableFuture<String> ready() {
        return ask(HttpRequest.get("/proxies")).thenApply(this::links).thenCompose(this::unused)
                .thenCompose(this::removed).thenCompose(removed -> ask(HttpRequest.get("/gameday/leases")))
                .thenApply(answer -> answer.status() == 200 ? "gameday" : "toxiproxy");
    }

    /// What is there and named as ours: upstreams by name.
    private Map<String, String> links(HttpAnswer answer) {
        try {
            JsonNode proxies = JournalFormat.mapper().readTree(answer.text());
            if (answer.status() == 200 && proxies.isObject()) {
                Map<String, String> links = new LinkedHashMap<>();
                proxies.properties().stream().filter(proxy -> proxy.getKey().startsWith(Links.PREFIX))
                        .forEach(proxy -> links.put(proxy.getKey(), proxy.getValue().path("upstream").asString("")));
                return links;
            }
        } catch (JacksonException noToxiproxy) {
            throw new IllegalStateException(name() + " answered GET /proxies with what is no JSON; is it a Toxiproxy?",
                    noToxiproxy);
        }
        throw new IllegalStateException(
                name() + " answered GET /proxies with " + answer.status() + "; is it a Toxiproxy?");
    }

    /// Fails when a zone's machine answers behind one of them: then they are not left over, but in use.
    private CompletableFuture<Map<String, String>> unused(Map<String, String> links) {
        CompletableFuture<Map<String, String>> unused = CompletableFuture.completedFuture(links);
        for (Map.Entry<String, String> link : links.entrySet()) {
            if (link.getKey().endsWith(".machine")) {
                unused = unused.thenCombine(answers(link.getValue()), (all, answers) -> {
                    if (answers) {
                        throw new IllegalStateException(name() + " keeps the links of another app that is running ("
                                + link.getKey() + " leads to " + link.getValue() + ", where a machine answers). End "
                                + "that app with: gameday app down; or use another Toxiproxy");
                    }
                    return all;
                });
            }
        }
        return unused;
    }

    private CompletableFuture<Boolean> answers(String upstream) {
        CompletableFuture<Boolean> answers = new CompletableFuture<>();
        try {
            caller.call(Address.parse(upstream), HttpRequest.get("/"), LIMIT,
                    result -> answers.complete(result instanceof CallResult.Answered));
        } catch (IllegalArgumentException nobodys) {
            answers.complete(false);
        }
        return answers;
    }

    private CompletableFuture<Void> removed(Map<String, String> links) {
        return CompletableFuture.allOf(links.keySet().stream().map(this::removed).toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Void> removed(String link) {
        return ask(new HttpRequest("DELETE", "/proxies/" + link, Map.of(), Map.of(), new byte[0]))
                .thenAccept(answer -> {
                    if (answer.status() >= 300 && answer.status() != 404) {
                        throw new IllegalStateException(name() + " did not remove " + link + ", which an earlier app "
                                + "left: " + answer.status() + " " + answer.text().strip());
                    }
                    log.accept("removed " + link + " from " + name() + ", left by an earlier app");
                });
    }

    private CompletableFuture<HttpAnswer> ask(HttpRequest request) {
        CompletableFuture<HttpAnswer> told = new CompletableFuture<>();
        caller.call(address, request, LIMIT, result -> {
            switch (result) {
                case CallResult.Answered(HttpAnswer answer) -> told.complete(answer);
                case CallResult.Unreachable(String why) -> told.completeExceptionally(
                        new IllegalStateException(name() + " cannot be reached: " + why + ". Is it running?"));
                case CallResult.Broken(String why) -> told.completeExceptionally(
                        new IllegalStateException(name() + " broke off: " + why + "; is it a Toxiproxy?"));
                case CallResult.TimedOut() -> told.completeExceptionally(new IllegalStateException(
                        name() + " did not answer " + request.path() + " within " + LIMIT.toMillis() + " ms"));
            }
        });
        return told;
    }

    private String name() {
        return "the Toxiproxy at " + Host.text(address);
    }
}
