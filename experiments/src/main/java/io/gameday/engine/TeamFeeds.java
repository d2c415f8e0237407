package io.gameday.engine;

import io.gameday.experiment.Expectation;
import io.gameday.experiment.Experiment;
import io.gameday.experiment.Experiment.AlarmsFrom;
import io.gameday.experiment.Experiment.PagesFrom;
import io.gameday.journal.Event;
import io.gameday.journal.Event.GuardAnswered;
import io.gameday.journal.Journal;
import io.gameday.observability.Scope;
import io.gameday.observability.alarm.AlarmChange;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.target.Feed;
import io.gameday.target.Feed.Reading;
import io.gameday.target.Port;
import io.gameday.target.Target;
import io.gameday.target.TeamAlarms;
import io.gameday.target.TeamPages;
import io.gameday.target.TeamPages.TeamPage;
import io.gameday.time.Clock;
import io.gameday.yaml.NearestWord;
import io.gameday.yaml.Units;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The team's own alarms and pages, where the experiment grades these: journals what they tell, tells the predictions of
/// it in the order of their own time, and says when a tool is away.
final class TeamFeeds {

    /// For so long a tool that is away is waited for.
    static final Duration PATIENCE = Duration.ofSeconds(60);
    /// A reading that is older says nothing about whether an alarm is ready.
    private static final Duration FRESH = Duration.ofSeconds(20);

    private final Experiment experiment;
    private final Target target;
    private final Clock clock;
    private final Journal journal;
    private final Consumer<Observed> tell;
    private final Set<String> expected = new LinkedHashSet<>();
    private final Set<String> silent = new LinkedHashSet<>();
    private final Set<String> receivers = new LinkedHashSet<>();
    private final Map<Medium, Following> following = new EnumMap<>(Medium.class);
    private final Set<String> noted = new HashSet<>();
    /// Pages, and when each went out.
    private final Map<String, Duration> told = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final AlarmLog alarms;
    private Supplier<Duration> now = () -> Duration.ZERO;
    private Instant begun = Instant.MIN;
    private List<String> known = List.of();
    private List<String> possible = List.of();
    private boolean over;

    /// How far one tool has been read.
    private static final class Following {
        private final String source;
        private @Nullable Instant until;
        private String away = "has not been read yet";
        private boolean saidAway;
        private boolean lost;

        Following(String source) {
            this.source = source;
        }
    }

    TeamFeeds(Experiment experiment, Target target, Clock clock, Journal journal, Consumer<Observed> tell) {
        this.experiment = experiment;
        this.target = target;
        this.clock = clock;
        this.journal = journal;
        this.tell = tell;
        Stream.concat(experiment.detect().stream(), experiment.respond().stream()).forEach(e -> {
            switch (e) {
                case Expectation.AlarmFires fires -> expected.add(fires.alarm());
                case Expectation.AlarmSilent quiet -> silent.add(quiet.alarm());
                case Expectation.PersonPaged page -> receivers.add(page.to());
                case Expectation.PageAcknowledged taking -> receivers.add(taking.by());
                case Expectation.TeamTold team -> receivers.add(team.team());
                case Expectation.AutomationActs _,Expectation.MetricHolds _,Expectation.CustomersUnaffected _,Expectation.DependencyIs _,Expectation.Interventions _,Expectation.Incidents _ -> {
                    // Not of the team's tools.
                }
            }
        });
        Set<String> named = new LinkedHashSet<>(expected);
        named.addAll(silent);
        alarms = new AlarmLog(named);
    }

    boolean alarms() {
        return experiment.graded().alarms() != AlarmsFrom.GAMEDAY;
    }

    boolean pages() {
        return experiment.graded().pages() != PagesFrom.GAMEDAY;
    }

    /// As reports call the tool; null where Gameday's own are graded.
    @Nullable
    String alarmsFrom() {
        return alarms()
                ? target.teamAlarms().get().map(Feed::source).orElse(experiment.graded().alarms().word())
                : null;
    }

