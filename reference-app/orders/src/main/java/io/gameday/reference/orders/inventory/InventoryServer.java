package io.gameday.reference.orders.inventory;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gameday.reference.orders.process.ChildProcess;
import io.gameday.reference.orders.process.Environment;
import io.gameday.reference.orders.process.InvalidEnvironment;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `GET /stock/{item}` → `{"item":"book","available":true}`: everything is in stock, always. What makes it worth
/// having is that it can be slow or away, or too small for what it is asked: then calls wait in its [WorkQueue].
final class InventoryServer {
    private static final Pattern STOCK = Pattern.compile("/stock/([A-Za-z0-9._:-]{1,64})");

    private final HttpServer server;
    private final WorkQueue work;

    private InventoryServer(String address, Duration each) throws IOException {
        work = new WorkQueue(each);
        server = HttpServer.create(new InetSocketAddress(address, 0), 128);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
    }

    public static void main(String[] arguments) {
        ChildProcess.begin();
        try {
            Environment environment = new Environment(System.getenv());
            String address = environment.loopbackAddress("GAMEDAY_ADDRESS");
            Duration each = Duration.of(environment.number("GAMEDAY_ANSWER_MICROS", 0, 100_000_000, 0),
                    ChronoUnit.MICROS);
            environment.check();
            InventoryServer inventory = new InventoryServer(address, each);
            inventory.server.start();
            ChildProcess.ready("{\"service\":" + inventory.server.getAddress().getPort() + "}");
        } catch (InvalidEnvironment e) {
            System.err.println(e.getMessage());
            System.exit(ChildProcess.INVALID_ENVIRONMENT);
        } catch (IOException e) {
            System.err.println("inventory could not start: " + e.getMessage());
            System.exit(ChildProcess.ABANDONED);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        OptionalLong wait = work.take(System.nanoTime());
        if (wait.isEmpty()) {
            send(exchange, 503, "{\"error\":\"overloaded\",\"message\":\"" + WorkQueue.MOST_WAITING.toSeconds()
                    + " s of work wait, which is all that may\"}");
            return;
        }
        try {
            Thread.sleep(Duration.ofNanos(wait.getAsLong()));
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new IOException("inventory is ending", ending);
        }
        Matcher stock = STOCK.matcher(exchange.getRequestURI().getPath());
        boolean known = exchange.getRequestMethod().equals("GET") && stock.matches();
        String body = known
                ? "{\"item\":\"" + stock.group(1) + "\",\"available\":true}"
                : "{\"error\":\"not found\",\"message\":\"allowed: GET /stock/{item}\"}";
        send(exchange, known ? 200 : 404, body);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
