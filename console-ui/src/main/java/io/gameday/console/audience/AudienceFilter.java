package io.gameday.console.audience;

import io.gameday.console.text.Texts;
import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.PersonAct;
import io.gameday.journal.Phase;
import io.gameday.journal.Phases;
import io.gameday.journal.view.Happening;
import io.gameday.journal.view.Words;
import io.gameday.observability.Scope;
import io.gameday.observability.Tally;
import io.gameday.observability.alarm.AlarmState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Takes out of a journal, entry by entry, what those may not see who are to find out what is broken: the experiment's
/// name and words, faults, aims, predictions, limits, and what those say who know. Doubt hides: every kind of event says
/// here what of it is for all. What is withheld opens up with learn, but for whose a sealed prediction was. Knows no clock.
final class AudienceFilter {

    /// Those who find out. What anybody else says may tell what they know, so it waits.
    private static final Set<String> FINDING_OUT = Set.of("observer", "responder", "on-call");

    private final boolean strict;
    private final boolean everything;
    private final Phases phases = new Phases();
    private final List<Told.Line> withheld = new ArrayList<>();
    /// In strict mode, where each alarm is raised: told is only that it is raised somewhere.
    private final Map<String, Set<Scope>> raised = new HashMap<>();
    private List<String> zones = List.of();
    private List<String> cells = List.of();

    /// @param strict true where no zone and no cell may be told apart either
    AudienceFilter(boolean strict) {
        this(strict, false);
    }

    private AudienceFilter(boolean strict, boolean everything) {
        this.strict = strict;
        this.everything = everything;
    }

    /// Withholds nothing, and marks what was withheld while the run went on: for looking back together.
    static AudienceFilter lookingBack() {
        return new AudienceFilter(false, true);
    }

    Told of(Entry entry) {
        if (entry.event() instanceof Event.RunStarted started) {
            zones = started.zones();
            cells = started.cells();
        }
        Phase phase = phases.after(entry.event());
        Event open = everything ? entry.event() : open(entry.event());
        List<Told.Line> lines = lines(entry, everything || phase == Phase.LEARN);
        return new Told(phase, open == null ? null : new Entry(entry.seq(), entry.at(), "", open), lines);
    }

    private List<Told.Line> lines(Entry entry, boolean learning) {
        Told.Line now = line(entry);
        if (now == null) {
            Happening.of(entry).filter(_ -> !(entry.event() instanceof Event.AlarmChanged))
                    .map(all -> new Told.Line(entry.seq(), all.at(), everything ? Told.Kind.HIDDEN : Told.Kind.RUN,
                            withoutWhose(entry.event(), all.text())))
                    .ifPresent(withheld::add);
        }
        List<Told.Line> told = new ArrayList<>();
        if (learning) {
            told.addAll(withheld);
            withheld.clear();
        }
        if (now != null) {
            told.add(now);
        }
        return List.copyOf(told);
    }

    /// What people predicted opens up; who predicted it does not.
    private static String withoutWhose(Event event, String text) {
        return event instanceof Event.PersonActed acted ? switch (acted.act()) {
            case PersonAct.Sealed _ -> Texts.of("audience.sealed");
            case PersonAct.Opened opened -> Texts.of("audience.opened", opened.outcome().words(),
                    Texts.own(opened.text()), Texts.own(opened.seen()));
            case PersonAct.Invited _,PersonAct.Joined _,PersonAct.Left _,PersonAct.Answered _,PersonAct.Noticed _ ->
                text;
        } : text;
    }

    /// The part of an event that figures, charts and alarms are drawn from.
    private @Nullable Event open(Event event) {
        return switch (event) {
            case Event.RunStarted e -> new Event.RunStarted("", "", "", e.target(), 0, "", List.of(),
                    strict ? List.of() : e.zones(), 0, e.customers(), 0, "", 0);
            case Event.SecondMeasured e ->
                new Event.SecondMeasured(e.second(), series(e.series()), e.hurtNow(), 0, e.total());
            case Event.AlarmChanged e -> alarm(e);
            default -> null;
        };
    }

