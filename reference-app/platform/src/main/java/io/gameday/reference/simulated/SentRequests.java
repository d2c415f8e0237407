package io.gameday.reference.simulated;

import io.gameday.reference.host.Effect;
import io.gameday.target.Fault;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Faults that are nothing but requests, sent by way of the router as any customer does: a customer's deadly order once a
/// second, or new customers all at once. What becomes of these requests nobody measures.
final class SentRequests implements Effect {

    private static final int SURGE_CUSTOMERS = 40;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Clock clock;
    private final ModelledControlPlane plane;
    private final ModelledRouter router;

    SentRequests(Clock clock, ModelledControlPlane plane, ModelledRouter router) {
        this.clock = clock;
        this.plane = plane;
        this.router = router;
    }

    @Override
    public void apply(String id, Fault fault, Consumer<Applying> then) {
        Sending sending = switch (fault) {
            case Fault.PoisonPill(String customer) -> new Sending(id, List.of(customer), ModelledOrder::poison);
            case Fault.Surge surge -> new Sending(id, IntStream.rangeClosed(1, SURGE_CUSTOMERS)
                    .mapToObj(n -> "surge-" + (n < 10 ? "0" : "") + n).toList(), ModelledOrder::usual);
            default -> throw new IllegalArgumentException(fault.kind() + " is not made of requests");
        };
        plane.assign(sending.customers);
        Duration period = fault instanceof Fault.Surge(double rate)
                ? Duration.ofNanos(Math.round(SECOND.toNanos() / rate))
                : SECOND;
        sending.next();
        Clock.Cancellable timer = clock.every(period, sending::next);
        then.accept(new Applying.Applied(done -> {
            timer.cancel();
            done.run();
        }));
    }

    private final class Sending {
        private final String id;
        private final List<String> customers;
        private final BiFunction<String, String, ModelledOrder> order;
        private int sent;

        Sending(String id, List<String> customers, BiFunction<String, String, ModelledOrder> order) {
            this.id = id;
            this.customers = customers;
            this.order = order;
        }

        void next() {
            String customer = customers.get(sent % customers.size());
            router.order(customer, order.apply(customer, id + "-" + sent++), answer -> {
                // Seen by the customers, the canaries and whoever looks at the fault.
            });
        }
    }
}
