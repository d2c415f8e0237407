package io.gameday.cli.view;
import io.gameday.journal.view.Style;
import io.gameday.journal.view.Words;

import io.gameday.observability.Tally;

/// Availability as one column. Full is 100 %, one step is 6.4 points, so that the difference between 99 % and 80 %,
/// which matters, takes more room than that between 40 % and 20 %, which does not. `×` is no traffic, which is
/// neither 0 % nor 100 %.
final class Sparkline {

    private static final String STEPS = "▁▂▃▄▅▆▇█";
    private static final double STEP = 0.064;

    private Sparkline() {
    }

    static void column(Line line, Tally tally) {
        if (tally.requests() == 0) {
            line.add(Style.DEAD, "×");
            return;
        }
        double availability = tally.availability().orElseThrow();
        int below = (int) Math.ceil((1 - availability) / STEP - 1e-9);
        String step = String.valueOf(STEPS.charAt(Math.max(0, STEPS.length() - 1 - below)));
        line.add(availability >= Words.WELL ? Style.HEALTHY : Style.DEGRADED, step);
    }
}
