package io.gameday.report.scorecard;

import io.gameday.experiment.Impact;
import io.gameday.journal.Event;
import io.gameday.journal.Event.SteadyStateMeasured.When;
import io.gameday.report.facts.RunFacts;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The availability that customers are to have: what the steady state of the run asks for.
final class Objective {

    private static final Pattern PERCENT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*%");

    private Objective() {
    }

    static double of(RunFacts facts) {
        return facts.all(Event.SteadyStateMeasured.class).stream().map(s -> s.event())
                .filter(s -> s.when() == When.BEFORE && s.line().toLowerCase(Locale.ROOT).contains("availability"))
                .map(s -> PERCENT.matcher(s.line())).filter(Matcher::find)
                .mapToDouble(m -> new BigDecimal(m.group(1)).movePointLeft(2).doubleValue())
                .filter(o -> o > 0 && o <= 1).findFirst().orElse(Impact.USUAL);
    }
}
