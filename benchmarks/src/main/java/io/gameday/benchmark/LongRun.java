package io.gameday.benchmark;

import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.JournalFile;
import io.gameday.journal.JournalFormat;
import io.gameday.journal.JournalReader;
import io.gameday.journal.RunFolder;
import io.gameday.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// A game day of an hour made of a short one: what was measured and what happened while its first fault was in force
/// comes again until the hour is over, alarms and automation in many voices, each a little later than the other. The same
/// run gives the same journal.
///
/// ```
///  short   prepare │ fault in force │ learn
///  long    prepare │ fault in force, again, again … and a note each minute │ learn
/// ```
final class LongRun {

    private static final Duration LENGTH = Duration.ofHours(1);
    private static final Duration NOTES = Duration.ofMinutes(1);
    /// However many voices there are, no two of them begin together.
    private static final double GOLDEN = 0.618034;
    private static final Pattern INSTANT = Pattern.compile("(?<=\")\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:[\\d.]+Z(?=\")");

    private final List<Entry> prepare;
    private final List<Entry> inForce;
    private final List<Entry> learn;
    private final Duration stretch;
    private final List<Entry> hour = new ArrayList<>();

    private LongRun(List<Entry> all) {
        int from = 1 + first(all, Event.FaultInjected.class);
        int to = first(all, Event.FaultReverted.class);
        prepare = all.subList(0, from);
        learn = all.subList(to, all.size());
        Instant injected = prepare.getLast().at();
        // Whole, so that measured seconds stay a second apart.
        stretch = Duration.ofSeconds(Duration.between(injected, learn.getFirst().at()).toSeconds());
        inForce = all.subList(from, to).stream().filter(e -> e.at().isBefore(injected.plus(stretch))).toList();
    }

    /// Writes the journal of the long one and nothing else.
    ///
    /// @param run    a short one that held a fault in force for some seconds
    /// @param events how many entries the journal gets at least
    /// @return how many it got
    static int write(RunFolder run, RunFolder folder, int events) {
        LongRun made = new LongRun(JournalReader.read(run.journal()).entries());
        made.fill(events);
        return made.write(folder);
    }

    private void fill(int events) {
        hour.addAll(inForce);
        again(stretch, e -> switch (e) {
            case Event.SecondMeasured _,Event.TasksChanged _,Event.ServerSilent _,Event.PageSent _ -> true;
            default -> machines(e);
        });
        for (Duration at = NOTES; at.compareTo(LENGTH) < 0; at = at.plus(NOTES)) {
            hour.add(new Entry(0, prepare.getLast().at().plus(at), "",
                    new Event.NoteTaken("incident commander", "Minute " + at.toMinutes() + ": we wait and watch.")));
        }
        for (int voice = 1; hour.size() < events; voice++) {
            again(Duration.ofMillis((long) (stretch.toMillis() * (voice * GOLDEN % 1))), LongRun::machines);
        }
        hour.sort(Comparator.comparing(Entry::at));
    }

    private static boolean machines(Event event) {
        return event instanceof Event.AlarmChanged || event instanceof Event.AutomationActed;
    }

    private void again(Duration begin, Predicate<Event> which) {
        List<Entry> chosen = inForce.stream().filter(e -> which.test(e.event())).toList();
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("no alarm and no automation while the fault of that run was in force");
        }
        for (Duration by = begin; by.plus(stretch).compareTo(LENGTH) <= 0; by = by.plus(stretch)) {
            for (Entry entry : chosen) {
                hour.add(later(entry, by));
            }
        }
    }

    private static Entry later(Entry entry, Duration by) {
        return JournalFormat.read(INSTANT.matcher(JournalFormat.write(entry))
                .replaceAll(at -> Instant.parse(at.group()).plus(by).toString()));
    }

    private int write(RunFolder folder) {
        List<Entry> all = new ArrayList<>(prepare);
        all.addAll(hour);
        learn.forEach(entry -> all.add(later(entry, LENGTH.minus(stretch))));
        VirtualClock clock = new VirtualClock(all.getFirst().at());
        try (JournalFile journal = new JournalFile(folder.journal(), folder.run(), clock)) {
            for (Entry entry : all) {
                Duration until = Duration.between(clock.now(), entry.at());
                clock.advance(until.isNegative() ? Duration.ZERO : until);
                journal.append(entry.event());
            }
        }
        return all.size();
    }

    private static int first(List<Entry> all, Class<? extends Event> kind) {
        for (int i = 0; i < all.size(); i++) {
            if (kind.isInstance(all.get(i).event())) {
                return i;
            }
        }
        throw new IllegalArgumentException("that run has no " + kind.getSimpleName() + "; give one that had a fault");
    }
}
