package io.gameday.agent.prober;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What several requests to each of some tasks showed.
///
/// @param sights by address, in the order they came
record Samples(Map<String, List<Sight>> sights) {

    List<Sight> at(String address) {
        return sights.getOrDefault(address, List.of());
    }

    long count(String address, Predicate<Sight> what) {
        return at(address).stream().filter(what).count();
    }

    /// How many say something about more than capacity: answered other than by an overload, or waited for in vain.
    long telling(String address) {
        return times(address).size();
    }

    /// The middle of the times of all that are telling; one without an answer counts with as long as it was waited
    /// for, so that the truth is at least that.
    Optional<Duration> median(String address) {
        return middle(times(address));
    }

    /// Whether the middle one took hardly longer than the fastest. Nothing at all is steady too.
    boolean steady(String address) {
        List<Duration> times = times(address);
        return times.isEmpty()
                || middle(times).orElseThrow().minus(Collections.min(times)).compareTo(SlowJudgement.SLACK) <= 0;
    }

    private List<Duration> times(String address) {
        return at(address).stream().map(Samples::time).filter(Optional::isPresent).map(Optional::get).toList();
    }

    static Optional<Duration> time(Sight sight) {
        return switch (sight) {
            case Sight.Answers(int _, String _, Duration took) ->
                sight.overloaded() ? Optional.empty() : Optional.of(took);
            case Sight.Silent(String _, Duration waited) ->
                waited.isPositive() ? Optional.of(waited) : Optional.empty();
            case Sight.Refuses() -> Optional.empty();
            case Sight.BreaksOff(String _) -> Optional.empty();
        };
    }

    static Optional<Duration> middle(List<Duration> times) {
        return times.isEmpty() ? Optional.empty() : Optional.of(times.stream().sorted().toList().get(times.size() / 2));
    }

    long stockUnknown(String address) {
        return count(address, sight -> sight.served() && answer(sight).stockUnknown() || sight.stockRefused());
    }

    /// How many show whether the stock could be told: orders taken, and those not taken for the lack of it.
    long aboutStock(String address) {
        return count(address, sight -> sight.served() || sight.stockRefused());
    }

    @Nullable
    String revision(String address) {
        return at(address).stream().map(Samples::answer).map(TaskAnswer::revision).filter(said -> said != null)
                .findFirst().orElse(null);
    }

    private static TaskAnswer answer(Sight sight) {
        return sight instanceof Sight.Answers(int _, String body, Duration _)
                ? TaskAnswer.of(body)
                : TaskAnswer.of("{}");
    }
}
