package io.gameday.report.paper;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A row of the run sheet. Of `bound`, `fault`, `operation`, `foretold` and `measured` one is there, as `kind` says.
///
/// @param number    1 for the first
/// @param at        from when, counted from the first injection; null where that is not the point
/// @param by        by when; null where it is about the whole run, or counts from what may never come
/// @param injection number of the row whose roll back is this one's; 0 where there is none
public record SheetRow(int number, Kind kind, @Nullable Duration at, @Nullable Duration by, @Nullable Bound bound,
        @Nullable PlannedFault fault, @Nullable PlannedOperation operation, @Nullable Foretold foretold,
        BlastRadius.@Nullable Measured measured, int injection) {

    /// What a row is about.
    public enum Kind {
        /// The steady state, before the first injection.
        STEADY, INJECT, PREDICTION, END,
        /// An operation begins.
        DO,
        /// It is taken back.
        BACK,
        /// A limit of the blast radius that only the run can tell.
        LIMIT,
        /// The steady state again, after the last fault.
        WELL_AGAIN
    }

    /// In order of time; what is about the whole run stands after what has a time.
    static List<SheetRow> all(List<Bound> steady, List<PlannedFault> faults, List<PlannedOperation> operations,
            List<Foretold> foretold, BlastRadius radius, Limits limits) {
        List<SheetRow> timed = new ArrayList<>();
        faults.forEach(fault -> timed.add(of(Kind.INJECT, fault.at(), null, fault)));
        operations.forEach(step -> timed.add(of(Kind.DO, step.at(), step)));
        foretold.stream().filter(line -> line.by() != null).forEach(
                line -> timed.add(new SheetRow(0, Kind.PREDICTION, null, line.by(), null, null, null, line, null, 0)));
        faults.stream().filter(fault -> fault.ends() != null)
                .forEach(fault -> timed.add(of(Kind.END, fault.ends(), fault.gone(), fault)));
        operations.stream().filter(step -> step.ends() != null)
                .forEach(step -> timed.add(of(Kind.BACK, step.ends(), step)));
        timed.sort(Comparator.comparing(SheetRow::time));
        List<SheetRow> rows = new ArrayList<>();
        steady.forEach(bound -> rows.add(new SheetRow(0, Kind.STEADY, null, null, bound, null, null, null, null, 0)));
        rows.addAll(timed);
        foretold.stream().filter(line -> line.by() == null).forEach(
                line -> rows.add(new SheetRow(0, Kind.PREDICTION, null, null, null, null, null, line, null, 0)));
        radius.measured()
                .forEach(limit -> rows.add(new SheetRow(0, Kind.LIMIT, null, null, null, null, null, null, limit, 0)));
        Duration gone = Stream
                .concat(faults.stream().map(fault -> fault.gone() == null ? fault.at() : fault.gone()),
                        operations.stream().map(step -> step.ends() == null ? step.at() : step.ends()))
                .max(Comparator.naturalOrder()).orElse(Duration.ZERO);
        steady.forEach(bound -> rows.add(
                new SheetRow(0, Kind.WELL_AGAIN, null, gone.plus(limits.settle()), bound, null, null, null, null, 0)));
        return numbered(rows);
    }

    private static SheetRow of(Kind kind, @Nullable Duration at, @Nullable Duration by, PlannedFault fault) {
        return new SheetRow(0, kind, at, by, null, fault, null, null, null, 0);
    }

    private static SheetRow of(Kind kind, @Nullable Duration at, PlannedOperation operation) {
        return new SheetRow(0, kind, at, null, null, null, operation, null, null, 0);
    }

    private Duration time() {
        return at != null ? at : by != null ? by : Duration.ZERO;
    }

    private static List<SheetRow> numbered(List<SheetRow> rows) {
        List<SheetRow> numbered = new ArrayList<>();
        for (SheetRow row : rows) {
            numbered.add(new SheetRow(numbered.size() + 1, row.kind, row.at, row.by, row.bound, row.fault,
                    row.operation, row.foretold, row.measured, injection(rows, row)));
        }
        return List.copyOf(numbered);
    }

    /// Of a prediction the row in which its step begins, and likewise of an end.
    private static int injection(List<SheetRow> rows, SheetRow row) {
        String step = row.foretold != null ? row.foretold.after() : row.step();
        for (int i = 0; i < rows.size(); i++) {
            Kind kind = rows.get(i).kind;
            if ((kind == Kind.INJECT || kind == Kind.DO) && rows.get(i).step().equals(step)) {
                return i + 1;
            }
        }
        return 0;
    }

    /// Empty for what no step is.
    private String step() {
        return fault != null ? fault.step() : operation != null ? operation.step() : "";
    }
}
