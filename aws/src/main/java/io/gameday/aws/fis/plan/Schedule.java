package io.gameday.aws.fis.plan;

import io.gameday.aws.fis.catalog.ActionCatalog;
import io.gameday.aws.fis.template.FisTemplate;
import io.gameday.aws.fis.template.Places;
import io.gameday.yaml.Problem;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// When each action of a template is in force. An action begins when all that it comes after have completed, and is
/// complete when its duration is over: so all of it is known before anything runs.
///
/// @param actions in the order of the template
public record Schedule(List<Timed> actions) {

    /// Of any experiment, and of any action (default quotas of FIS).
    static final Duration LONGEST = Duration.ofHours(12);

    public Schedule {
        actions = List.copyOf(actions);
    }

    /// @param offset from the start of the experiment
    /// @param length zero for what is over at once
    public record Timed(String name, Duration offset, Duration length) {
        public Duration end() {
            return offset.plus(length);
        }
    }

    /// What planning gave: the schedule, or at least one problem.
    ///
    /// @param schedule empty when there are problems
    /// @param notes    what is not known before it runs
    public record Planned(Optional<Schedule> schedule, List<Problem> problems, List<Problem> notes) {
    }

    public static Planned of(FisTemplate template, ActionCatalog catalog, Places places) {
        return new Scheduling(template, catalog, places).planned();
    }

    /// How long all of it takes.
    public Duration length() {
        return actions.stream().map(Timed::end).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }

    public Optional<Timed> action(String name) {
        return actions.stream().filter(action -> action.name().equals(name)).findFirst();
    }

    /// The most that are in force at one moment.
    int together() {
        return actions.stream()
                .mapToInt(one -> (int) actions.stream().filter(
                        other -> other.offset().compareTo(one.offset()) <= 0 && other.end().compareTo(one.offset()) > 0)
                        .count())
                .max().orElse(0);
    }
}
