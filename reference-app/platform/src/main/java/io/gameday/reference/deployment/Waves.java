package io.gameday.reference.deployment;

import java.util.ArrayList;
import java.util.List;

/// The order in which units get a revision: the first unit alone, then the rest of its cell, then all other cells (facts A10
/// and B11). Nobody has to press a button between them.
public final class Waves {

    private Waves() {
    }

    /// @param units    of the cells concerned, in the order of cells, and of zones within a cell
    /// @param allAtOnce for comparison: one wave of everything
    static List<List<Unit>> of(List<Unit> units, boolean allAtOnce) {
        if (units.isEmpty() || allAtOnce) {
            return List.of(List.copyOf(units));
        }
        Unit first = units.getFirst();
        List<Unit> cell = units.stream().skip(1).filter(unit -> unit.cell().equals(first.cell())).toList();
        List<Unit> rest = units.stream().filter(unit -> !unit.cell().equals(first.cell())).toList();
        List<List<Unit>> waves = new ArrayList<>(List.of(List.of(first), cell, rest));
        waves.removeIf(List::isEmpty);
        return List.copyOf(waves);
    }
}
