package io.gameday.reference.simulated;

import io.gameday.observability.Measurement;
import io.gameday.observability.Observer;
import io.gameday.observability.Outcome;
import io.gameday.reference.simulated.ModelledRouter.Answer;
import io.gameday.reference.simulated.ModelledRouter.Attempt;
import io.gameday.target.Reply;
import io.gameday.target.Traffic;
import io.gameday.target.Transfer;
import io.gameday.time.Clock;
import io.gameday.traffic.CustomerSchedule;
import io.gameday.traffic.OrderNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The customers, on the schedule of the real ones, and the canaries beside them.
final class ModelledCustomers implements Traffic {

    /// Part of every order's id.
    private static final String RUN = "simulation";

    private final Clock clock;
    private final RandomGenerator random;
    private final ModelledControlPlane plane;
    private final ModelledRouter router;
    private final ModelledNetwork network;
    private final ModelledCanaries canaries;
    private final Consumer<Measurement> signals;
    private final Map<String, List<Taken>> acknowledged = new LinkedHashMap<>();
    private Map<String, String> cells = Map.of();
    private @Nullable Sending sending;

    ModelledCustomers(Clock clock, RandomGenerator random, ModelledControlPlane plane, ModelledRouter router,
            ModelledNetwork network, ModelledCanaries canaries, Consumer<Measurement> signals) {
        this.clock = clock;
        this.random = random;
        this.plane = plane;
        this.router = router;
        this.network = network;
        this.canaries = canaries;
        this.signals = signals;
    }

    /// @param cell that took it
    private record Taken(String order, String cell) {
    }

    @Override
    public void start(Plan plan, Reply<Started> reply) {
        if (sending != null) {
            reply.failed("the customers were started before; they can be started once");
            return;
        }
        OrderNames names = new OrderNames(RUN, plan.customers());
        cells = plane.assign(names.all());
        sending = new Sending(names, new CustomerSchedule(plan.customers(), plan.rate(), plan.ramp(), random),
                plan.limit());
        sending.next();
        canaries.start(plan.limit());
        reply.ok(new Started(names.all()));
    }

    @Override
    public void stop(Reply<Stopped> reply) {
        canaries.stop();
        if (sending == null) {
            reply.ok(new Stopped(0));
        } else {
            sending.stop(reply);
        }
    }

    @Override
    public void readBack(Reply<ReadBack> reply) {
        Map<String, List<String>> lost = new TreeMap<>();
        long all = 0;
        long found = 0;
        for (var orders : acknowledged.entrySet()) {
            String customer = orders.getKey();
            for (Taken taken : orders.getValue()) {
                all++;
                if (network.stored(taken.cell, taken.order)) {
                    found++;
                } else {
                    lost.computeIfAbsent(customer, c -> new ArrayList<>()).add(taken.order);
                }
            }
        }
        reply.ok(new ReadBack(all, found, lost, Map.of()));
    }

    @Override
    public Optional<Transfer> transfer() {
        return Optional.ofNullable(sending).map(Sending::transfer);
    }

    /// From the first request to the last answer.
    private final class Sending {
        private final OrderNames names;
        private final CustomerSchedule schedule;
        private final Duration limit;
        private final long began = clock.ticks();
        private long sent;
        private long underWay;
        private long bytes;
        private long crossed;
        private boolean stopped;
        private long stoppedAt;
        private @Nullable Reply<Stopped> ended;

        Sending(OrderNames names, CustomerSchedule schedule, Duration limit) {
            this.names = names;
            this.schedule = schedule;
            this.limit = limit;
        }

        void next() {
            long due = began + schedule.due(sent);
            clock.at(Duration.ofNanos(Math.max(0, due - clock.ticks())), () -> {
                if (!stopped) {
                    send(schedule.customer(sent), schedule.round(sent), due);
                    sent++;
                    next();
                }
            });
        }

        private void send(int customer, int round, long due) {
            String name = names.customer(customer);
            long late = clock.ticks() - due;
            if (late >= limit.toNanos()) {
                // We stood still ourselves: the customer has gone without an answer.
                signals.accept(measured(name, new Answer(cells.get(name), List.of(), ModelledCanaries.NO_ANSWER),
                        Outcome.UNANSWERED, limit));
                return;
            }
            underWay++;
            String order = names.order(customer, round);
            router.order(name, ModelledOrder.usual(name, order),
                    answer -> finish(name, order, answer, Duration.ofNanos(clock.ticks() - due)));
        }

        private void finish(String customer, String order, Answer answer, Duration latency) {
            if (answer.transfer() != null) {
                bytes += answer.transfer().bytes();
                crossed += answer.transfer().crossed();
            }
            Outcome outcome = latency.compareTo(limit) > 0
                    ? Outcome.UNANSWERED
                    : ModelledCanaries.seen(answer.outcome());
            if (outcome == Outcome.USEFUL && answer.cell() != null) {
                acknowledged.computeIfAbsent(customer, c -> new ArrayList<>()).add(new Taken(order, answer.cell()));
            }
            Duration counted = outcome == Outcome.UNANSWERED ? limit : latency;
            signals.accept(measured(customer, answer, outcome, counted));
            // As the real customers do: each attempt is given the time of all, an upper bound.
            answer.attempts().forEach(attempt -> signals.accept(new Measurement(Observer.ATTEMPT, answer.cell(),
                    attempt.zone(), attempt.instance(), null, ModelledCanaries.seen(attempt.outcome()), counted)));
            underWay--;
            tellEnd();
        }

        private Measurement measured(String customer, Answer answer, Outcome outcome, Duration latency) {
            Attempt last = answer.attempts().isEmpty() ? null : answer.attempts().getLast();
            String cell = answer.cell() == null ? cells.get(customer) : answer.cell();
            return new Measurement(Observer.CUSTOMER, cell, last == null ? null : last.zone(),
                    last == null ? null : last.instance(), customer, outcome, latency);
        }

        void stop(Reply<Stopped> reply) {
            stopped = true;
            stoppedAt = clock.ticks();
            ended = reply;
            tellEnd();
        }

        Transfer transfer() {
            return new Transfer(bytes, crossed, Duration.ofNanos(stoppedAt - began));
        }

        private void tellEnd() {
            Reply<Stopped> told = ended;
            if (told != null && underWay == 0) {
                ended = null;
                told.ok(new Stopped(sent));
            }
        }
    }
}
