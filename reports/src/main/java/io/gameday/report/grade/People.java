package io.gameday.report.grade;

import io.gameday.experiment.GradeFile.Wanted;
import io.gameday.journal.Verdict;
import io.gameday.report.grade.Grade.PageLine;
import io.gameday.report.grade.Grade.Prediction;
import io.gameday.report.grade.Grade.Waking;
import io.gameday.report.grade.Impact.Span;
import io.gameday.report.text.Figures;
import io.gameday.signal.Firing;
import io.gameday.signal.KnownAlarm;
import io.gameday.signal.Page;
import io.gameday.signal.Pages;
import io.gameday.yaml.NearestWord;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who was told, and whether that was wanted: the alarm was about a window, and the receiver is the team it is for.
final class People {

    /// A pager tells again and waits for an answer, so a page comes some time after its alarm.
    private static final Duration LATEST = Duration.ofMinutes(15);

    private final List<Wanted> wanted;
    private final Evidence evidence;
    private final Impact impact;
    private final Telling telling;
    private final boolean measured;

    /// @param measured false when customers' metric tells nothing at all
    People(List<Wanted> wanted, Evidence evidence, Impact impact, Telling telling, boolean measured) {
        this.wanted = wanted;
        this.evidence = evidence;
        this.impact = impact;
        this.telling = telling;
        this.measured = measured;
    }

    List<PageLine> lines() {
        return pages().stream().flatMap(page -> lines(page).stream()).toList();
    }

    private List<Page> pages() {
        Pages pages = evidence.pages();
        return pages == null ? List.of() : pages.pages();
    }

    /// One for each alarm that the page is about: a pager puts several into one.
    private List<PageLine> lines(Page page) {
        List<KnownAlarm> alarms = alarms(page);
        if (alarms.isEmpty()) {
            return List.of(line(page, "", 0,
                    new Judged(Waking.NOT_JUDGED, "no alarm that is known here is named in: " + page.subject())));
        }
        List<PageLine> lines = alarms.stream().map(alarm -> {
            Optional<Span> span = span(page, alarm);
            return line(page, alarm.name(), span.map(Span::number).orElse(0), judged(page, alarm, span));
        }).toList();
        Optional<PageLine> rightly = lines.stream().filter(line -> line.waking() == Waking.RIGHTLY).findFirst();
        return rightly.map(right -> lines.stream().map(line -> excused(line, right)).toList()).orElse(lines);
    }

    private static PageLine line(Page page, String alarm, int window, Judged judged) {
        Duration acknowledged = page.acknowledged() == null ? null : Duration.between(page.at(), page.acknowledged());
        return new PageLine(page.at(), page.receiver(), alarm, window, judged.waking(), judged.why(), acknowledged);
    }

    /// Nobody is woken wrongly by a page that rightly woke them.
    private static PageLine excused(PageLine line, PageLine right) {
        return line.waking() != Waking.WRONGLY
                ? line
                : new PageLine(line.at(), line.receiver(), line.alarm(), line.window(), Waking.NOT_JUDGED,
                        line.why() + "; the same page rightly told of " + right.alarm(), line.acknowledged());
    }

    private record Judged(Waking waking, String why) {
    }

    private Judged judged(Page page, KnownAlarm alarm, Optional<Span> span) {
        if (span.isEmpty()) {
            return notKnown(page.at())
                    ? new Judged(Waking.NOT_JUDGED, "what customers felt then is not known")
                    : new Judged(Waking.WRONGLY, hurt(page.at()) ? "it tells of no window" : "customers were well");
        }
        String about = "window " + span.get().number();
        @Nullable
        String team = team(alarm.name());
        Set<String> teams = teams();
        if (team == null && teams.stream().noneMatch(page.receivers()::contains)) {
            return new Judged(Waking.NOT_JUDGED, about + "; nobody said who is to be told of " + alarm.name());
        }
        if (team != null && !page.receivers().contains(team)) {
            return new Judged(Waking.WRONGLY, about + ", but wanted is " + team);
        }
        return new Judged(Waking.RIGHTLY, about);
    }

    private boolean hurt(Instant at) {
        return impact.spans().stream().anyMatch(span -> !at.isBefore(span.from()) && at.isBefore(span.to()));
    }

    private boolean notKnown(Instant at) {
        return !measured || impact.gaps().stream().anyMatch(gap -> !at.isBefore(gap.from()) && at.isBefore(gap.to()));
    }

