package io.gameday.agent.prober;

import io.gameday.agent.ledger.Reach;
import io.gameday.http.HttpCaller;
import io.gameday.http.HttpRequest;
import io.gameday.process.ProcessIdentity;
import io.gameday.target.Fault;
import io.gameday.target.Observation;
import io.gameday.target.Observation.Presence;
import io.gameday.time.Clock;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// Looks, as a customer or an operator would, at whether a fault bites or is gone. It shares no code with the drivers
/// and never asks what they ask: a driver that does nothing, or hits another zone, is found out. What is looked at for
/// which kind: docs/proof.md.
///
/// ```
///        ┌─ GET /canary, POST /orders ─► 127.0.n.k:p   each task, in reach or not
/// prober ┼─ GET /                     ─► 127.0.n.1:p   each zone's machine
///        ├─ GET /topology, /services  ─► control plane
///        └─ GET /attempts, /evicted   ─► router
/// ```
///
/// Answers on the loop, and belongs to it.
public final class Prober {

    /// The longest that [#observe] takes: its patience, one look that began right before its end, and a second one at
    /// what was hit outside the plan.
    public static final Duration LONGEST = Duration.ofSeconds(35);

    /// Enough to see that nobody ends for three seconds.
    private static final Duration SHORT = Duration.ofSeconds(4);
    /// So long after it was first seen a stranger must still be hit.
    private static final Duration CONFIRM = Duration.ofMillis(500);

    private final Clock clock;
    private final SyntheticCustomer customer;
    private final LongSupplier answers;

    public Prober(HttpCaller caller, Clock clock, Executor loop) {
        this(caller, clock, loop, new SecureRandom(), () -> 0);
    }

    /// @param answers to the requests of a surge so far, where this process sends them
    public Prober(HttpCaller caller, Clock clock, Executor loop, LongSupplier answers) {
        this(caller, clock, loop, new SecureRandom(), answers);
    }

    /// @param chance names the orders it places; they must not be used twice
    Prober(HttpCaller caller, Clock clock, Executor loop, RandomGenerator chance) {
        this(caller, clock, loop, chance, () -> 0);
    }

    private Prober(HttpCaller caller, Clock clock, Executor loop, RandomGenerator chance, LongSupplier answers) {
        this.clock = clock;
        this.answers = answers;
        customer = new SyntheticCustomer(caller, clock, loop, chance);
    }

    /// The same reach, with how it stands right now, as far as `fault` will be compared with it.
    public void baseline(Fault fault, Reach reach, Consumer<Reach> then) {
        Inquiries.knock(customer, reach, look -> {
            Reach known = new Reach(
                    reach.machines().stream()
                            .map(machine -> new Reach.Machine(machine.zone(), machine.address(), look.powered(machine)))
                            .toList(),
                    reach.places().stream().map(place -> place.answered(look.answers(place.address()))).toList(),
                    reach.doors(), reach.calm());
            new Baseline(customer, clock).of(fault, known, then);
        });
    }

    /// Looks again and again until `wanted` shows or patience is over; answers the last look. Mixed or unanswered is
    /// [Presence#UNKNOWN].
    ///
    /// @param wanted [Presence#BITES] after an injection, [Presence#GONE] after a revert
    public void observe(Fault fault, Reach reach, Suspects suspects, Presence wanted, Consumer<Observation> then) {
        Inquiry inquiry = inquiry(fault, reach, suspects, wanted);
        new Watch(inquiry, inquiry.patience(), wanted, then).look();
    }

    /// Looks for [Presence#GONE] like [#observe], but with less patience: for who tries again himself.
    public void confirmGone(Fault fault, Reach reach, Suspects suspects, Consumer<Observation> then) {
        Inquiry inquiry = inquiry(fault, reach, suspects, Presence.GONE);
        Duration patience = inquiry.patience().compareTo(SHORT) < 0 ? inquiry.patience() : SHORT;
        new Watch(inquiry, patience, Presence.GONE, then).look();
    }

    private Inquiry inquiry(Fault fault, Reach reach, Suspects suspects, Presence wanted) {
        return new Inquiries(customer, clock, fault, Scene.of(fault.scope(), reach, suspects, wanted), answers)
                .inquiry();
    }

    /// The looks of one observation.
    private final class Watch {
        private final Inquiry inquiry;
        private final Presence wanted;
        private final Consumer<Observation> then;
        private final long deadline;
        /// When each stranger was first seen hit, without a break since.
        private final Map<String, Long> strangers = new HashMap<>();

        Watch(Inquiry inquiry, Duration patience, Presence wanted, Consumer<Observation> then) {
            this.inquiry = inquiry;
            this.wanted = wanted;
            this.then = then;
            deadline = clock.ticks() + patience.toNanos();
        }

        void look() {
            inquiry.once().look(this::judge);
        }

        private void judge(Finding finding) {
            long now = clock.ticks();
            strangers.keySet().retainAll(finding.strangers());
            finding.strangers().forEach(stranger -> strangers.putIfAbsent(stranger, now));
            List<String> certain = finding.strangers().stream()
                    .filter(stranger -> now - strangers.getOrDefault(stranger, now) >= CONFIRM.toNanos()).toList();
            boolean doubtful = certain.size() < finding.strangers().size();
            Observation seen = finding.observation(finding.strangers());
            if (seen.presence() == wanted || decided(certain) || now - deadline >= (doubtful ? CONFIRM.toNanos() : 0)) {
                then.accept(finding.observation(certain));
            } else {
                clock.at(doubtful ? CONFIRM : inquiry.pause(), this::look);
            }
        }

        private boolean decided(List<String> certain) {
            return wanted == Presence.BITES && inquiry.outside() == Inquiry.Outside.DECIDES && !certain.isEmpty();
        }
    }

    /// Whether nothing of the target is left: `host` and every address of `reach` refuse connections, and every process
    /// that is known has ended. A fault is then gone with what it was aimed at.
    public void deserted(Reach reach, String host, Consumer<Boolean> then) {
        Map<String, HttpRequest> doors = new HashMap<>(Map.of(host, SyntheticCustomer.canary()));
        // While its proxy or its Chaos Monkey is there, a fault of a system of a team's own may be there too.
        reach.own().stream().flatMap(own -> Stream.of(own.place().toxiproxy(), own.place().actuator()))
                .filter(Objects::nonNull)
                .forEach(address -> doors.put(address.hostPort(), HttpRequest.get(address.path() + "/")));
        reach.machines().forEach(machine -> doors.put(machine.address(), SyntheticCustomer.canary()));
        reach.places().forEach(place -> doors.put(place.address(), SyntheticCustomer.canary()));
        doors.putAll(SyntheticCustomer.own(reach));
        customer.knock(doors,
                look -> then.accept(look.sights().values().stream().allMatch(Sight.Refuses.class::isInstance)
                        && reach.places().stream().map(Reach.Place::process).filter(Objects::nonNull)
                                .noneMatch(ProcessIdentity::alive)));
    }
}
