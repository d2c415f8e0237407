package io.gameday.chaostoolkit.play;

import io.gameday.chaostoolkit.Activity;
import io.gameday.chaostoolkit.Json;
import io.gameday.chaostoolkit.Provider;
import io.gameday.chaostoolkit.Substitution;
import io.gameday.chaostoolkit.Tolerance;
import io.gameday.chaostoolkit.Tolerance.Judgement;
import io.gameday.chaostoolkit.ToleranceCheck;
import io.gameday.chaostoolkit.play.Performed.Result;
import io.gameday.target.Answer;
import io.gameday.time.Clock;
import io.gameday.time.Clock.Cancellable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Performs activities with their pauses, and judges probes. What is under way can be broken off; then nobody is told.
final class Performing {

    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000L);
    private static final BigDecimal LONGEST_PAUSE = BigDecimal.valueOf(86_400);

    private final Clock clock;
    private final Calls calls;
    private final Substitution values;
    private final List<Cancellable> underWay = new ArrayList<>();
    private int era;

    Performing(Clock clock, Calls calls, Substitution values) {
        this.clock = clock;
        this.calls = calls;
        this.values = values;
    }

    /// Takes back everything that is under way.
    void breakOff() {
        era++;
        List<Cancellable> all = List.copyOf(underWay);
        underWay.clear();
        all.forEach(Cancellable::cancel);
    }

    /// @param done told once, on the loop
    void perform(Activity activity, Consumer<Performed> done) {
        after(pause(activity.pauses().before()), () -> call(activity,
                performed -> after(pause(activity.pauses().after()), () -> done.accept(performed))));
    }

    /// Answers at once that it was left out, without its pauses.
    void withhold(Activity activity, Consumer<Performed> done) {
        after(Duration.ZERO,
                () -> done.accept(new Performed(activity, clock.now(), clock.now(), new Result.Withheld(), null)));
    }

    /// A probe, held against its tolerance.
    void probe(Activity probe, Consumer<Performed> done) {
        perform(probe, performed -> {
            if (!(performed.result() instanceof Result.Done(Json output)) || probe.tolerance() == null) {
                done.accept(performed);
                return;
            }
            switch (probe.tolerance()) {
                case Tolerance.OfOutput plain ->
                    done.accept(performed.judged(new ToleranceCheck(values).judge(plain, output)));
                case Tolerance.ProbeCall deciding -> perform(deciding.with(output),
                        decided -> done.accept(performed.judged(judged(deciding, decided.result()))));
            }
        });
    }

    private static Judgement judged(Tolerance.ProbeCall deciding, Result result) {
        return deciding.judge(result instanceof Result.Done(Json answer) ? Optional.of(answer) : Optional.empty());
    }

    void after(Duration delay, Runnable next) {
        int begun = era;
        Cancellable[] self = new Cancellable[1];
        self[0] = clock.at(delay, () -> {
            underWay.remove(self[0]);
            if (begun == era) {
                next.run();
            }
        });
        underWay.add(self[0]);
    }

    private void call(Activity activity, Consumer<Performed> done) {
        int begun = era;
        Instant start = clock.now();
        Provider filled = Filled.in(activity.provider(), values);
        Cancellable[] self = new Cancellable[1];
        self[0] = calls.call(filled, answer -> {
            underWay.remove(self[0]);
            if (begun == era) {
                done.accept(new Performed(activity, start, clock.now(), switch (answer) {
                    case Answer.Ok<Json>(Json output) -> new Result.Done(output);
                    case Answer.Failed<Json>(String why) -> new Result.Failed(why);
                }, null));
            }
        });
        underWay.add(self[0]);
    }

    /// A name that was put in may be no number; then there is no pause, as in a run that fails there nothing would be.
    private Duration pause(Json written) {
        BigDecimal seconds = written instanceof Json.Text(String text)
                ? values.in(text).counted().orElse(BigDecimal.ZERO)
                : written.counted().orElse(BigDecimal.ZERO);
        return Duration.ofNanos(seconds.max(BigDecimal.ZERO).min(LONGEST_PAUSE).multiply(NANOS).longValue());
    }
}
