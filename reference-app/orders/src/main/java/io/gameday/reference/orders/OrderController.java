package io.gameday.reference.orders;

import io.gameday.reference.orders.OrderService.Placed;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ServerHttpObservationFilter;

/// The service's interface. A request waits for its slot on a virtual thread, which costs next to nothing.
@RestController
class OrderController {
    private final OrderService orders;
    private final Admission admission;
    private final MinimumHold hold;
    private final RequestLog log;
    private final TaskSettings settings;

    OrderController(OrderService orders, Admission admission, MinimumHold hold, RequestLog log, TaskSettings settings) {
        this.orders = orders;
        this.admission = admission;
        this.hold = hold;
        this.log = log;
        this.settings = settings;
    }

    @PostMapping("/orders")
    ResponseEntity<Map<String, Object>> place(@RequestBody OrderRequest request, HttpServletRequest http)
            throws InterruptedException {
        return withSlot(http, began -> {
            Placed placed = orders.place(request);
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("id", placed.order().id());
            answer.put("status", "accepted");
            answer.put("stock", placed.stock().state());
            answer.putAll(identity());
            int status = placed.isNew() ? 201 : 200;
            log.write("POST /orders", status, details(request, placed, began));
            hold.finish(began);
            return ResponseEntity.status(status).body(answer);
        });
    }

    /// Tells whether an order could get through: the same queue and slots as an order, held only for a round trip.
    @GetMapping("/canary")
    ResponseEntity<Map<String, Object>> canary(HttpServletRequest http) throws InterruptedException {
        return withSlot(http, began -> {
            orders.probe();
            log.write("GET /canary", 200, Map.of("refusedBefore", admission.takeRefused()));
            return ResponseEntity.ok(identity());
        });
    }

    @GetMapping("/orders/{id}")
    ResponseEntity<?> find(@PathVariable String id) {
        Optional<Order> order = orders.find(id);
        log.write("GET /orders/{id}", order.isPresent() ? 200 : 404, Map.of("id", id));
        if (order.isEmpty()) {
            return failure(404, "not found", "no order has the id '" + id + "' in " + settings.cell());
        }
        return ResponseEntity.ok(order.get());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> onInvalidRequest(HttpMessageNotReadableException e) {
        Throwable cause = e.getMostSpecificCause();
        return failure(400, "invalid", String.valueOf(cause.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> onDatabaseFailure(DataAccessException e) {
        return loggedFailure(503, "database unavailable", e);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> onStockNeeded(StockNeeded e) {
        return loggedFailure(503, "inventory unavailable", e);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> onEnd(InterruptedException e) {
        Thread.currentThread().interrupt();
        return failure(503, "ending", settings.instance() + " is ending; send the request to another instance");
    }

    /// Anything else is a fault of this code, or one that Chaos Monkey gave it.
    @ExceptionHandler
    ResponseEntity<Map<String, Object>> onFault(RuntimeException e) {
        return loggedFailure(500, "failed", e);
    }

    private ResponseEntity<Map<String, Object>> withSlot(HttpServletRequest http, Work work)
            throws InterruptedException {
        Admission.Ticket entered = admission.enter();
        if (entered == null) {
            return overloaded(http);
        }
        try (Admission.Ticket ticket = entered) {
            ticket.awaitSlot();
            return work.run(System.nanoTime());
        }
    }

    /// 503 alone may also mean that the database is away: the header tells the router, the exception's name who scrapes.
    private ResponseEntity<Map<String, Object>> overloaded(HttpServletRequest http) {
        ServerHttpObservationFilter.findObservationContext(http)
                .ifPresent(observed -> observed.setError(Overloaded.REFUSED));
        ResponseEntity<Map<String, Object>> answer = failure(503, "overloaded",
                settings.slots() + " slots are held and " + admission.places()
                        + " requests wait, which is all that may; send the request to another instance");
        return ResponseEntity.status(503).header("x-gameday-overloaded", "true").body(answer.getBody());
    }

    /// Nothing is thrown: it only names the reason where requests are counted.
    private static final class Overloaded extends Exception {
        private static final long serialVersionUID = 1;
        private static final Overloaded REFUSED = new Overloaded();

        private Overloaded() {
            super("overloaded", null, false, false);
        }
    }

    private Map<String, Object> details(OrderRequest request, Placed placed, long began) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("id", request.id());
        details.put("customer", request.customer());
        details.put("item", request.item());
        details.put("picks", placed.picks().lines().size());
        details.put("stock", placed.stock().state());
        if (placed.stock().problem() != null) {
            details.put("stockProblem", placed.stock().problem());
        }
        details.put("workMicroseconds", (System.nanoTime() - began) / 1000);
        details.put("waiting", admission.waiting());
        details.put("refusedBefore", admission.takeRefused());
        return details;
    }

    private Map<String, Object> identity() {
        Map<String, Object> identity = new LinkedHashMap<>();
        identity.put("instance", settings.instance());
        identity.put("zone", settings.zone());
        identity.put("cell", settings.cell());
        identity.put("revision", settings.revision());
        return identity;
    }

    private ResponseEntity<Map<String, Object>> loggedFailure(int status, String error, Exception e) {
        String message = e.getClass().getSimpleName() + ": " + e.getMessage();
        log.write("failed", status, Map.of("error", error, "message", message));
        return failure(status, error, message);
    }

    private ResponseEntity<Map<String, Object>> failure(int status, String error, String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", error);
        body.put("message", message);
        body.putAll(identity());
        return ResponseEntity.status(status).body(body);
    }

    /// What is done with a slot, given when it was got (in ticks).
    private interface Work {
        ResponseEntity<Map<String, Object>> run(long began) throws InterruptedException;
    }
}
