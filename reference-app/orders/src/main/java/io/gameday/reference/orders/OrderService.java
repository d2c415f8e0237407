package io.gameday.reference.orders;

import io.gameday.reference.orders.MinimumHold.Pause;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// The work behind a request. This is the one class Chaos Monkey watches (its `service` watcher is the only one on),
/// so that an assault hits a request once; it strikes while the request holds its slot, as slow code does.
/// Neither class nor methods may be final or private: Chaos Monkey wraps them in a proxy.
@Service
class OrderService {
    /// What [Defect#SLOW] adds to an order.
    static final Duration SLOWNESS = Duration.ofMillis(400);

    private final OrderDatabase database;
    private final Stock stock;
    private final TaskSettings settings;
    private final Shelves shelves;
    private final Pause pause;

    OrderService(OrderDatabase database, Stock stock, TaskSettings settings, Pause pause) {
        this.database = database;
        this.stock = stock;
        this.settings = settings;
        this.shelves = Shelves.asBuilt(settings.defect() == Defect.ERRORS);
        this.pause = pause;
    }

    /// Asks inventory, writes the order, reads it back and makes the pick list. The same id again changes nothing.
    ///
    /// @throws StockNeeded when inventory is a hard dependency and said nothing; nothing has been written then
    Placed place(OrderRequest request) throws InterruptedException {
        if (settings.defect() == Defect.SLOW) {
            pause.spend(SLOWNESS);
        }
        Stock.Answer answer = stock.ask(request.item());
        if (settings.stock().needed() && answer.state().equals("unknown")) {
            throw new StockNeeded(answer);
        }
        boolean isNew = database.write(request, settings.instance());
        Order order = database.read(request.id()).orElseThrow(
                () -> new IllegalStateException("order " + request.id() + " was written and is not there"));
        PickList picks = PickList.of(order, shelves.piecesFromEach(order));
        return new Placed(order, isNew, answer, picks);
    }

    Optional<Order> find(String id) {
        return database.read(id);
    }

    /// The cheapest round trip to the database.
    void probe() {
        database.probe();
    }

    /// @param isNew false when the id was known already
    record Placed(Order order, boolean isNew, Stock.Answer stock, PickList picks) {
    }
}
