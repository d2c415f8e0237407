package io.gameday.console.prepare;

import io.gameday.console.text.Texts;
import io.gameday.observability.alarm.MetricAlarm.Each;
import io.gameday.target.Operation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Something that may be added to a list of the form.
///
/// @param group what it is under in the menu; empty for the menu itself
/// @param list  where it goes, such as `detect.expect`
/// @param yaml  `ZONE` and `CELL` stand for the zone and the cell aimed at
record Offer(String group, String words, String list, String yaml) {

    static final String DEPENDENCY = "dependency";
    private static final String DETECT = "detect.expect";
    private static final String RESPOND = "respond.expect";
    static final String STEPS = "steps";
    /// What the reference app needs, by the words of `system.dependencies`.
    private static final List<String> NEEDS = List.of("inventory", "database", "logs");
    private static final String STOPS = "prepare.stopWhen";

    /// @param alarms every one that may be named, with what it is about
    static List<Offer> detect(Map<String, Each> alarms) {
        return Stream.concat(alarms(DETECT, alarms), Stream.of(unaffected(DETECT))).toList();
    }

    /// @param alarms every one that may be named, with what it is about
    static List<Offer> respond(Map<String, Each> alarms) {
        return Stream.concat(
                Stream.of(automation("eviction", "zone: ZONE, within: 5s"),
                        automation("weigh-away", "zone: ZONE, within: 20s"), automation("replacement", "within: 20s"),
                        automation("rebalancing", "within: 1m"),
                        new Offer("", "page on-call", RESPOND, "{ page: on-call, within: 20s }"),
                        new Offer("", Texts.of("prepare.form.back"), RESPOND,
                                "{ metric: availability, atLeast: 99.9 %, within: 30s }"),
                        unaffected(RESPOND), new Offer("", "incidents", RESPOND, "{ incidents: 1 }"),
                        new Offer("", "interventions", RESPOND, "{ interventions: 0 }")),
                Stream.concat(dependencies(), alarms(RESPOND, alarms))).toList();
    }

    /// What operators do, as another step.
    ///
    /// @param stacks whether there is a new stack that can get a share of the requests
    static List<Offer> steps(boolean stacks) {
        return Stream.of(operation(Operation.SHIFT, "zone: ZONE, at: 20s, for: 1m"),
                operation(Operation.SCALE, "cell: CELL, tasks: 4, at: 20s"),
                operation(Operation.WEIGHTS, "new: 25 %, at: 2s"), operation(Operation.BACKUP, "cell: CELL, at: 2s"),
                operation(Operation.RESTORE, "cell: CELL, at: 30s"))
                .filter(offer -> stacks || !offer.words().equals(Operation.WEIGHTS)).toList();
    }

    private static Offer operation(String kind, String fields) {
        return new Offer(Texts.of("prepare.form.operation"), kind, STEPS, "{ do: " + kind + ", " + fields + " }");
    }

    private static Stream<Offer> dependencies() {
        return NEEDS.stream()
                .map(name -> new Offer(DEPENDENCY, name, RESPOND, "{ dependency: " + name + ", within: 5s }"));
    }

    static List<Offer> stops() {
        return List.of(
                new Offer("", "availability below 50 %", STOPS, "{ metric: availability, below: 50 %, for: 15s }"),
                new Offer("", "p99 above 1 s", STOPS, "{ metric: p99, above: 1s, for: 15s }"));
    }

    private static Stream<Offer> alarms(String list, Map<String, Each> alarms) {
        return Stream.concat(
                alarms.entrySet().stream()
                        .map(alarm -> new Offer("alarm", alarm.getKey(), list,
                                "{ alarm: " + alarm.getKey() + place(alarm.getValue()) + ", within: 15s }")),
                alarms.entrySet().stream().map(alarm -> new Offer("silent", alarm.getKey(), list,
                        "{ silent: " + alarm.getKey() + place(alarm.getValue()) + " }")));
    }

    private static String place(Each about) {
        return switch (about) {
            case SITE -> "";
            case ZONE -> ", zone: ZONE";
            case CELL -> ", cell: CELL";
        };
    }

    private static Offer automation(String what, String where) {
        return new Offer("automation", what, RESPOND, "{ automation: " + what + ", " + where + " }");
    }

    private static Offer unaffected(String list) {
        return new Offer("", "unaffected customers", list, "{ unaffected: customers, within: 30s }");
    }

    /// Whether it counts from a step, which has to be named when there are several.
    boolean timed() {
        return yaml.contains("within:");
    }
}
