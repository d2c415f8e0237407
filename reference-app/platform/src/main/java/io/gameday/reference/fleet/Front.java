package io.gameday.reference.fleet;

import io.gameday.reference.policy.CellEvacuation;
import io.gameday.reference.policy.ClusterName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// What customers ask: a name with one stack behind it or with cells, of which each customer means one for a minute. Cells
/// with too few healthy hosts leave the name.
final class Front {

    private final String name;
    private final List<Stack> stacks;
    private final List<String> names;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> customers;
    private final double objectiveOff;
    private final CellEvacuation evacuation;
    private final ClusterName answers = new ClusterName();
    private final int[] cellOf;
    private final int[] customersIn;
    private final BitSet hurt = new BitSet();

    /// @param objectiveOff see [Fleet]
    Front(String name, List<Stack> stacks, int customers, CellEvacuation.Mode mode, double objectiveOff) {
        this.name = name;
        this.stacks = stacks;
        this.objectiveOff = objectiveOff;
        names = stacks.stream().map(Stack::name).toList();
        names.forEach(stack -> numbers.put(stack, numbers.size()));
        this.customers = IntStream.range(0, customers).mapToObj(i -> "c-" + i).toList();
        evacuation = new CellEvacuation(stacks.size() == 1 ? CellEvacuation.Mode.NONE : mode);
        cellOf = new int[customers];
        customersIn = new int[stacks.size()];
    }

    /// One minute with so many requests a second, of which every customer has as many.
    ///
    /// @param told gets what changes in the name
    void minute(int minute, double requests, Conditions conditions, RandomGenerator random,
            Consumer<CellEvacuation.Change> told) {
        draw(minute, random);
        for (int i = 0; i < stacks.size(); i++) {
            stacks.get(i).minute(minute, requests * customersIn[i] / customers.size(), conditions);
        }
        hurt.clear();
        for (int customer = 0; customer < cellOf.length; customer++) {
            if (stacks.get(cellOf[customer]).failedShare() >= objectiveOff) {
                hurt.set(customer);
            }
        }
        look(minute).forEach(told);
    }

    private void draw(int minute, RandomGenerator random) {
        Arrays.fill(customersIn, 0);
        List<String> inName = stacks.size() == 1 ? names : evacuation.inName(names);
        for (int customer = 0; customer < cellOf.length; customer++) {
            // An answer is kept for a minute, so each minute asks anew.
            cellOf[customer] = stacks.size() == 1
                    ? 0
                    : answers.cell(customers.get(customer), inName, Stack.ticks(minute, 0), random).map(numbers::get)
                            .orElseThrow();
            customersIn[cellOf[customer]]++;
        }
    }

    private List<CellEvacuation.Change> look(int minute) {
        if (stacks.size() == 1) {
            return List.of();
        }
        Map<String, CellEvacuation.Hosts> seen = new LinkedHashMap<>();
        stacks.forEach(stack -> seen.put(stack.name(), stack.seen()));
        List<CellEvacuation.Change> changes = new ArrayList<>();
        for (int second = 0; second < Stack.SECONDS; second++) {
            changes.addAll(evacuation.look(seen, Stack.ticks(minute, second)));
        }
        return changes;
    }

    String name() {
        return name;
    }

    List<Stack> stacks() {
        return stacks;
    }

    int customers() {
        return customers.size();
    }

    /// Numbers of the customers hurt in the newest minute.
    BitSet hurt() {
        return hurt;
    }

    double load() {
        return stacks.stream().mapToDouble(Stack::load).sum();
    }

    double failed() {
        return stacks.stream().mapToDouble(Stack::failed).sum();
    }
}
