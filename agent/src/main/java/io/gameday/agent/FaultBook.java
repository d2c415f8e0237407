package io.gameday.agent;

import io.gameday.agent.ledger.Ledger;
import io.gameday.agent.ledger.LedgerEntry;
import io.gameday.agent.ledger.LedgerFailure;
import io.gameday.agent.ledger.Standing;
import io.gameday.agent.ledger.Standing.Stage;
import io.gameday.agent.prober.Suspects;
import io.gameday.target.FaultPlan;
import io.gameday.target.Observation;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// How the faults of one run stand, as the agent remembers and the ledger keeps it. Belongs to one loop.
final class FaultBook {

    private final String run;
    private final Ledger ledger;
    private final Consumer<String> log;
    private final Map<String, Standing> faults = new LinkedHashMap<>();
    /// In which order faults were begun and were over for certain; unknown is when an earlier agent began one.
    private final Map<String, Integer> begun = new HashMap<>();
    private final Map<String, Integer> over = new HashMap<>();
    private int steps;
    private final Map<String, Instant> renewed = new HashMap<>();
    private final Map<String, Sight> sights = new HashMap<>();
    private final LedgerTail tail = new LedgerTail();

    /// @param log told what could not be written after an intent, or not copied
    FaultBook(String run, Ledger ledger, Consumer<String> log) {
        this.run = run;
        this.ledger = ledger;
        this.log = log;
        ledger.onCopyFailure(log);
    }

    /// Takes over what an earlier agent of this run wrote.
    void adopt(Map<String, Standing> earlier) {
        faults.putAll(earlier);
        earlier.values().stream().filter(fault -> !fault.mayBeInForce()).forEach(fault -> over.put(fault.id(), steps));
    }

    private record Sight(Observation seen, Instant at) {
    }

    /// The ledger's entries, those of earlier agents included once they were added.
    LedgerTail tail() {
        return tail;
    }

    /// The lease of a fault begins anew.
    void renewed(String id, Instant at) {
        renewed.put(id, at);
    }

    void seen(String id, Observation seen, Instant at) {
        sights.put(id, new Sight(seen, at));
    }

    Optional<FaultState> state(String id) {
        return find(id).map(fault -> {
            LedgerEntry.Intent intent = fault.intent();
            Instant granted = fault.stage() == Stage.IN_FORCE ? renewed.get(id) : null;
            Sight sight = sights.get(id);
            return new FaultState(id, run, fault.stage(), intent.plan(), intent.duration(), intent.lease(),
                    granted == null ? null : granted.plus(intent.lease()), sight == null ? null : sight.seen(),
                    sight == null ? null : sight.at(), intent.undo());
        });
    }

    /// @throws LedgerFailure when it could not be written down; nothing may be touched then
    void begin(LedgerEntry.Intent intent) {
        tail.add(ledger.append(intent));
        begun.put(intent.id(), ++steps);
        faults.put(intent.id(), new Standing(run, intent, Stage.INTENDED));
    }

    /// Writes down what happened to a fault after its intent. What cannot be written goes on all the same: a full disk
    /// must not keep a fault in force.
    void note(LedgerEntry entry) {
        try {
            tail.add(ledger.append(entry));
        } catch (LedgerFailure unwritten) {
            log.accept(unwritten.getMessage() + " Not written: " + entry);
        }
    }

    void note(LedgerEntry entry, String id, Stage stage) {
        note(entry);
        move(id, stage);
    }

    void move(String id, Stage stage) {
        faults.computeIfPresent(id, (name, fault) -> fault.at(stage));
        if (stage == Stage.ENDED) {
            over.putIfAbsent(id, steps);
        }
    }

    Optional<Standing> find(String id) {
        return Optional.ofNullable(faults.get(id));
    }

    boolean holds(String id) {
        return faults.containsKey(id);
    }

    /// @throws java.util.NoSuchElementException when it does not hold the fault
    Stage stage(String id) {
        return find(id).orElseThrow().stage();
    }

    List<Standing> mayBeInForce() {
        return faults.values().stream().filter(Standing::mayBeInForce).toList();
    }

    /// What may be in force, as it was planned.
    List<FaultPlan> plansInForce() {
        return mayBeInForce().stream().filter(fault -> fault.stage() != Stage.REVERTED)
                .map(fault -> fault.intent().plan()).toList();
    }

    /// What the faults other than `id` may have hit themselves, which excuses it. One that was over before `id` was
    /// begun excuses nobody: whoever was well by then was not hit by it.
    Suspects suspects(String id) {
        Set<String> zones = new HashSet<>();
        Set<String> tasks = new HashSet<>();
        int since = begun.getOrDefault(id, 0);
        List<Standing> others = faults.values().stream()
                .filter(fault -> !fault.id().equals(id) && over.getOrDefault(fault.id(), since) >= since).toList();
        others.forEach(fault -> {
            if (fault.mayBeInForce() && fault.fault().lasting()) {
                zones.addAll(fault.intent().plan().zones());
            }
            fault.intent().reach().planned().forEach(place -> tasks.add(place.task()));
        });
        return new Suspects(zones, tasks);
    }
}
