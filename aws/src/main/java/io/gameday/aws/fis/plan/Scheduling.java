package io.gameday.aws.fis.plan;

import io.gameday.aws.fis.catalog.ActionCatalog;
import io.gameday.aws.fis.catalog.ActionKind;
import io.gameday.aws.fis.plan.Schedule.Planned;
import io.gameday.aws.fis.plan.Schedule.Timed;
import io.gameday.aws.fis.template.FisAction;
import io.gameday.aws.fis.template.FisTemplate;
import io.gameday.aws.fis.template.IsoDuration;
import io.gameday.aws.fis.template.Placeholder;
import io.gameday.aws.fis.template.Places;
import io.gameday.yaml.NearestWord;
import io.gameday.yaml.Problem;
import io.gameday.yaml.Units;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Works out a [Schedule], once.
final class Scheduling {

    /// Actions in force at one moment (default quota of FIS, which an account can have raised).
    private static final int TOGETHER = 10;

    private final Map<String, FisAction> actions;
    private final ActionCatalog catalog;
    private final Places places;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> notes = new ArrayList<>();
    private final Map<String, Duration> lengths = new HashMap<>();
    private final Map<String, Timed> timed = new HashMap<>();

    Scheduling(FisTemplate template, ActionCatalog catalog, Places places) {
        this.actions = template.actions();
        this.catalog = catalog;
        this.places = places;
    }

    Planned planned() {
        actions.forEach((name, action) -> {
            names(name, action);
            lengths.put(name, length("actions." + name + ".parameters", action));
        });
        circles();
        Optional<Schedule> schedule = Optional.empty();
        if (problems.isEmpty()) {
            Schedule found = new Schedule(actions.keySet().stream().map(this::timed).toList());
            bounds(found);
            schedule = Optional.of(found).filter(within -> problems.isEmpty());
        }
        return new Planned(schedule, inOrder(problems), inOrder(notes));
    }

    private void names(String name, FisAction action) {
        for (int i = 0; i < action.startAfter().size(); i++) {
            String before = action.startAfter().get(i);
            String path = after(name, i);
            if (before.equals(name)) {
                problem(path, path + " is '" + name + "' itself, for which it would wait for ever; take it out");
            } else if (!actions.containsKey(before)) {
                List<String> others = actions.keySet().stream().filter(other -> !other.equals(name)).toList();
                problem(path, path + " is '" + before + "'"
                        + NearestWord.to(before, others).map(word -> "; did you mean '" + word + "'?").orElse("")
                        + "; allowed: "
                        + (others.isEmpty() ? "another action, of which there is none" : String.join(", ", others)));
            }
        }
    }

    /// Every circle of actions that wait for each other, told where its first action in the file waits.
    private void circles() {
        Set<String> done = new HashSet<>();
        actions.keySet().forEach(name -> follow(name, new ArrayList<>(), done));
    }

    private void follow(String name, List<String> way, Set<String> done) {
        if (way.contains(name)) {
            List<String> circle = way.subList(way.indexOf(name), way.size());
            String first = actions.keySet().stream().filter(circle::contains).findFirst().orElse(name);
            int start = circle.indexOf(first);
            List<String> told = new ArrayList<>(circle.subList(start, circle.size()));
            told.addAll(circle.subList(0, start));
            told.add(first);
            String path = after(first, actions.get(first).startAfter().indexOf(told.get(1)));
            problem(path, path + " closes a circle of actions that wait for each other, each after the next: "
                    + String.join(", ", told) + "; take one of them out");
            return;
        }
        if (!done.contains(name)) {
            way.add(name);
            actions.get(name).startAfter().stream().distinct()
                    .filter(before -> actions.containsKey(before) && !before.equals(name))
                    .forEach(before -> follow(before, way, done));
            way.removeLast();
            done.add(name);
        }
    }

    /// Of one that is not in the catalogue, what it calls its duration.
    private Duration length(String path, FisAction action) {
        Optional<ActionKind> kind = catalog.find(action.actionId());
        String exact = kind.isPresent() ? kind.get().length() : "duration";
        String most = kind.isPresent() ? kind.get().bound() : "maxDuration";
        String parameter = exact != null && (most == null || action.parameters().containsKey(exact)) ? exact : most;
        if (parameter == null) {
            return Duration.ZERO;
        }
        String given = action.parameters().get(parameter);
        if (given == null) {
            if (kind.map(known -> known.parameters().get(parameter).required()).orElse(false)) {
                problem(path, "'" + path + "." + parameter + "' is missing, so nobody knows when " + action.actionId()
                        + " is over; allowed: " + IsoDuration.WORDS);
            }
            return Duration.ZERO;
        }
        String name = path + "." + parameter;
        Optional<Duration> length = IsoDuration.parse(given);
        if (length.isEmpty()) {
            problem(name, name + " is '" + given + "'" + Placeholder.in(given).map(one -> ", a placeholder").orElse("")
                    + "; allowed: " + IsoDuration.WORDS);
        } else if (parameter.equals(most)) {
            notes.add(places.problem(name,
                    name + " is the longest that it may take; what comes after it may begin earlier than planned"));
        }
        return length.orElse(Duration.ZERO);
    }

    /// There are no circles by now.
    private Timed timed(String name) {
        Timed known = timed.get(name);
        if (known != null) {
            return known;
        }
        Duration offset = actions.get(name).startAfter().stream().map(before -> timed(before).end())
                .max(Comparator.naturalOrder()).orElse(Duration.ZERO);
        Timed found = new Timed(name, offset, lengths.get(name));
        timed.put(name, found);
        return found;
    }

    private void bounds(Schedule schedule) {
        if (schedule.length().compareTo(Schedule.LONGEST) > 0) {
            Timed last = schedule.actions().stream().max(Comparator.comparing(Timed::end)).orElseThrow();
            String path = "actions." + last.name();
            problem(path, path + " would end " + Units.words(last.end()) + " after the start; allowed: experiments of "
                    + "at most " + Units.words(Schedule.LONGEST));
        }
        int together = schedule.together();
        if (together > TOGETHER) {
            notes.add(places.problem("actions", "actions has " + together + " that are in force at one moment; AWS "
                    + "allows " + TOGETHER + " unless an account's quota was raised"));
        }
    }

    private static String after(String name, int index) {
        return "actions." + name + ".startAfter[" + (index + 1) + "]";
    }

    private void problem(String path, String message) {
        problems.add(places.problem(path, message));
    }

    private static List<Problem> inOrder(List<Problem> all) {
        return all.stream().sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column)).toList();
    }
}
