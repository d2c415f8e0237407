package io.gameday.cli.view;

import io.gameday.journal.Verdict;
import io.gameday.report.grade.Grade;
import io.gameday.report.grade.Grade.AlarmLine;
import io.gameday.report.grade.Grade.Conduct;
import io.gameday.report.grade.Grade.Gain;
import io.gameday.report.grade.Grade.Gap;
import io.gameday.report.grade.Grade.PageLine;
import io.gameday.report.grade.Grade.Prediction;
import io.gameday.report.grade.Grade.Told;
import io.gameday.report.grade.Grade.Waking;
import io.gameday.report.grade.Grade.Window;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GradeScreenTest {

    private static final Terminal PLAIN = new Terminal(80, 60, false);
    private static final Instant BEGIN = Instant.parse("2026-11-21T14:00:00Z");

    @Test
    void whatWasNotAsPredicted() throws IOException {
        Picture.matches("grade.txt", new GradeScreen(grade()).render(PLAIN));
    }

    private static Grade grade() {
        List<Window> windows = List.of(
                new Window(1, at(600), at(900), true, true, "91.2 %", at(660),
                        List.of(new Told("CheckoutErrors", at(730), seconds(130), true),
                                new Told("CheckoutSlow", at(790), seconds(190), false)),
                        seconds(130)),
                new Window(2, at(1800), at(1900), true, true, "97 %", at(1815), List.of(), seconds(100)),
                new Window(3, at(2700), at(2760), true, true, "98 %", at(2700),
                        List.of(new Told("CheckoutErrors", at(2775), seconds(75), true)), seconds(60)),
                new Window(4, at(3540), at(3600), true, false, "99.8 %", at(3555),
                        List.of(new Told("CheckoutErrors", at(3510), seconds(-30), true)), seconds(0)));
        List<Prediction> predictions = List.of(
                new Prediction("an alarm tells of every window, before it is over", Verdict.BROKEN,
                        "flying blind in windows 2 and 3"),
                new Prediction("CheckoutErrors rings within 2 min", Verdict.HELD, "window 1: after 90 s"),
                new Prediction("payments is told of CheckoutErrors", Verdict.BROKEN, "told was platform"),
                new Prediction("ChekoutSlow rings within 60 s", Verdict.UNKNOWN,
                        "there is no alarm 'ChekoutSlow'; did you mean 'CheckoutSlow'?"));
        List<AlarmLine> alarms = List.of(new AlarmLine("CheckoutErrors", true, Conduct.TOLD, List.of(1, 3, 4), 2, ""),
                new AlarmLine("CheckoutSlow", false, Conduct.TOLD, List.of(1), 0, ""),
                new AlarmLine("Saturation", true, Conduct.SILENT, List.of(), 0, ""),
                new AlarmLine("DiskFull", false, Conduct.SILENT, List.of(), 0, ""),
                new AlarmLine("CertificateExpires", false, Conduct.SILENT, List.of(), 0, ""),
                new AlarmLine("Backup", false, Conduct.RANG_FOR_NOTHING, List.of(), 1, ""),
                new AlarmLine("Watchdog", false, Conduct.ALWAYS_ON, List.of(), 0, ""),
                new AlarmLine("Replication", false, Conduct.NOT_EVALUATED, List.of(), 0,
                        "it cannot be evaluated: many-to-many matching not allowed"));
        List<PageLine> pages = List.of(
                new PageLine(at(735), "platform", "CheckoutErrors", 1, Waking.WRONGLY,
                        "window 1, but wanted is payments", seconds(200)),
                new PageLine(at(2800), "payments", "CheckoutErrors", 3, Waking.RIGHTLY, "window 3", seconds(45)),
                new PageLine(at(3000), "platform", "", 0, Waking.NOT_JUDGED,
                        "no alarm that is known here is named in: [FIRING:1] Elsewhere", null));
        List<Gain> gains = List.of(
                new Gain("CheckoutErrors", "for: 30 s instead of 2 min", 1, seconds(40), seconds(130), 1, 0),
                new Gain("CheckoutErrors", "for: 30 s instead of 2 min", 2, seconds(40), null, 1, 0));
        return new Grade("Checkout failed", BEGIN, at(3600), seconds(15), "at least 99.9 %", Verdict.BROKEN, 236,
                windows, List.of(new Gap(at(2000), at(2060))), seconds(290), predictions, alarms, pages, gains,
                List.of("the clock of PagerDuty is 3.2 s ahead of ours; times of different sources are as much apart"));
    }

    private static Instant at(int second) {
        return BEGIN.plusSeconds(second);
    }

    private static Duration seconds(int n) {
        return Duration.ofSeconds(n);
    }
}