    private @Nullable String team(String alarm) {
        return wanted.stream().filter(w -> w.name().equals(alarm)).map(Wanted::team).filter(Objects::nonNull)
                .findFirst().orElse(null);
    }

    private Set<String> teams() {
        return wanted.stream().map(Wanted::team).filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<KnownAlarm> alarms(Page page) {
        return page.about(evidence.alarms().names()).stream()
                .flatMap(
                        name -> evidence.alarms().alarms().stream().filter(alarm -> alarm.name().equals(name)).limit(1))
                .toList();
    }

    /// The window that a page is about: the newest of those that its alarm told of by then.
    private Optional<Span> span(Page page, KnownAlarm alarm) {
        return impact.spans().reversed().stream()
                .filter(span -> alarm.firings().stream().anyMatch(firing -> tells(firing, span)
                        && !page.at().isBefore(firing.from()) && page.at().isBefore(span.to().plus(LATEST))))
                .findFirst();
    }

    private boolean tells(Firing firing, Span span) {
        return !firing.before() && telling.tells(span, firing.from(), firing.to());
    }

    /// Whether the team of `alarm` was told of it; empty when no team is wanted.
    ///
    /// @param rang  what became of the alarm itself
    /// @param unfit why the alarm cannot be judged at all
    Optional<Prediction> told(Wanted alarm, Verdict rang, Optional<String> unfit) {
        String team = alarm.team();
        if (team == null) {
            return Optional.empty();
        }
        String text = team + " is told of " + alarm.name();
        Pages pages = evidence.pages();
        if (pages == null) {
            return Optional.of(new Prediction(text, Verdict.UNKNOWN, evidence.noPages()));
        }
        if (!pages.receivers().isEmpty() && !pages.receivers().contains(team)) {
            return Optional.of(new Prediction(text, Verdict.UNKNOWN, noSuch("receiver", team, pages.receivers())));
        }
        if (unfit.isPresent()) {
            return Optional.of(new Prediction(text, Verdict.UNKNOWN, unfit.get()));
        }
        Prediction told = told(alarm, team, text, rang);
        return Optional.of(told.verdict() == Verdict.HELD && !pages.doubt().isEmpty()
                ? new Prediction(text, Verdict.UNKNOWN, told.seen() + ", but " + pages.doubt())
                : told);
    }

    private Prediction told(Wanted wantedAlarm, String team, String text, Verdict rang) {
        List<Span> of = impact.spans().stream()
                .filter(span -> evidence.alarms().alarms().stream().filter(a -> a.name().equals(wantedAlarm.name()))
                        .flatMap(a -> a.firings().stream()).anyMatch(firing -> tells(firing, span)))
                .toList();
        if (of.isEmpty()) {
            return rang == Verdict.BROKEN
                    ? new Prediction(text, Verdict.BROKEN, "the alarm stayed silent")
                    : new Prediction(text, Verdict.UNKNOWN, "the alarm did not ring");
        }
        List<PageLine> lines = lines().stream().filter(line -> line.alarm().equals(wantedAlarm.name())).toList();
        for (Span span : of) {
            List<PageLine> about = lines.stream().filter(line -> line.window() == span.number()).toList();
            if (about.stream().noneMatch(line -> line.waking() == Waking.RIGHTLY)) {
                Set<String> others = about.stream().map(PageLine::receiver)
                        .collect(Collectors.toCollection(TreeSet::new));
                return new Prediction(text, Verdict.BROKEN,
                        others.isEmpty() ? "nobody was" : "told was " + Figures.list(List.copyOf(others)));
            }
        }
        Span first = of.getFirst();
        return lines.stream().filter(line -> line.window() == first.number() && line.waking() == Waking.RIGHTLY)
                .findFirst()
                .map(line -> new Prediction(text, Verdict.HELD,
                        "after " + Figures.length(Duration.between(first.from(), line.at())) + answered(line)))
                .orElseThrow();
    }

    private static String answered(PageLine line) {
        Duration acknowledged = line.acknowledged();
        return acknowledged == null ? "" : ", answered after another " + Figures.length(acknowledged);
    }

    /// `there is no alarm 'X'; did you mean 'Y'?`
    static String noSuch(String what, String name, Collection<String> known) {
        return "there is no " + what + " '" + name + "'"
                + NearestWord.to(name, known).map(near -> "; did you mean '" + near + "'?").orElse("; there are "
                        + (known.isEmpty() ? "none at all" : Figures.list(known.stream().sorted().limit(10).toList())));
    }
}
