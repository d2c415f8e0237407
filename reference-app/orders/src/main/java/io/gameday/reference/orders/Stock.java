package io.gameday.reference.orders;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks the inventory service, by the rules that the task was given. A soft dependency unless they say that it is needed:
/// an order is taken without its answer, but a slow answer is waited for while the order keeps its slot.
final class Stock {

    private final @Nullable URI inventory;
    private final StockRules rules;
    private final JsonMapper json;
    private final MinimumHold.Pause pause;
    private final RandomGenerator random;
    private final RetryBudget budget;
    private final Semaphore places;
    private final HttpClient client;

    /// @param random for pauses
    Stock(@Nullable URI inventory, StockRules rules, JsonMapper json, MinimumHold.Pause pause, RandomGenerator random) {
        this.inventory = inventory;
        this.rules = rules;
        this.json = json;
        this.pause = pause;
        this.random = random;
        budget = new RetryBudget(rules.budgetPercent());
        places = new Semaphore(rules.atOnce());
        client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(rules.limit())
                .executor(Runnable::run).build();
    }

    /// What inventory says of `item`: `available`, `missing`, or `unknown` with what came in the way.
    Answer ask(String item) throws InterruptedException {
        if (inventory == null) {
            return new Answer("unknown", "GAMEDAY_INVENTORY is not set");
        }
        if (!places.tryAcquire()) {
            return new Answer("unknown", rules.atOnce() + " calls are under way, which is all that may");
        }
        try {
            budget.asked();
            return askAgain(inventory.resolve("stock/" + item));
        } finally {
            places.release();
        }
    }

    /// Reads what the rules want read before the task is ready, as much at once as they allow; what is not answered is
    /// done without.
    void readAll() throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        List<Thread> lanes = new ArrayList<>();
        for (int lane = 0; lane < Math.min(rules.readAtStart(), rules.atOnce()); lane++) {
            lanes.add(Thread.ofVirtual().name("read-at-start-" + lane).start(() -> read(next)));
        }
        for (Thread lane : lanes) {
            lane.join();
        }
    }

    private void read(AtomicInteger next) {
        try {
            for (int item = next.incrementAndGet(); item <= rules.readAtStart(); item = next.incrementAndGet()) {
                ask("item-" + item);
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer askAgain(URI item) throws InterruptedException {
        for (int number = 1;; number++) {
            long began = System.nanoTime();
            Answer answer = askOnce(item);
            if (!answer.state().equals("unknown") || number >= rules.tries() || !budget.spend()) {
                return answer;
            }
            long whole = rules.pause().toNanos();
            long wait = whole == 0
                    ? rules.limit().toNanos() - (System.nanoTime() - began)
                    : whole / 2 + random.nextLong(whole / 2 + 1);
            if (wait > 0) {
                pause.spend(Duration.ofNanos(wait));
            }
        }
    }

    private Answer askOnce(URI item) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(item).timeout(rules.limit()).build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode available = response.statusCode() == 200
                    ? json.readTree(response.body()).path("available")
                    : json.missingNode();
            if (!available.isBoolean()) {
                return new Answer("unknown", "inventory answered " + response.statusCode() + " without 'available'");
            }
            return new Answer(available.booleanValue() ? "available" : "missing", null);
        } catch (IOException | JacksonException e) {
            return new Answer("unknown", e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    /// @param state   `available`, `missing` or `unknown`
    /// @param problem why it is unknown, else null
    record Answer(String state, @Nullable String problem) {
    }
}