    private Map<String, Tally> series(Map<String, Tally> all) {
        Predicate<String> open = Stream
                .concat(Stream.of(Scope.SITE), strict ? Stream.of() : zones.stream().map(Scope.Zone::new))
                .map(scope -> "customer " + scope).collect(Collectors.toSet())::contains;
        return all.entrySet().stream().filter(one -> open.test(one.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Event.AlarmChanged alarm(Event.AlarmChanged e) {
        if (!strict) {
            Scope scope = e.scope() instanceof Scope.Instance ? Scope.SITE : e.scope();
            return new Event.AlarmChanged(e.alarm(), scope, e.from(), e.to(), "", e.source(), e.when());
        }
        String name = named(e.alarm()) ? Texts.of("audience.alarm") : e.alarm();
        Set<Scope> where = raised.computeIfAbsent(name, _ -> new HashSet<>());
        if (e.to() == AlarmState.ALARM) {
            where.add(e.scope());
        } else {
            where.remove(e.scope());
        }
        AlarmState state = where.isEmpty() ? e.to() : AlarmState.ALARM;
        return new Event.AlarmChanged(name, Scope.SITE, e.from(), state, "", null, e.when());
    }

    private Told.@Nullable Line line(Entry entry) {
        return switch (entry.event()) {
            case Event.NoteTaken e when findingOut(e.role()) && !strict ->
                line(entry, Told.Kind.PERSON, Texts.of("audience.note", capital(e.role()), Texts.own(e.text())));
            case Event.InterventionRecorded e when e.role() != null && findingOut(e.role()) && !strict ->
                line(entry, Told.Kind.PERSON, Texts.of("audience.note", capital(e.role()), Texts.own(e.text())));
            case Event.PageAcknowledged e -> line(entry, Told.Kind.PERSON,
                    findingOut(e.by())
                            ? Texts.of("audience.acknowledged-by", capital(e.by()))
                            : Texts.of("audience.acknowledged"));
            case Event.PageSent e -> line(entry, Told.Kind.PAGE,
                    strict && named(e.to()) ? Texts.of("audience.page") : Texts.of("audience.page-to", e.to()));
            case Event.AutomationActed e -> line(entry, Told.Kind.AUTOMATION, automation(e));
            case Event.StopConditionMet _ -> line(entry, Told.Kind.RUN, Texts.of("audience.stopped-itself"));
            case Event.StopRequested _ -> line(entry, Told.Kind.RUN, Texts.of("audience.stopped"));
            case Event.GapNoticed e -> line(entry, Told.Kind.RUN, Texts.of("audience.gap", Words.tenths(e.length())));
            case Event.SourceAway _ -> line(entry, Told.Kind.RUN, Texts.of("audience.source-away"));
            case Event.SourceBack _ -> line(entry, Told.Kind.RUN, Texts.of("audience.source-back"));
            case Event.RunEnded _ -> line(entry, Told.Kind.RUN, Texts.of("audience.ended"));
            default -> null;
        };
    }

    /// What it did and where. Its reasons stay away: a scheduler's is that a zone has no power.
    private String automation(Event.AutomationActed acted) {
        if (strict) {
            return named(acted.name())
                    ? Texts.of("audience.automation")
                    : Texts.of("audience.automation-of", acted.name());
        }
        return switch (acted.scope()) {
            case Scope.Zone _,Scope.Cell _,Scope.CellZone _ ->
                Texts.of("audience.automation-at", acted.name(), Words.name(acted.scope()));
            case Scope.Site _,Scope.Instance _ -> Texts.of("audience.automation-of", acted.name());
        };
    }

    private static Told.Line line(Entry entry, Told.Kind kind, String text) {
        return new Told.Line(entry.seq(), entry.at(), kind, text);
    }

    private static boolean findingOut(String role) {
        // Where several have a role it has a number, such as `responder 2`.
        return FINDING_OUT.contains(role.toLowerCase(Locale.ROOT).replaceAll(" \\d+$", ""));
    }

    private boolean named(String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        return Stream.concat(zones.stream(), cells.stream())
                .anyMatch(place -> plain.contains(place.toLowerCase(Locale.ROOT)));
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
