package io.gameday.console.live;

import io.gameday.journal.Event.SecondMeasured;
import io.gameday.journal.view.Seconds;
import io.gameday.observability.Observer;
import io.gameday.observability.Scope;
import io.gameday.observability.Tally;
import io.gameday.observability.alarm.StandardAlarms;
import io.gameday.observability.alarm.ZoneDetector;
import io.gameday.observability.alarm.ZoneDetector.Conclusion;
import io.gameday.observability.alarm.ZoneDetector.Counts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Whether customers who are hurt are hurt in one zone more than in the others. Nobody leaves a zone for an impact that
/// is everywhere, so it is said only when it is seen: two zones at least are ill, and neither attempts nor canaries show
/// one that stands out, even by a test far less strict than that of the alarms.
enum Zonality {
    /// Customers are well, or nobody asks.
    NO_IMPACT,
    /// One zone stands out.
    ZONAL,
    /// None does.
    NOT_ZONAL,
    /// Too little was seen to tell.
    UNDECIDED;

    /// Of a hundred looks at zones that are alike one may call one of them different: then nothing is said.
    private static final double LENIENT = 0.01;

    /// @param recent the newest [StandardAlarms#WINDOW_SECONDS] seconds
    static Zonality of(List<SecondMeasured> recent, List<String> zones) {
        if (!Moment.failing(Seconds.sum(recent, Seconds.SITE))) {
            return NO_IMPACT;
        }
        boolean everywhere = false;
        for (Observer observer : List.of(Observer.ATTEMPT, Observer.CANARY)) {
            Map<String, ZoneDetector.Finding> findings = new ZoneDetector(StandardAlarms.OBJECTIVE, LENIENT, 0)
                    .assess(counts(recent, zones, observer));
            if (count(findings, Conclusion.ZONAL) + count(findings, Conclusion.SINGLE_INSTANCE) > 0) {
                return ZONAL;
            }
            everywhere |= count(findings, Conclusion.NOT_ZONAL) > 1;
        }
        return everywhere ? NOT_ZONAL : UNDECIDED;
    }

    private static long count(Map<String, ZoneDetector.Finding> findings, Conclusion conclusion) {
        return findings.values().stream().filter(finding -> finding.conclusion() == conclusion).count();
    }

    private static Map<String, Counts> counts(List<SecondMeasured> recent, List<String> zones, Observer observer) {
        Map<String, Counts> counts = new LinkedHashMap<>();
        for (String zone : zones) {
            Tally tally = Seconds.sum(recent, Standing.series(observer, new Scope.Zone(zone)));
            counts.put(zone, new Counts(tally.requests(), tally.failed(), 0));
        }
        return counts;
    }
}