    @Nullable
    String pagesFrom() {
        return pages() ? target.teamPages().get().map(Feed::source).orElse(experiment.graded().pages().word()) : null;
    }

    /// @param time into the run
    void begin(Supplier<Duration> time) {
        now = time;
        begun = clock.now();
        if (alarms()) {
            follow(Medium.ALARMS, target.teamAlarms(), this::alarms);
        }
        if (pages()) {
            follow(Medium.PAGES, target.teamPages(), this::pages);
        }
    }

    private <T> void follow(Medium medium, Port<Feed<T>> port, BiConsumer<String, Reading.Read<T>> each) {
        port.get().ifPresent(feed -> {
            Following one = new Following(feed.source());
            following.put(medium, one);
            feed.follow(reading -> {
                if (over) {
                    return;
                }
                switch (reading) {
                    case Reading.Read<T> read -> read(medium, one, read, each);
                    case Reading.Away<T>(String why) -> away(one, why);
                }
            });
        });
    }

    /// From here on nothing that is read is part of the run.
    void end() {
        over = true;
    }

    private <T> void read(Medium medium, Following one, Reading.Read<T> read,
            BiConsumer<String, Reading.Read<T>> each) {
        if (one.until != null && !read.until().isAfter(one.until)) {
            return;
        }
        read.notes().stream().filter(noted::add).forEach(this::note);
        if (one.saidAway) {
            journal.append(new Event.SourceBack(one.source, read.until()));
        }
        if (one.saidAway && one.until != null) {
            tell.accept(new Observed.Missed(at(one.until), at(read.until()), medium,
                    one.source + " was away for a time in which it counted: " + one.away));
        }
        one.saidAway = false;
        each.accept(one.source, read);
        one.until = read.until();
        tell.accept(new Observed.ReadUntil(at(read.until()), medium));
    }

    private void away(Following one, String why) {
        one.away = why;
        if (!one.saidAway) {
            one.saidAway = true;
            journal.append(new Event.SourceAway(one.source, one.until == null ? begun : one.until, why));
        }
    }

    private void alarms(String source, Reading.Read<TeamAlarms> read) {
        known = read.what().alarms().stream().map(TeamAlarms.TeamAlarm::name).toList();
        for (AlarmLog.Moved moved : alarms.read(read.what(), read.until())) {
            journal.append(new Event.AlarmChanged(moved.alarm(), Scope.SITE, moved.from(), moved.to(), moved.evidence(),
                    source, moved.when()));
            tell.accept(new Observed.AlarmMoved(at(moved.when()),
                    new AlarmChange(moved.alarm(), Scope.SITE, moved.from(), moved.to(), moved.evidence())));
        }
    }

    private void pages(String source, Reading.Read<TeamPages> read) {
        possible = read.what().receivers();
        String doubt = read.what().doubt();
        tell.accept(new Observed.PagesTrusted(at(read.until()), doubt.isEmpty() ? "" : "told, but " + doubt,
                read.what().deaf()));
        if (!doubt.isEmpty() && noted.add(doubt)) {
            note("of what " + source + " sent: " + doubt);
        }
        for (TeamPage page : read.what().pages()) {
            // Not its subject, to which PagerDuty adds as the incident goes on.
            String key = page.at() + " " + page.to() + " " + page.incident();
            boolean heard = told.containsKey(key);
            // Of two readings the same moment may be some milliseconds apart.
            Duration sent = told.computeIfAbsent(key, first -> at(page.at()));
            if (!page.at().isBefore(begun) && !heard) {
                journal.append(new Event.PageSent(page.to().getFirst(), source, page.subject(),
                        String.join(", ", page.alarms()), Scope.SITE, page.at()));
                page.to().forEach(to -> tell.accept(new Observed.Paged(sent, to)));
                tell.accept(new Observed.Told(sent, page.to(), page.alarms(), read.what().hearsAll()));
            }
            Instant acknowledged = page.acknowledged();
            if (acknowledged != null && !acknowledged.isBefore(begun) && taken.add(key)) {
                journal.append(new Event.PageAcknowledged(page.to().getFirst(), acknowledged));
                page.to().forEach(to -> tell.accept(new Observed.Acknowledged(at(acknowledged), to, sent)));
            }
        }
    }

