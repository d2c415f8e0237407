package io.gameday.reference.orders;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// Against an inventory that refuses every call at once.
class StockTest {

    private final AtomicInteger calls = new AtomicInteger();
    private final List<Duration> pauses = new ArrayList<>();
    private HttpServer inventory;

    @BeforeEach
    void start() throws IOException {
        inventory = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        inventory.createContext("/", exchange -> {
            calls.incrementAndGet();
            byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(503, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        inventory.start();
    }

    @AfterEach
    void stop() {
        inventory.stop(0);
    }

    @Test
    void unlessToldOtherwiseItAsksOnce() throws InterruptedException {
        assertThat(stock(StockRules.USUAL).ask("book"))
                .isEqualTo(new Stock.Answer("unknown", "inventory answered 503 without 'available'"));
        assertThat(calls).hasValue(1);
        assertThat(pauses).isEmpty();
    }

    @Test
    void itAsksAgainAsOftenAsItMayWhenTheTimeOfTheCallBeforeIsOver() throws InterruptedException {
        Duration limit = Duration.ofMinutes(1);
        stock(new StockRules(limit, 4, Duration.ZERO, 0, 1000, 0, false)).ask("book");

        assertThat(calls).hasValue(4);
        assertThat(pauses).hasSize(3).allSatisfy(pause -> assertThat(pause).isBetween(Duration.ofSeconds(1), limit));
    }

    @Test
    void aBudgetLimitsFurtherTriesAndTheyComeAfterAPauseByChance() throws InterruptedException {
        Stock stock = stock(new StockRules(Duration.ofMinutes(1), 2, Duration.ofMillis(40), 10, 1000, 0, false));
        for (int order = 0; order < 20; order++) {
            stock.ask("book");
        }

        assertThat(calls.get() - 20).isBetween(2, 3);
        assertThat(pauses).isNotEmpty()
                .allSatisfy(pause -> assertThat(pause).isBetween(Duration.ofMillis(20), Duration.ofMillis(40)));
    }

    @Test
    void whatIsReadAtTheStartIsReadWhateverIsAnswered() throws InterruptedException {
        stock(new StockRules(Duration.ofMinutes(1), 1, Duration.ZERO, 0, 3, 10, false)).readAll();

        assertThat(calls).hasValue(10);
    }

    private Stock stock(StockRules rules) {
        URI address = URI.create("http://127.0.0.1:" + inventory.getAddress().getPort() + "/");
        return new Stock(address, rules, JsonMapper.builder().build(), pauses::add, new SplittableRandom(1));
    }
}
