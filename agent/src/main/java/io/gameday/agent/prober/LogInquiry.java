package io.gameday.agent.prober;

import io.gameday.agent.ledger.Doors;
import io.gameday.time.Clock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Places an order at each task and looks for a line about it at the log sink.
final class LogInquiry {

    private static final String MEASURE = "lines at the log sink";
    private static final Duration LINE_LIMIT = Duration.ofSeconds(2);
    private static final Duration MOMENT = Duration.ofMillis(100);

    private final SyntheticCustomer customer;
    private final Clock clock;
    private final Scene scene;
    private final Doors doors;

    LogInquiry(SyntheticCustomer customer, Clock clock, Scene scene, Doors doors) {
        this.customer = customer;
        this.clock = clock;
        this.scene = scene;
        this.doors = doors;
    }

    void look(Consumer<Finding> then) {
        try {
            new Trace(new SinkFile(Path.of(doors.appFolder())), then).begin();
        } catch (IOException unreadable) {
            blind(unreadable, then);
        }
    }

    private void blind(IOException unreadable, Consumer<Finding> then) {
        then.accept(Finding.blind(scene, MEASURE, "cannot be read: " + unreadable.getMessage(), "a file to look into"));
    }

    /// One order at each task, and where its line went.
    private final class Trace {
        private final SinkFile sink;
        private final Consumer<Finding> then;
        private final Map<String, String> to = new HashMap<>();
        private final Map<String, Sight> orders = new HashMap<>();
        private final long deadline = clock.ticks() + LINE_LIMIT.toNanos();

        Trace(SinkFile sink, Consumer<Finding> then) {
            this.sink = sink;
            this.then = then;
        }

        void begin() {
            scene.bystanders().forEach(place -> to.put(customer.name(), place.address()));
            scene.standing().forEach(place -> to.put(customer.name(), place.address()));
            if (to.isEmpty()) {
                judge(Set.of());
            }
            to.forEach((id, address) -> customer.ask(address, SyntheticCustomer.order(id), LINE_LIMIT, sight -> {
                orders.put(id, sight);
                if (orders.size() == to.size()) {
                    search();
                }
            }));
        }

        private void search() {
            try {
                Set<String> arrived = sink.holds(to.keySet());
                if (arrived.size() == to.size() || clock.ticks() - deadline >= 0) {
                    judge(arrived);
                } else {
                    clock.at(MOMENT, this::search);
                }
            } catch (IOException unreadable) {
                blind(unreadable, then);
            }
        }

        private void judge(Set<String> arrived) {
            then.accept(new LogJudgement(scene).of(new LogJudgement.Trail(orders, to, arrived)));
        }
    }
}
