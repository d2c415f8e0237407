package io.gameday.experiment;

import io.gameday.observability.Layout;
import io.gameday.observability.alarm.MetricAlarm;
import io.gameday.observability.alarm.composite.CompositeRule;
import io.gameday.target.Fault;
import io.gameday.target.Operation;
import io.gameday.target.OwnSystem;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One experiment: the phases of a game day as sections of a file.
///
/// @param name       the file's name without its ending
/// @param hypothesis one sentence that the run holds or breaks
/// @param metricAlarms alarms of the file's own, over what is measured
/// @param composites alarms over others; each stands after those that its rule and its suppressor name
/// @param pageOn     alarms that page, each place of each an incident of its own; where empty, all alarms are one
/// @param escalation who is paged of an incident, in the order of `after`; at least one
/// @param graded     whose alarms and pages are graded
/// @param steps      what is broken
/// @param operations what is done besides, by the operators' means
/// @param tags       what it is found by; the first is its theme
public record Experiment(String name, String title, String hypothesis, SystemUnderTest system, Customers traffic,
        Prepare prepare, List<Step> steps, List<MetricAlarm> metricAlarms, List<Composite> composites,
        List<Expectation> detect, List<String> pageOn, List<Escalation> escalation, List<Expectation> respond,
        Learn learn, Graded graded, List<Doing> operations, List<String> tags) {

    /// An experiment that grades Gameday's own alarms and pages.
    public Experiment(String name, String title, String hypothesis, SystemUnderTest system, Customers traffic,
            Prepare prepare, List<Step> steps, List<MetricAlarm> metricAlarms, List<Composite> composites,
            List<Expectation> detect, List<String> pageOn, List<Escalation> escalation, List<Expectation> respond,
            Learn learn) {
        this(name, title, hypothesis, system, traffic, prepare, steps, metricAlarms, composites, detect, pageOn,
                escalation, respond, learn, Graded.OWN, List.of(), List.of());
    }

    /// What catalogs group it by; empty where the file gives no tags.
    public String theme() {
        return tags.isEmpty() ? "" : tags.getFirst();
    }

    /// Alarms that predictions are about, by their names alone.
    public Set<String> namedAlarms() {
        Set<String> named = new LinkedHashSet<>();
        Stream.concat(detect.stream(), respond.stream()).forEach(expectation -> {
            switch (expectation) {
                case Expectation.AlarmFires fires -> named.add(fires.alarm());
                case Expectation.AlarmSilent quiet -> named.add(quiet.alarm());
                case Expectation.TeamTold told -> named.add(told.alarm());
                case Expectation.AutomationActs _,Expectation.PersonPaged _,Expectation.PageAcknowledged _,Expectation.MetricHolds _,Expectation.CustomersUnaffected _,Expectation.DependencyIs _,Expectation.Interventions _,Expectation.Incidents _ -> {
                    // About no alarm.
                }
            }
        });
        return named;
    }

    /// Whose alarms and pages are graded. Where they are the team's, Gameday's own only show what could have told.
    public record Graded(AlarmsFrom alarms, PagesFrom pages) {
        public static final Graded OWN = new Graded(AlarmsFrom.GAMEDAY, PagesFrom.GAMEDAY);
    }

    /// `detect.from`: which tool keeps the alarms that are graded.
    public enum AlarmsFrom {
        GAMEDAY, PROMETHEUS, CLOUDWATCH;

        /// As files write it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// `respond.from`: which tool knows who was told.
    public enum PagesFrom {
        GAMEDAY, ALERTMANAGER, PAGERDUTY;

        /// As files write it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param headroomPercent capacity held, in percent of the peak; 100 to 300, and 0 where only its team knows it
    /// @param work            by cell, for how long a task works on an order at least; as usual where it is not named
    /// @param own             of [App#HTTP]; null of the reference app
    /// @param overrides       by customer, the cell that it is given when it is new; by hash where it is not named
    public record SystemUnderTest(App app, int cells, List<String> zones, int headroomPercent, Shape shape,
            Routing routing, Mechanisms mechanisms, Map<String, Duration> work, @Nullable OwnSystem own,
            Map<String, String> overrides) {

        public SystemUnderTest(int cells, List<String> zones, int headroomPercent, Shape shape, Routing routing,
                Mechanisms mechanisms, Map<String, Duration> work, Map<String, String> overrides) {
            this(App.REFERENCE, cells, zones, headroomPercent, shape, routing, mechanisms, work, null, overrides);
        }

        /// A system of the team's own, of which the mechanisms are not ours to switch.
        public SystemUnderTest(OwnSystem own) {
            this(App.HTTP, own.cells().size(), own.zones(), 0, Shape.MULTI_ZONE, Routing.STICKY, Mechanisms.DEFAULT,
                    Map.of(), own, Map.of());
        }

        /// Names of the cells: `cell-1` onwards, or as the team calls its own.
        public List<String> cellNames() {
            return own != null ? own.cells() : IntStream.rangeClosed(1, cells).mapToObj(n -> "cell-" + n).toList();
        }

        /// Which zones each cell lies in.
        public Layout layout() {
            return own != null ? own.layout() : shape.layout(cellNames(), zones);
        }
    }

    /// How cells lie over zones.
    public enum Shape {
        /// Every cell in all zones: it fails over by itself.
        MULTI_ZONE {
            @Override
            public Layout layout(List<String> cells, List<String> zones) {
                return Layout.everywhere(cells, zones);
            }
        },
        /// Every cell in one zone, the next cell in the next zone: it is left when it is not well.
        ONE_ZONE {
            @Override
            public Layout layout(List<String> cells, List<String> zones) {
                return Layout.roundRobin(cells, zones);
            }
        };

        public abstract Layout layout(List<String> cells, List<String> zones);
    }

    /// How a customer comes to a cell.
    public enum Routing {
        /// Each customer has a cell for life.
        STICKY,
        /// Customers use the cluster's name and are spread over the cells in it; an order is in the cell that took it.
        CLUSTER
    }

    /// Which system.
    public enum App {
        /// Ours, real or simulated.
        REFERENCE,
        /// The team's own, reached by HTTP.
        HTTP
    }

    /// What the platform does by itself; each can be switched off to feel what it is worth.
    ///
    /// @param weighAway   new placement avoids a zone that looks unhealthy
    /// @param routerRetry one retry in another zone
    /// @param rebalancing uneven spread is evened out
    /// @param logging     what becomes of a task's log lines while the log sink takes none
    /// @param failOpen    where every task of a cell looks unhealthy the router sends to all of them
    /// @param evacuation  whether a cell with too few healthy hosts is taken out of the cluster's name
    /// @param scaling     how the number of tasks follows the load; null where it stays
    /// @param restart     when the host restarts a crashed task in place; null where it never does
    /// @param deployment  what makes a deployment safe
    /// @param inventory   what orders ask, and how
    /// @param overload    what a task does with orders beyond its limit
    /// @param zoneAffinity a request stays in the zone in which it entered, while its cell has a healthy task there
    /// @param stacks      the old stack and the new one beside each other
    public record Mechanisms(boolean weighAway, boolean routerRetry, boolean rebalancing, Logging logging,
            boolean failOpen, Evacuation evacuation, @Nullable Scaling scaling, @Nullable Restart restart,
            Deployment deployment, Inventory inventory, Overload overload, boolean zoneAffinity, Stacks stacks) {
        public static final Mechanisms DEFAULT = new Mechanisms(true, true, true, Logging.NON_BLOCKING, true,
                Evacuation.OFF, null, null);

        /// With what came later as it is unless told otherwise.
        public Mechanisms(boolean weighAway, boolean routerRetry, boolean rebalancing, Logging logging,
                boolean failOpen, Evacuation evacuation, @Nullable Scaling scaling, @Nullable Restart restart) {
            this(weighAway, routerRetry, rebalancing, logging, failOpen, evacuation, scaling, restart,
                    Deployment.DEFAULT, Inventory.DEFAULT, Overload.SHED, false, Stacks.ONE);
        }

        /// The same with orders that need inventory, or do not.
        Mechanisms needing(Need need) {
            return new Mechanisms(weighAway, routerRetry, rebalancing, logging, failOpen, evacuation, scaling, restart,
                    deployment, new Inventory(inventory.spread, inventory.calls, inventory.capacity, need == Need.HARD),
                    overload, zoneAffinity, stacks);
        }

        /// The same with these cells as the new stack.
        Mechanisms withNewStack(List<String> cells) {
            return new Mechanisms(weighAway, routerRetry, rebalancing, logging, failOpen, evacuation, scaling, restart,
                    deployment, inventory, overload, zoneAffinity, stacks.of(cells));
        }
    }

    /// ECS's container restart policy.
    ///
    /// @param attemptPeriod    for which a task must have run before it is restarted; 1 s to 30 min
    /// @param ignoredExitCodes with which it is not restarted; 0 to 255 each, 50 at most
    public record Restart(Duration attemptPeriod, Set<Integer> ignoredExitCodes) {
        /// As in ECS, unless it is told.
        static final Duration USUAL_PERIOD = Duration.ofSeconds(300);
        static final Duration LEAST_PERIOD = Duration.ofSeconds(1);
        static final Duration MOST_PERIOD = Duration.ofMinutes(30);
        static final int MOST_CODES = 50;

        public Restart {
            ignoredExitCodes = Collections.unmodifiableSet(new TreeSet<>(ignoredExitCodes));
        }
    }

    /// What makes a deployment safe.
    ///
    /// @param versionConsistency a tag is resolved to its digest once per deployment, and not at each start of a task
    /// @param circuitBreaker     tasks that do not come up fail the deployment
    /// @param alarms             a cell's alarm fails the deployment, unless it rang before it began
    /// @param bake               a unit has to answer enough calls without anomaly before others follow
    /// @param rollout            how many units get it at a time
    public record Deployment(boolean versionConsistency, boolean circuitBreaker, boolean alarms, boolean bake,
            Rollout rollout) {
        public static final Deployment DEFAULT = new Deployment(true, true, true, true, Rollout.UNIT);
    }

    /// How a deployment goes over the fleet. A unit is a cell's part in one zone.
    public enum Rollout {
        /// One unit first, then the rest of its cell, then the other cells.
        UNIT,
        /// Every cell at the same time.
        ALL_AT_ONCE
    }

    /// The service that every order asks whether its item is in stock.
    ///
    /// @param spread   how many of it there are
    /// @param calls    how tasks ask
    /// @param capacity answers per second of all of it together; 1 to 10,000, null where it is never too small
    /// @param needed   whether orders fail without it: a hard dependency
    public record Inventory(Spread spread, Calls calls, @Nullable Double capacity, boolean needed) {
        public static final Inventory DEFAULT = new Inventory(Spread.REGIONAL, Calls.ONCE, null, false);
    }

    /// What a system can do without, as whoever designs it decides for each dependency.
    public enum Need {
        /// Without it the system is not well, which is accepted.
        HARD,
        /// Without it customers are served all the same.
        SOFT;

        /// As files write it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What a dependency is one of for.
    public enum Spread {
        /// For all zones and cells.
        REGIONAL,
        /// For each zone of each cell, which share the capacity evenly.
        ZONAL
    }

    /// How tasks ask a dependency.
    public enum Calls {
        /// Once, and wait for it.
        ONCE,
        /// Again and again, as soon as the time of a call is over, for as long as the customer may wait.
        NAIVE,
        /// With a short time-out, a pause by chance before another try, a budget for those, and few at once.
        GUARDED
    }

    /// Whether cells are taken out of the cluster's name.
    public enum Evacuation {
        /// None is.
        OFF,
        /// Every cell that has too few healthy hosts, however many they are.
        ON,
        /// Only so many at a time as leave the others four fifths of the cells, or one.
        LIMITED
    }

    /// Target tracking: as many tasks as keep the share of worker slots in use near a target.
    ///
    /// @param targetPercent of the slots; 10 to 95
    /// @param warmUp        after tasks were added, for which nothing is concluded from the load; 0 s to 10 min
    /// @param coolDown      after the number was changed, for which none is taken away; 0 s to 1 h
    /// @param most          tasks of a cell in each of its zones; 1 to 10
    public record Scaling(int targetPercent, Duration warmUp, Duration coolDown, int most) {
    }

    /// How a task's log driver hands lines on; ECS calls it the log driver's mode. ECS's default has been non-blocking
    /// since June 2025, blocking before.
    public enum Logging {
        /// No line is lost; when the log sink takes none, the task stands still in its own write.
        BLOCKING,
        /// The task works on; lines wait in a buffer, and what does not fit is lost and counted.
        NON_BLOCKING
    }

    /// What becomes of orders that come while as many wait as can be served in time.
    public enum Overload {
        /// They are refused at once: those that are taken are served in time.
        SHED,
        /// They wait however long it takes: soon everything is served too late.
        QUEUE
    }

    /// @param customers 1 to 10,000
    /// @param rate      requests per second of all customers together; 1 to 10,000
    public record Customers(int customers, double rate) {
        /// After which a request of theirs, or of a canary, counts as unanswered: no latency is longer.
        public static final Duration PATIENCE = Duration.ofSeconds(1);
    }

    /// @param evacuate the zone that customers leave before the first fault; null where they stay
    public record Prepare(List<MetricCondition> steadyState, BlastRadius blastRadius, List<MetricCondition> stopWhen,
            @Nullable String evacuate) {
    }

    /// What may be hit at most; null is no limit. Zones, cells and tasks are compared with the computed reach before
    /// anything is injected; customers and failed orders are measured.
    ///
    /// @param customersPercent    customers with at least one request without a useful answer, in percent of all
    /// @param failedOrdersPercent requests without a useful answer, in percent of all since the first fault
    public record BlastRadius(@Nullable Integer zones, @Nullable Integer cells, @Nullable Integer tasks,
            @Nullable Double customersPercent, @Nullable Double failedOrdersPercent) {
    }

    /// Something done to the system by its operators' means.
    ///
    /// @param name  what `of` refers to; the kind of operation unless named
    /// @param at    after the steady state was seen
    /// @param lasts null for what does not stay in force
    public record Doing(String name, Operation operation, Duration at, @Nullable Duration lasts) {
    }

    /// A fault in the system.
    ///
    /// @param name  what `of` refers to; the kind of fault unless named
    /// @param at    after the steady state was seen
    /// @param lasts null for what ends by itself
    public record Step(String name, Fault fault, Duration at, @Nullable Duration lasts) {
    }

    /// Somebody who is paged when nobody acknowledged by then.
    ///
    /// @param role  such as `on-call`
    /// @param after since the incident began; zero or more
    public record Escalation(String role, Duration after) {
        /// On-call, at once.
        public static final List<Escalation> DEFAULT = List.of(new Escalation("on-call", Duration.ZERO));
    }

    /// An alarm over others.
    ///
    /// @param suppressor null where nothing holds its actions back
    public record Composite(String name, CompositeRule rule, @Nullable Suppressor suppressor) {

        /// The alarms that it looks at.
        public Set<String> named() {
            Set<String> named = new LinkedHashSet<>(rule.named());
            if (suppressor != null) {
                named.add(suppressor.alarm());
            }
            return named;
        }
    }

    /// While this alarm is in ALARM a composite's actions are held back.
    ///
    /// @param waitPeriod      for how long it may still go to ALARM after the composite changed; 0 s to 1 h
    /// @param extensionPeriod for how long actions stay held back after it left ALARM; 0 s to 1 h
    public record Suppressor(String alarm, Duration waitPeriod, Duration extensionPeriod) {
    }

    /// @param owner role that owns the document
    public record Learn(When coe, String owner) {
        /// When a document is due; it is always made.
        public enum When {
            CUSTOMERS_AFFECTED, ALWAYS
        }
    }
}
