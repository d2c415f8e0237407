package io.gameday.report.scorecard;

import io.gameday.report.text.Figures;
import io.gameday.target.TargetKind;
import java.time.Duration;
import java.util.List;

/// Flying blind: impact that no alarm told of while it lasted, or within 5 s after. Each window has a verdict of its own,
/// however early another one was detected.
///
/// @param windows without an alarm, of `of`
/// @param unread  windows of which it is not known whether an alarm told
/// @param length  of these together
/// @param failed  requests without a useful answer in them, of `requests`
/// @param words   all of it, or why there is nothing to tell
public record Blind(int windows, int unread, int of, Duration length, long failed, long requests, String words) {

    static Blind of(List<ImpactWindow> windows, boolean measured, TargetKind target) {
        List<ImpactWindow> blind = windows.stream().filter(ImpactWindow::blind).toList();
        List<ImpactWindow> unread = windows.stream().filter(w -> w.told() == null && w.unread() != null).toList();
        Duration length = blind.stream().map(ImpactWindow::length).reduce(Duration.ZERO, Duration::plus);
        long failed = blind.stream().mapToLong(ImpactWindow::failed).sum();
        long requests = blind.stream().mapToLong(ImpactWindow::of).sum();
        String words = !measured
                ? "not measured"
                : windows.isEmpty()
                        ? "no impact"
                        : blind.isEmpty()
                                ? unread.isEmpty() ? "never: an alarm told of every impact window" : ""
                                : "in " + blind.size() + " of " + Figures.many(windows.size(), "impact window") + ": "
                                        + (blind.getLast().open() ? "≥ " : "") + Figures.seconds(length)
                                        + (requests == 0
                                                ? ""
                                                : ", " + Figures.count(failed) + " of " + Figures.count(requests) + " "
                                                        + target.requests() + " failed");
        String could = blind.stream().map(ImpactWindow::couldHave).filter(text -> !text.isEmpty()).findFirst()
                .map(text -> "; " + text).orElse("");
        String notKnown = unread.isEmpty()
                ? ""
                : (blind.isEmpty() ? "" : "; ") + "not known of " + Figures.many(unread.size(), "impact window") + ": "
                        + unread.getFirst().unread();
        return new Blind(blind.size(), unread.size(), windows.size(), length, failed, requests,
                words + could + notKnown);
    }
}
