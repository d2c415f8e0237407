package io.gameday.report.paper;

import io.gameday.experiment.Experiment;
import io.gameday.experiment.Experiment.Routing;
import io.gameday.target.FaultPlan;
import io.gameday.target.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What all steps together would reach, as computed before anything is touched, beside what the file allows.
///
/// @param doubt    why it is not known; empty where it is
/// @param reached  zones, cells, tasks and customers in reach; empty where that is not known
/// @param measured what only the run can tell, with its limit
public record BlastRadius(String doubt, List<Part> reached, List<Measured> measured) {

    /// @param names empty where the number says all
    /// @param most  that the file allows; empty is no limit
    /// @param over  more is reached than allowed, so the run will not be started
    public record Part(Kind kind, long count, long ofAll, List<String> names, String most, boolean over) {
    }

    /// What is counted before anything runs.
    public enum Kind {
        ZONES, CELLS, TASKS, CUSTOMERS
    }

    /// @param most share that the file allows, such as `25 %`
    public record Measured(Kind kind, String most) {
        /// What is counted while it runs.
        public enum Kind {
            CUSTOMERS, FAILED
        }
    }

    /// @param plans one for each step; empty where `doubt` says why
    static BlastRadius of(Experiment experiment, List<FaultPlan> plans, String doubt) {
        var limit = experiment.prepare().blastRadius();
        List<Measured> measured = new ArrayList<>();
        add(measured, Measured.Kind.CUSTOMERS, limit.customersPercent());
        add(measured, Measured.Kind.FAILED, limit.failedOrdersPercent());
        if (!doubt.isEmpty()) {
            return new BlastRadius(doubt, List.of(), List.copyOf(measured));
        }
        var system = experiment.system();
        List<String> zones = system.zones().stream().filter(distinct(plans, plan -> plan.zones().stream())::contains)
                .toList();
        List<String> cells = system.cellNames().stream()
                .filter(distinct(plans, plan -> plan.cells().stream())::contains).toList();
        List<String> tasks = distinct(plans, plan -> plan.tasks().stream().map(Task::id));
        int customers = experiment.traffic().customers();
        return new BlastRadius("",
                List.of(part(Kind.ZONES, zones, system.zones().size(), limit.zones()),
                        part(Kind.CELLS, cells, system.cells(), limit.cells()),
                        part(Kind.TASKS, tasks, system.layout().parts().size(), limit.tasks()),
                        new Part(Kind.CUSTOMERS, inReach(experiment, cells.size()), customers, List.of(), "", false)),
                List.copyOf(measured));
    }

    /// Customers whose cell has a task in reach, spread evenly as near as whole numbers go. Who uses the cluster's name
    /// may be sent to any cell.
    private static long inReach(Experiment experiment, int cells) {
        int all = experiment.traffic().customers();
        return experiment.system().routing() == Routing.CLUSTER
                ? cells == 0 ? 0 : all
                : (long) Math.ceil((double) all * cells / experiment.system().cells());
    }

    private static Part part(Kind kind, List<String> names, int all, @Nullable Integer most) {
        return new Part(kind, names.size(), all, kind == Kind.TASKS ? List.of() : names,
                most == null ? "" : String.valueOf(most), most != null && names.size() > most);
    }

    private static void add(List<Measured> measured, Measured.Kind kind, @Nullable Double percent) {
        if (percent != null) {
            measured.add(new Measured(kind, number(percent) + " %"));
        }
    }

    private static List<String> distinct(List<FaultPlan> plans, Function<FaultPlan, Stream<String>> names) {
        return List.copyOf(new TreeSet<>(plans.stream().flatMap(names).toList()));
    }

    /// Without a point where there is nothing after it.
    static String number(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.format(Locale.ROOT, "%s", number);
    }
}
