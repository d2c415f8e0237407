package io.gameday.console.live.fleet;

import io.gameday.console.control.State;
import io.gameday.journal.view.Words;
import io.gameday.observability.Tally;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// How many cells stand at one moment.
///
/// @param zones    from top to bottom of a cell's boxes
/// @param cells    in the order of the run's start
/// @param hurtEver cells whose customers were worse off than 99.9 % over any 10 s since the first fault
public record Fleet(List<Zone> zones, List<Cell> cells, int hurtEver) {

    public static final Fleet EMPTY = new Fleet(List.of(), List.of(), 0);

    public Fleet {
        zones = List.copyOf(zones);
        cells = List.copyOf(cells);
    }

    /// @param customers what customers got there in the last 10 s
    /// @param boxes     cells by the state of their box there
    /// @param starting  cells with a task there that has been placed and does not answer yet
    public record Zone(String name, State state, Tally customers, Map<State, Integer> boxes, int starting) {
    }

    /// @param customers what its customers got in the last 10 s; without quantiles
    /// @param p99       of the newest second, such as `≥ 956 ms`
    /// @param alarmed   when an alarm about it was raised first, after the first fault, such as `+4.1 s`; empty where none was
    public record Cell(String name, List<Box> boxes, Tally customers, String p99, String alarmed) {

        public boolean hurt() {
            return customers.requests() > 0 && customers.availability().orElseThrow() < Words.WELL;
        }

        private double useful() {
            return customers.availability().orElse(2);
        }
    }

    /// A cell's part in a zone; the worst of what is true of it.
    ///
    /// @param state    [State#PLAIN] where the cell has nothing in the zone
    /// @param starting a task has been placed there and does not answer yet
    public record Box(State state, boolean starting) {
    }

    /// Cells whose customers are worse off than 99.9 % now, the worst first.
    public List<Cell> hurt() {
        return cells.stream().filter(Cell::hurt).sorted(Comparator.comparingDouble(Cell::useful)).toList();
    }

    /// All cells, the worst first: those whose customers get least, then those with most dead boxes.
    public List<Cell> worstFirst() {
        return cells.stream()
                .sorted(Comparator.comparing((Cell cell) -> !cell.hurt()).thenComparingDouble(Cell::useful)
                        .thenComparing(cell -> -cell.boxes().stream().filter(box -> box.state() == State.DEAD).count()))
                .toList();
    }
}
