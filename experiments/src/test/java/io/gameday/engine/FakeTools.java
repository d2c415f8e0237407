package io.gameday.engine;

import io.gameday.signal.AlarmCondition;
import io.gameday.signal.AlarmHistory;
import io.gameday.signal.Alarms;
import io.gameday.signal.Breaches;
import io.gameday.signal.Firing;
import io.gameday.signal.KnownAlarm;
import io.gameday.signal.Page;
import io.gameday.signal.PagerLog;
import io.gameday.signal.Pages;
import io.gameday.signal.Period;
import io.gameday.signal.SourceFailure;
import io.gameday.signal.live.AlarmQuestion;
import io.gameday.signal.live.PageQuestion;
import io.gameday.signal.live.Question;
import io.gameday.target.Feed;
import io.gameday.target.TeamAlarms;
import io.gameday.target.TeamPages;
import io.gameday.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A team's Prometheus and pager in virtual time, whose alarms ring and whose people are told when a test says so, in
/// seconds since `zero`.
final class FakeTools implements AlarmHistory, PagerLog {

    /// How far behind now they are read, and how often.
    Duration lag = Duration.ofSeconds(2);
    Duration every = Duration.ofSeconds(2);
    String trouble = "";
    String missing = "";
    String doubt = "";
    String deaf = "";
    boolean hearsAll = true;
    List<String> receivers = List.of("payments", "platform");
    /// What the pager adds to the subject of each page in a reading up to then.
    Function<Instant, String> added = until -> "";
    /// Seconds since `zero` in which they do not answer.
    int awayFrom = Integer.MAX_VALUE;
    int awayTo = Integer.MAX_VALUE;

    private final Clock clock;
    private final Supplier<Instant> zero;
    private final Map<String, List<int[]>> rings = new TreeMap<>();
    private final List<Told> told = new ArrayList<>();

    private record Told(int at, String to, String subject, @Nullable Integer acknowledged) {
    }

    /// @param zero the first injection; far in the future before it
    FakeTools(Clock clock, Supplier<Instant> zero) {
        this.clock = clock;
        this.zero = zero;
    }

    FakeTools alarm(String name) {
        rings.putIfAbsent(name, new ArrayList<>());
        return this;
    }

    FakeTools rings(String name, int from, int to) {
        alarm(name);
        rings.get(name).add(new int[]{from, to});
        return this;
    }

    FakeTools tells(String to, int at, String subject) {
        told.add(new Told(at, to, subject, null));
        return this;
    }

    FakeTools tells(String to, int at, String subject, int acknowledged) {
        told.add(new Told(at, to, subject, acknowledged));
        return this;
    }

    Feed<TeamAlarms> alarms(Set<String> named) {
        return new Virtual<>("Prometheus", new AlarmQuestion(this, named, Optional::empty));
    }

    Feed<TeamPages> pages(Set<String> named) {
        return new Virtual<>("Alertmanager", new PageQuestion(this, () -> named, () -> deaf, Optional::empty));
    }

    @Override
    public Alarms read(Period period, Duration step) throws SourceFailure {
        answer();
        List<KnownAlarm> alarms = new ArrayList<>();
        rings.forEach((name,
                times) -> alarms.add(new KnownAlarm(name,
                        List.of(new AlarmCondition("errors > 1", Duration.ZERO, Duration.ofSeconds(1), trouble)),
                        times.stream().map(time -> firing(name, time, period))
                                .filter(firing -> firing.from().isBefore(firing.to())).toList())));
        return new Alarms(alarms, step, Map.of(), List.of());
    }

    private Firing firing(String name, int[] time, Period period) {
        Instant from = zero.get().plusSeconds(time[0]);
        Instant to = zero.get().plusSeconds(time[1]);
        return new Firing(Map.of("alertname", name, "team", "payments"),
                from.isBefore(period.from()) ? period.from() : from, to.isBefore(period.to()) ? to : period.to(),
                from.isBefore(period.from()), !to.isBefore(period.to()));
    }

    @Override
    public String missing(AlarmCondition condition) {
        return missing;
    }

    @Override
    public Breaches breaches(AlarmCondition condition, Period period) {
        throw new UnsupportedOperationException("a run asks for no other settings");
    }

    @Override
    public Pages read(Period period) throws SourceFailure {
        answer();
        return new Pages("Alertmanager", told.stream().map(one -> page(one, period.to()))
                .filter(page -> page.at().isBefore(period.to())).toList(), receivers, doubt, List.of());
    }

    private Page page(Told one, Instant until) {
        Instant acknowledged = one.acknowledged == null ? null : zero.get().plusSeconds(one.acknowledged);
        return new Page(zero.get().plusSeconds(one.at), List.of(one.to), one.subject + added.apply(until),
                acknowledged == null || !acknowledged.isBefore(until) ? null : acknowledged, one.subject);
    }

    @Override
    public boolean hearsAll() {
        return hearsAll;
    }

    private void answer() throws SourceFailure {
        long since = Duration.between(zero.get(), clock.now()).toSeconds();
        if (since >= awayFrom && since < awayTo) {
            throw new SourceFailure(SourceFailure.Cause.SOURCE, "Prometheus at http://p did not answer");
        }
    }

    /// As the poller does it, on the clock instead of a thread.
    private final class Virtual<T> implements Feed<T> {
        private final String source;
        private final Question<T> question;

        Virtual(String source, Question<T> question) {
            this.source = source;
            this.question = question;
        }

        @Override
        public String source() {
            return source;
        }

        @Override
        public void follow(Consumer<Reading<T>> listener) {
            clock.every(every, () -> listener.accept(reading()));
        }

        private Reading<T> reading() {
            Instant to = clock.now().minus(lag);
            try {
                Question.Told<T> told = question.ask(new Period(to.minusSeconds(120), to));
                return new Reading.Read<>(to, told.what(), told.notes());
            } catch (SourceFailure away) {
                return new Reading.Away<>(String.valueOf(away.getMessage()));
            }
        }
    }
}
