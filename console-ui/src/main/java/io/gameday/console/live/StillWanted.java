package io.gameday.console.live;

import io.gameday.console.text.Texts;
import io.gameday.experiment.Expectation;
import io.gameday.experiment.Experiment;
import io.gameday.journal.view.FaultView;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The prediction whose time runs out next.
///
/// @param left such as `6 s`; empty once its time is over and it is still being looked at
/// @param more how many others are undecided that have a time
record StillWanted(String text, String left, int more) {

    static final StillWanted NOTHING = new StillWanted("", "", 0);

    private record Open(String words, Instant by) {
    }

    static StillWanted of(Moment moment) {
        Experiment plan = moment.plan();
        if (plan == null || moment.view().zero() == null || moment.view().ended() != null) {
            return NOTHING;
        }
        List<Open> open = Stream.concat(plan.detect().stream(), plan.respond().stream())
                .filter(expectation -> moment.view().judged().stream()
                        .noneMatch(judged -> judged.text().equals(expectation.words())))
                .map(expectation -> open(expectation, plan, moment)).filter(Objects::nonNull)
                .sorted(Comparator.comparing(Open::by)).toList();
        Open next = open.stream().filter(one -> one.by().isAfter(moment.now())).findFirst().orElse(null);
        if (next != null) {
            long left = (Duration.between(moment.now(), next.by()).toMillis() + 999) / 1000;
            return new StillWanted(Texts.of("live.wanted", next.words(), Moment.time(next.by())),
                    Texts.said(left + " s"), open.size() - 1);
        }
        return open.isEmpty()
                ? NOTHING
                : new StillWanted(Texts.of("live.wanted.watched", open.getFirst().words()), "", open.size() - 1);
    }

    private static @Nullable Open open(Expectation expectation, Experiment plan, Moment moment) {
        Duration within = expectation.within();
        Instant from = within == null ? null : injected(expectation.of(), plan, moment);
        return within == null || from == null ? null : new Open(expectation.words(), from.plus(within));
    }

    /// Steps and faults come in the same order, so that the third step is `f3`.
    private static @Nullable Instant injected(@Nullable String step, Experiment plan, Moment moment) {
        if (step == null) {
            return moment.view().zero();
        }
        Collection<FaultView> faults = moment.view().faults();
        return IntStream.range(0, plan.steps().size()).filter(i -> plan.steps().get(i).name().equals(step))
                .mapToObj(i -> "f" + (i + 1)).flatMap(id -> faults.stream().filter(fault -> fault.id().equals(id)))
                .map(FaultView::injected).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
