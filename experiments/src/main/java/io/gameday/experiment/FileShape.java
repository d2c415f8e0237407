package io.gameday.experiment;

import io.gameday.yaml.Quantity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The experiment file as editors see it: the shape from which the JSON Schema is made. [ExperimentReader] is what
/// decides; a test keeps the two alike.
record FileShape(@Quantity(required = true, says = "What is broken, in one line.") String title,
        @Quantity(required = true, says = "One sentence that the run holds or breaks.") String hypothesis,
        @Quantity(words = {
                "true", "false"}, says = "true: played without its steps, to see what the surroundings do by "
                        + "themselves; false unless said.") @Nullable String control,
        @Quantity(says = "What it is found by, such as zones; the first is its theme.") @Nullable List<String> tags,
        @Quantity(required = true, says = "The system under test.") SystemShape system,
        @Quantity(required = true, says = "The customers.") TrafficShape traffic,
        @Quantity(required = true) PrepareShape prepare,
        @Quantity(required = true, says = "What is done, in any order; 'at' decides.") List<StepShape> steps,
        @Nullable DetectShape detect, @Nullable RespondShape respond, @Nullable LearnShape learn,
        @Quantity(says = "What differs by where it is played.") @Nullable OnShape on,
        @Quantity(words = {"local", "simulated",
                "aws"}, says = "Which part of 'on' counts; written by gameday run into "
                        + "the copy in the run's folder, local unless said.") @Nullable String as) {

    record OnShape(@Quantity(says = "On processes of this machine.") @Nullable DifferingShape local,
            @Quantity(says = "With --on simulated.") @Nullable DifferingShape simulated,
            @Quantity(says = "On AWS, which gameday check --on aws tells of.") @Nullable DifferingShape aws) {
    }

    /// Any of traffic, prepare, steps, detect and respond, each with what differs alone.
    record DifferingShape() {
    }

    record SystemShape(@Quantity(words = {
            "reference",
            "http"}, says = "The reference app unless said; http is a system of your own.") @Nullable String app,
            @Quantity(says = "1 to 1000, of the reference app 1 to 12 as processes and all of them simulated; 2 unless said. Of http: for each cell its zones with their addresses, such as "
                    + "{ shop: { az1: { url: \"http://10.0.1.10:8080\" } } }.") @Nullable Cells cells,
            @Quantity(says = "Of http: where customers go.") @Nullable String entry,
            @Quantity(says = "Of http: the header of an answer that names its zone.") @Nullable String zoneHeader,
            @Quantity(says = "Of http: the header of an answer that names its cell.") @Nullable String cellHeader,
            @Quantity(says = "2 to 6 names; az1, az2, az3 unless said.") @Nullable List<String> zones,
            @Quantity(pattern = Quantity.PERCENT, says = "Capacity held, of the peak; 100 % to 300 %, 150 % unless "
                    + "said.") @Nullable String headroom,
            @Quantity(words = {"multi-zone", "one-zone"}, says = "Every cell in all zones, or in one; multi-zone "
                    + "unless said.") @Nullable String shape,
            @Quantity(words = {"sticky", "cluster"}, says = "Each customer in a cell of its own for life, or spread "
                    + "over the cells by the cluster's name; sticky unless said.") @Nullable String routing,
            @Nullable MechanismsShape mechanisms,
            @Quantity(says = "What is declared of each: hard, without it the system is not well, or soft, customers do "
                    + "without.") @Nullable DependenciesShape dependencies,
            @Quantity(says = "By cell, such as cell-1: 45ms. For how long its tasks work on an order at least; 90 ms unless "
                    + "said.") @Nullable Map<String, String> work,
            @Quantity(says = "By customer, such as c-07: cell-1, or c-01..c-10: cell-1 for ten. The cell that a new "
                    + "customer is given; by hash unless said.") @Nullable Map<String, String> overrides,
            @Quantity(says = "With routing: cluster, the cells of the new stack, such as [cell-3]; the others are the old "
                    + "one. One stack unless said.") @Nullable List<String> newStack) {
    }

    record DependenciesShape(@Quantity(words = {
            "hard", "soft"}, says = "Soft unless said.") @Nullable String inventory,
            @Quantity(words = {"hard", "soft"}, says = "Hard unless said.") @Nullable String database,
            @Quantity(words = {"hard", "soft"}, says = "Soft unless said.") @Nullable String logs) {
    }

    /// A number, or a group for each cell with a group for each zone.
    record Cells() {
    }

    /// A cell's part in a zone, of http.
    record PlaceShape(@Quantity(required = true, says = "Where it answers.") String url,
            @Quantity(says = "Path that tells whether it is well; / unless said.") @Nullable String health,
            @Quantity(says = "Address of the API of the Toxiproxy in front of 'url'.") @Nullable String toxiproxy,
            @Quantity(says = "Its proxy in front of 'url'.") @Nullable String proxy,
            @Quantity(says = "Base of the actuator with Chaos Monkey.") @Nullable String actuator) {
    }

    record MechanismsShape(@Quantity(words = {
            "on", "off"}) @Nullable String weighAway, @Quantity(words = {"once", "off"}) @Nullable String routerRetry,
            @Quantity(words = {"on", "off"}) @Nullable String rebalancing,
            @Quantity(words = {"blocking", "non-blocking"}, says = "What a task does while the log sink takes no "
                    + "lines: stand still, or work on and lose what no buffer holds; non-blocking unless "
                    + "said.") @Nullable String logging,
            @Quantity(words = {"on",
                    "off"}, says = "Where every task of a cell looks unhealthy the router sends to all "
                            + "of them; on unless said.") @Nullable String failOpen,
            @Quantity(words = {"off", "on", "limited"}, says = "Cells with too few healthy hosts leave the cluster's "
                    + "name: none, all of them, or a fifth of the cells at a time; off unless said.") @Nullable String evacuation,
            @Quantity(says = "Tasks follow the load; they stay as many as they are unless said.") @Nullable ScalingShape scaling,
            @Quantity(words = {"off", "on"}, says = "Whether the host restarts a crashed task in place, without the "
                    + "control plane; off unless said.") @Nullable String restartPolicy,
            @Quantity(pattern = Quantity.DURATION, says = "For which a task must have run to be restarted; 1 s to 30 min, "
                    + "300 s unless said.") @Nullable String restartAttemptPeriod,
            @Quantity(says = "With which a task is not restarted, 0 to 255 each; none unless said.") @Nullable List<Integer> ignoredExitCodes,
            @Quantity(words = {"on", "off"}, says = "An image's tag is resolved once per deployment, and not at each "
                    + "start of a task; on unless said.") @Nullable String versionConsistency,
            @Quantity(words = {"on", "off"}, says = "Tasks that do not come up fail the deployment; on unless "
                    + "said.") @Nullable String circuitBreaker,
            @Quantity(words = {"on", "off"}, says = "A cell's alarm fails the deployment; on unless "
                    + "said.") @Nullable String deploymentAlarms,
            @Quantity(words = {"on", "off"}, says = "A unit has to answer enough calls without anomaly before others "
                    + "follow; on unless said.") @Nullable String bake,
            @Quantity(words = {"unit", "all-at-once"}, says = "One zone of one cell first, then the rest of the cell, "
                    + "then the other cells; or every cell at once; unit unless said.") @Nullable String rollout,
            @Quantity(says = "What every order asks for its stock, and how.") @Nullable InventoryShape inventory,
            @Quantity(words = {"shed",
                    "queue"}, says = "What a task does with orders beyond its limit: refuse them, or "
                            + "let them wait however long it takes; shed unless said.") @Nullable String overload,
            @Quantity(words = {"off",
                    "on"}, says = "A request stays in the zone in which it entered, while its cell has a "
                            + "healthy task there; off unless said.") @Nullable String zoneAffinity,
            @Quantity(words = {"on",
                    "off"}, says = "A new stack that fares worse than the old one loses its share of the "
                            + "requests by itself; on unless said.") @Nullable String suspicion) {
    }

    record InventoryShape(@Quantity(words = {
            "regional", "zonal"}, says = "One for all, or one for each zone of each cell; regional "
                    + "unless said.") @Nullable String spread,
            @Quantity(words = {"once", "naive", "guarded"}, says = "How tasks ask: once, again and again, or with "
                    + "time-out, back-off, budget and limit; once unless said.") @Nullable String calls,
            @Quantity(pattern = Quantity.RATE, says = "Answers of all of it together; 1/s to 10000/s, without limit unless "
                    + "said.") @Nullable String capacity) {
    }

    record ScalingShape(
            @Quantity(required = true, pattern = Quantity.PERCENT, says = "Of the worker slots in use; 10 % "
                    + "to 95 %.") String target,
            @Quantity(pattern = Quantity.DURATION, says = "After tasks were added nothing is concluded for so long; 10 s "
                    + "unless said.") @Nullable String warmUp,
            @Quantity(pattern = Quantity.DURATION, says = "No task is taken away so soon after a change; 60 s unless "
                    + "said.") @Nullable String coolDown,
            @Quantity(required = true, says = "Tasks of a cell in each of its zones; 1 to 10.") Integer most) {
    }

    record TrafficShape(@Quantity(required = true, says = "1 to 10000.") Integer customers,
            @Quantity(required = true, pattern = Quantity.RATE, says = "Of all customers together; 1/s to "
                    + "10000/s.") String rate,
            @Quantity(says = "Of http: what customers ask for, such as GET /checkout.") @Nullable String request,
            @Quantity(says = "Of http: JSON that a POST sends.") @Nullable String body) {
    }

    record PrepareShape(
            @Quantity(required = true, says = "What well is; every line must hold before anything is broken.") List<ConditionShape> steadyState,
            @Quantity(required = true, says = "What may be hit at most.") RadiusShape blastRadius,
            @Quantity(says = "Any of these ends the run.") @Nullable List<ConditionShape> stopWhen,
            @Quantity(says = "Zone that customers leave before the first fault, and come back to after the last; nobody "
                    + "leaves unless said.") @Nullable String evacuate) {
    }

    record RadiusShape(@Nullable Integer zones, @Nullable Integer cells, @Nullable Integer tasks,
            @Quantity(pattern = Quantity.PERCENT) @Nullable String customers,
            @Quantity(pattern = Quantity.PERCENT) @Nullable String failedOrders) {
    }

    record ConditionShape(@Quantity(required = true, words = {
            "availability", "p99", "p50"}) String metric, @Nullable String zone, @Nullable String cell,
            @Nullable String atLeast, @Nullable String atMost, @Nullable String below, @Nullable String above,
            @Quantity(name = "for", pattern = Quantity.DURATION, says = "How long without a break.") @Nullable String lasts) {
    }

    record StepShape(@Quantity(words = {
            "zone-power-loss", "zone-partition", "zone-latency", "zone-loss", "task-crash", "task-hang", "task-latency",
            "task-errors", "task-memory", "log-sink-stall", "dependency-slow", "dependency-down", "database-slow",
            "control-plane-down", "bad-deploy", "bad-config", "bad-alarm", "poison-pill", "surge",
            "external"}, says = "What is broken; a step has this or 'do'.") @Nullable String inject,
            @Quantity(name = "do", words = {"shift", "scale", "weights", "backup", "restore",
                    "leave"}, says = "What is done by the operators' means.") @Nullable String operation,
            @Nullable String zone, @Nullable String cell,
            @Quantity(says = "Of scale: desired tasks of the cell, 1 to 100.") @Nullable Integer tasks,
            @Quantity(name = "new", pattern = Quantity.PERCENT, says = "Of weights: the new stack's share of the requests; "
                    + "0 % to 100 %.") @Nullable String newShare,
            @Quantity(pattern = Quantity.DURATION, says = "What is added to each answer; 40 ms to 30 s.") @Nullable String delay,
            @Quantity(pattern = Quantity.DURATION, says = "Greatest distance from 'delay'.") @Nullable String jitter,
            @Quantity(pattern = Quantity.PERCENT, says = "Of the requests.") @Nullable String share,
            @Quantity(pattern = Quantity.PERCENT, says = "Of the heap; 85 % unless said.") @Nullable String fill,
            @Quantity(words = "inventory") @Nullable String dependency,
            @Quantity(words = {"errors", "slow", "unhealthy", "crash"}) @Nullable String defect,
            @Quantity(says = "Who sends the deadly request, such as c-01.") @Nullable String customer,
            @Quantity(pattern = Quantity.RATE, says = "Of the new customers.") @Nullable String rate,
            @Quantity(says = "What somebody is asked to break.") @Nullable String what,
            @Quantity(says = "What 'of' refers to; the kind unless said.") @Nullable String name,
            @Quantity(pattern = Quantity.DURATION, says = "After the steady state was seen.") @Nullable String at,
            @Quantity(name = "for", pattern = Quantity.DURATION, says = "How long it lasts.") @Nullable String lasts) {
    }

    record DetectShape(@Quantity(words = {
            "gameday", "prometheus",
            "cloudwatch"}, says = "Whose alarms are graded; Gameday's own unless said.") @Nullable String from,
            @Quantity(says = "Alarms of the file's own: over a metric ('metric'), or composite ones over others "
                    + "('rule').") @Nullable List<AlarmShape> alarms,
            @Nullable List<ExpectationShape> expect) {
    }

    record AlarmShape(@Quantity(required = true, says = "A name of its own.") String alarm, @Quantity(words = {
            "latency", "availability", "errors", "requests"}) @Nullable String metric,
            @Quantity(pattern = "^(average|sum|minimum|maximum|p\\d{1,3}(\\.\\d{1,6})?)$", says = "Of each period; "
                    + "average unless said, of requests sum.") @Nullable String statistic,
            @Quantity(says = "In ALARM where the statistic is above.") @Nullable String above, @Nullable String atLeast,
            @Nullable String below, @Nullable String atMost,
            @Quantity(words = {"site", "zone",
                    "cell"}, says = "One alarm for each; site unless said.") @Nullable String each,
            @Quantity(words = {"customers", "attempts",
                    "canaries"}, says = "Who measured it; customers unless said.") @Nullable String observer,
            @Quantity(pattern = Quantity.DURATION, says = "Of a datapoint; 1 s to 60 s, 60 s unless said.") @Nullable String period,
            @Quantity(pattern = "^\\d{1,4} of \\d{1,4}$", says = "How many must breach, such as 2 of 3; 1 of 1 unless "
                    + "said.") @Nullable String datapoints,
            @Quantity(words = {"missing", "ignore", "breaching",
                    "notBreaching"}, says = "How periods without requests count; missing unless said.") @Nullable String missing,
            @Quantity(says = "Such as ALARM(site-availability) OR AT_LEAST(1, ALARM, "
                    + "(zone-impact/az1, zone-impact/az2)).") @Nullable String rule,
            @Quantity(says = "While this alarm is in ALARM the actions are held back.") @Nullable String suppressor,
            @Quantity(pattern = Quantity.DURATION, says = "For the suppressor to come; 60 s unless said.") @Nullable String waitPeriod,
            @Quantity(pattern = Quantity.DURATION, says = "After the suppressor has gone; 60 s unless said.") @Nullable String extensionPeriod) {
    }

    record RespondShape(@Quantity(words = {
            "gameday", "alertmanager", "pagerduty"}, says = "Who knows who was told; Gameday "
                    + "pages by itself unless said.") @Nullable String from,
            @Quantity(says = "Alarms that page, each place of each an incident of its own; all together one incident "
                    + "unless said.") @Nullable List<String> pageOn,
            @Quantity(says = "Who is paged; on-call at once unless said.") @Nullable List<EscalationShape> escalation,
            @Nullable List<ExpectationShape> expect) {
    }

    record EscalationShape(
            @Quantity(required = true, pattern = Quantity.ROLE, says = "Role, such as on-call or "
                    + "incident-manager.") String page,
            @Quantity(pattern = Quantity.DURATION, says = "Paged when nobody acknowledged by then, counted from the "
                    + "first alarm.") @Nullable String after) {
    }

    record ExpectationShape(
            @Quantity(says = "Must go from OK to ALARM: site-availability, traffic-drop, cell-impact, zone-impact, "
                    + "zone-latency-impact, healthy-hosts, or one of detect.alarms; with detect.from any alarm of yours.") @Nullable String alarm,
            @Quantity(says = "With 'alarm' and respond.from: whom your own pager is to tell of it, and nobody "
                    + "else.") @Nullable String team,
            @Quantity(says = "Must have data and stay OK; any that 'alarm' may name.") @Nullable String silent,
            @Quantity(says = "Something the platform does by itself.") @Nullable String automation,
            @Quantity(says = "Whom 'escalation' pages; with respond.from a receiver, team or service there.") @Nullable String page,
            @Quantity(says = "Acknowledges within 'within' of the page to them; whom 'escalation' pages, or with "
                    + "respond.from a receiver, team or service there.") @Nullable String acknowledged,
            @Quantity(words = {
                    "availability", "p99", "p50"}) @Nullable String metric,
            @Quantity(words = "customers", says = "Impact on them is over for good within 'within' of its own "
                    + "beginning.") @Nullable String unaffected,
            @Quantity(words = {"inventory", "database", "logs"}, says = "Is as system.dependencies declares it: soft, "
                    + "customers are well without it, or hard, they are not.") @Nullable String dependency,
            @Quantity(says = "Incidents opened; each pages people.") @Nullable Integer incidents,
            @Quantity(says = "Control-plane calls by people.") @Nullable Integer interventions,
            @Quantity(pattern = Quantity.ROLE, says = "Only interventions by this role.") @Nullable String by,
            @Nullable String zone, @Nullable String cell, @Nullable String atLeast, @Nullable String atMost,
            @Nullable String below, @Nullable String above,
            @Quantity(pattern = Quantity.DURATION, says = "Counted from the injection; of 'unaffected', from the "
                    + "beginning of the impact; of 'acknowledged', from the page.") @Nullable String within,
            @Quantity(name = "for", pattern = Quantity.DURATION) @Nullable String lasts,
            @Quantity(says = "Name of the step, when there are several.") @Nullable String of) {
    }

    record LearnShape(@Nullable CoeShape coe) {
    }

    record CoeShape(@Quantity(words = {
            "customers-affected", "always"}) @Nullable String when, @Nullable String owner) {
    }
}
