package io.gameday.report.coe;

import io.gameday.report.scorecard.DurationValue;
import io.gameday.report.scorecard.DurationValue.End;
import io.gameday.report.text.Figures;
import io.gameday.report.words.CoeFile;
import io.gameday.report.words.CoeFile.Kind;
import io.gameday.report.words.CoeFile.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The durations of the journal, and those that need an instant which only people know.
final class PeopleDurations {

    private final List<DurationValue> measured;
    private final List<Told> timeline;

    PeopleDurations(List<DurationValue> measured, CoeFile words) {
        this.measured = measured;
        timeline = words.timeline();
    }

    List<DurationValue> all() {
        List<DurationValue> all = new ArrayList<>();
        for (DurationValue value : measured) {
            switch (value.name()) {
                case "engage" -> {
                    all.add(engage(value));
                    all.add(sinceImpact("diagnose", "tH − t0", "first right hypothesis",
                            first(told -> told.kind() == Kind.HYPOTHESIS && told.right())));
                    all.add(sinceImpact("mitigationStart", "tS − t0", "mitigation starts",
                            first(told -> told.kind() == Kind.MITIGATION_START)));
                }
                case "mitigateFromImpact" -> {
                    all.add(value);
                    all.add(fromDetection(value));
                }
                default -> all.add(value);
            }
        }
        return List.copyOf(all);
    }

    /// The journal's own acknowledgement counts before what people tell.
    private DurationValue engage(DurationValue measured) {
        Instant engaged = first(told -> told.kind() == Kind.ENGAGED || told.kind() == Kind.ACKNOWLEDGED);
        return measured.value() != null || engaged == null
                ? measured
                : between("engage", measured.formula(), measured.from(), new End("engaged, as told", engaged),
                        measured.words());
    }

    private DurationValue sinceImpact(String name, String formula, String what, @Nullable Instant at) {
        End impact = measured("detect").from();
        return between(name, formula, impact, new End(what, at), at == null ? "not told by people" : "no impact");
    }

    private DurationValue fromDetection(DurationValue mitigate) {
        DurationValue detect = measured("detect");
        return between("mitigateFromDetection", "tM − tD", detect.to(), mitigate.to(),
                detect.value() == null ? detect.words() : mitigate.words());
    }

    private DurationValue measured(String name) {
        return measured.stream().filter(value -> value.name().equals(name)).findFirst().orElseThrow();
    }

    private @Nullable Instant first(Predicate<Told> which) {
        return timeline.stream().filter(which).map(Told::at).min(Instant::compareTo).orElse(null);
    }

    private static DurationValue between(String name, String formula, End from, End to, String otherwise) {
        Instant begin = from.at();
        Instant end = to.at();
        if (begin == null || end == null) {
            return new DurationValue(name, formula, from, to, null, otherwise);
        }
        Duration value = Duration.between(begin, end);
        return new DurationValue(name, formula, from, to, value, Figures.seconds(value));
    }
}