    /// The time into the run at which it was `instant`.
    private Duration at(Instant instant) {
        return now.get().minus(Duration.between(instant, clock.now()));
    }

    /// Tells of tools that have been away for too long to be waited for. @param moment time into the run
    void tick(Duration moment) {
        following.forEach((medium, one) -> {
            if (!one.lost && (one.until == null || moment.minus(at(one.until)).compareTo(PATIENCE) > 0)) {
                one.lost = true;
                tell.accept(new Observed.SourceLost(moment, medium,
                        one.source + " has not been read for " + Units.words(PATIENCE) + ": " + one.away));
            }
        });
    }

    /// Whether all is known up to then, or will not be.
    boolean readPast(Duration moment) {
        return following.values().stream()
                .allMatch(one -> one.lost || one.until != null && at(one.until).compareTo(moment) > 0);
    }

    /// States of the alarms that the experiment names, by name and scope. One that could not ring is not OK.
    Map<String, AlarmState> states() {
        return alarms.states();
    }

    /// What keeps the team's tools from judging the run, asked before the first fault.
    List<GuardAnswered> guards() {
        List<GuardAnswered> guards = new ArrayList<>();
        if (alarms()) {
            guards.add(guard("every expected alarm of yours is there, in OK and able to ring", Medium.ALARMS,
                    target.teamAlarms(), this::alarmsNotReady));
        }
        if (pages()) {
            GuardAnswered known = guard("everybody who is to be told is known to your pager", Medium.PAGES,
                    target.teamPages(), this::receiversUnknown);
            guards.add(known.granted() && possible.isEmpty()
                    ? new GuardAnswered("whether everybody who is to be told is known to your pager", true,
                            pagesFrom() + " does not list whom it can tell, so this was not checked")
                    : known);
        }
        return guards;
    }

    private GuardAnswered guard(String guard, Medium medium, Port<?> port, Supplier<List<String>> problems) {
        if (port instanceof Port.Absent<?>(String reason)) {
            return new GuardAnswered(guard, false, reason);
        }
        Optional<String> stale = Optional.ofNullable(following.get(medium))
                .filter(one -> one.until == null || now.get().minus(at(one.until)).compareTo(FRESH) > 0)
                .map(one -> one.saidAway ? one.away : one.source + " " + one.away);
        List<String> found = stale.map(List::of).orElseGet(problems);
        return new GuardAnswered(guard, found.isEmpty(),
                found.isEmpty() ? "seen just before the first fault" : String.join("; ", found));
    }

    private List<String> alarmsNotReady() {
        List<String> found = new ArrayList<>();
        Stream.concat(expected.stream(), silent.stream()).distinct().filter(name -> !known.contains(name))
                .forEach(name -> found.add(name + " is not there"
                        + NearestWord.to(name, known).map(word -> "; did you mean " + word + "?").orElse("")));
        expected.stream().filter(known::contains).forEach(name -> alarms.notReady(name).ifPresent(found::add));
        return found;
    }

    private List<String> receiversUnknown() {
        return possible.isEmpty()
                ? List.of()
                : receivers.stream().filter(name -> !possible.contains(name))
                        .map(name -> name + " is no receiver there"
                                + NearestWord.to(name, possible).map(word -> "; did you mean " + word + "?")
                                        .orElse("; there are " + String.join(", ", possible)))
                        .toList();
    }

    private void note(String text) {
        journal.append(new Event.NoteTaken("engine", text));
    }
}
