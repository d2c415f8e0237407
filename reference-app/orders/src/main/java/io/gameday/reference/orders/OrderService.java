package io.gameday.reference.orders;

import java.util.Optional;
import org.springframework.stereotype.Service;

/// The work behind a request. This is the one class Chaos Monkey watches (its `service` watcher is the only one on),
/// so that an assault hits a request once; it strikes while the request holds its slot, as slow code does.
/// Neither class nor methods may be final or private: Chaos Monkey wraps them in a proxy.
@Service
class OrderService {
    private final OrderDatabase database;
    private final Stock stock;
    private final TaskSettings settings;

    OrderService(OrderDatabase database, Stock stock, TaskSettings settings) {
        this.database = database;
        this.stock = stock;
        this.settings = settings;
    }

    /// Writes the order, reads it back and asks inventory. The same id again changes nothing.
    Placed place(OrderRequest request) throws InterruptedException {
        boolean isNew = database.write(request, settings.instance());
        Order order = database.read(request.id()).orElseThrow(
                () -> new IllegalStateException("order " + request.id() + " was written and is not there"));
        return new Placed(order, isNew, stock.ask(order.item()));
    }

    Optional<Order> find(String id) {
        return database.read(id);
    }

    /// The cheapest round trip to the database.
    void probe() {
        database.probe();
    }

    /// @param isNew false when the id was known already
    record Placed(Order order, boolean isNew, Stock.Answer stock) {
    }
}
