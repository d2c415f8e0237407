package io.gameday.people;

import io.gameday.engine.Gathering;
import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.Event.GuardAnswered;
import io.gameday.journal.JournalFailure;
import io.gameday.journal.PersonAct;
import io.gameday.journal.RunFolder;
import io.gameday.people.GoList.Standing;
import io.gameday.time.Clock;
import io.gameday.yaml.Units;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Where all that people do in a run comes together: who is here, who says go, what they sealed. It is shown every entry
/// of the journal. Everything but [#presence()] and [#commons()] belongs to the loop.
public final class Desk implements Gathering, Consumer<Entry> {

    /// Who started the run, by terminal or console.
    public static final String OWNER = "owner";

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration LATE = Duration.ofSeconds(5);
    private static final Said.Refused OVER = new Said.Refused(Saying.OVER.with());

    private final List<Participant> invited;
    private final Duration wait;
    private final Clock clock;
    private final PeopleControl control;
    private final RandomGenerator chance;
    private final GoList list;
    private final SealedTexts sealed;
    private final Presence presence;
    private final Commons commons = new Commons();
    private final Once once = new Once();
    private final Set<String> here = new LinkedHashSet<>();
    private final List<Entry> signals = new ArrayList<>();
    private final List<Clock.Cancellable> timers = new ArrayList<>();
    private @Nullable Consumer<Optional<String>> waiting;
    private volatile boolean gathering;
    private volatile Instant now;

    /// @param wait    for all to say go
    /// @param chance  for salts; must not be guessable
    /// @param nanos   the machine's monotonic time
    public Desk(List<Participant> invited, Duration wait, Clock clock, PeopleControl control, RandomGenerator chance,
            LongSupplier nanos, RunFolder folder) {
        this.invited = List.copyOf(invited);
        this.wait = wait;
        this.clock = clock;
        this.control = control;
        this.chance = chance;
        list = new GoList(invited);
        sealed = new SealedTexts(folder);
        presence = new Presence(nanos);
        now = clock.now();
    }

    List<Participant> invited() {
        return invited;
    }

    Presence presence() {
        return presence;
    }

    Commons commons() {
        return commons;
    }

    Clock clock() {
        return clock;
    }

    /// For any thread: the run's time, up to a second old.
    Instant now() {
        return now;
    }

    /// For any thread: whether the run waits for a go.
    boolean gathering() {
        return gathering;
    }

    @Override
    public void accept(Entry entry) {
        commons.accept(entry);
        if (Foretold.matters(entry.event())) {
            signals.add(entry);
        }
    }

    @Override
    public void gather(Consumer<Optional<String>> told) {
        waiting = told;
        gathering = true;
        invited.forEach(participant -> act(participant.title(), new PersonAct.Invited(wait)));
        timers.add(clock.every(LOOK, this::lookWhoIsHere));
        timers.add(clock.at(wait, this::waitedLongEnough));
    }

    @Override
    public void part() {
        waiting = null;
        gathering = false;
        timers.forEach(Clock.Cancellable::cancel);
        Instant end = clock.now();
        boolean all = true;
        for (SealedTexts.Text text : sealed.all()) {
            Foretold foretold = Foretold.of(text.claim(), signals, end);
            all &= act(text.role(), new PersonAct.Opened(text.id(), text.claim().text(), text.salt(),
                    foretold.outcome(), foretold.seen()));
        }
        if (all) {
            sealed.opened();
        }
    }

    /// A page is open.
    ///
    /// @param ahead of this machine's clock; null where it was not told
    Said join(Participant who, @Nullable Duration ahead) {
        return here.contains(who.title()) ? new Said.Done(Phrase.plain("")) : arrived(who, ahead);
    }

    /// Says whether the run may begin.
    ///
    /// @param by  a participant's title, or [#OWNER]
    /// @param of  whose answer it is
    /// @param why needed for a no-go, and where somebody else says it
    public Said answer(String by, String of, boolean go, String why) {
        Optional<Participant> whose = named(of);
        if (whose.isEmpty()) {
            return new Said.Refused(Saying.NO_SUCH_PERSON.with("of", of, "all", titles()));
        }
        boolean may = by.equals(OWNER) || named(by).filter(who -> who.mayAnswerFor(whose.get())).isPresent();
        if (!may) {
            return new Said.Refused(Saying.NOT_FOR_THEM.with("by", by, "of", of));
        }
        if (why.isBlank() && (!go || !by.equals(of))) {
            return new Said.Refused(go ? Saying.GO_NEEDS_REASON.with("of", of) : Saying.NO_GO_NEEDS_REASON.with());
        }
        if (waiting == null) {
            return new Said.Refused(Saying.WAITS_NO_MORE.with());
        }
        if (!act(of, new PersonAct.Answered(go, by, why))) {
            return OVER;
        }
        list.take(of, go, by, why);
        conclude();
        return new Said.Done((go ? Saying.GO : Saying.NO_GO).with());
    }

    /// Says go for everybody who has not answered; or no-go for the whole run.
    public Said answerForAwaited(String by, boolean go, String why) {
        if (!(list.standing() instanceof Standing.Waiting(List<String> awaited)) || waiting == null) {
            return new Said.Refused(Saying.WAITS_NO_MORE.with());
        }
        Said said = new Said.Done(Phrase.plain(""));
        for (String title : go ? awaited : awaited.subList(0, 1)) {
            said = answer(by, title, go, why);
        }
        return said;
    }

    Said note(Participant who, String id, String text, @Nullable Instant typed) {
        return once.answer(who, id, "note " + text, () -> {
            if (commons.picture(Long.MAX_VALUE).ended() != null) {
                return OVER;
            }
            control.note(who.title(), text, late(typed));
            return new Said.Done(Saying.NOTED.with());
        });
    }

    Said noticed(Participant who, String id, String text, @Nullable Instant typed) {
        return once.answer(who, id, "noticed " + text, () -> recorded(who, new PersonAct.Noticed(text, late(typed))));
    }

    Said seal(Participant who, String id, Claim claim) {
        return once.answer(who, id, "prediction " + claim.text(), () -> {
            if (!commons.sealing()) {
                return new Said.Refused(Saying.FAULT_HAS_COME.with());
            }
            byte[] salt = new byte[16];
            chance.nextBytes(salt);
            try {
                SealedTexts.Text text = sealed.keep(who.title(), claim, HexFormat.of().formatHex(salt));
                if (!act(who.title(), new PersonAct.Sealed(text.id(), text.hash()))) {
                    sealed.forget(text);
                    return OVER;
                }
                return new Said.Done(Saying.SEALED.with("id", text.id(), "hash", text.hash().substring(0, 12)));
            } catch (JournalFailure unwritable) {
                return new Said.Refused(Saying.NOT_KEPT.with("why", String.valueOf(unwritable.getMessage())));
            }
        });
    }

    Said acknowledge(Participant who, String id) {
        return once.answer(who, id, "acknowledged",
                () -> control.acknowledge(who.title()).<Said>map(why -> new Said.Refused(Saying.of(why)))
                        .orElseGet(() -> new Said.Done(Saying.ACKNOWLEDGED.with())));
    }

    /// Anybody may. Two at once are one stop, and both are told.
    Said stop(Participant who, String why) {
        boolean already = control.stopping();
        control.stop(who.title(), why);
        return new Said.Done((already ? Saying.STOPPING_ALREADY : Saying.STOPPING).with());
    }

    private Said recorded(Participant who, PersonAct act) {
        return act(who.title(), act) ? new Said.Done(Saying.NOTED.with()) : OVER;
    }

    /// Where it took long to come in; the time of the entry is enough otherwise.
    private @Nullable Instant late(@Nullable Instant typed) {
        return typed == null || Duration.between(typed, clock.now()).compareTo(LATE) < 0 ? null : typed;
    }

    private void lookWhoIsHere() {
        now = clock.now();
        for (Participant participant : invited) {
            boolean heard = presence.here(participant);
            if (heard && !here.contains(participant.title())) {
                arrived(participant, null);
            } else if (!heard && here.remove(participant.title())) {
                Duration silent = presence.silent(participant);
                act(participant.title(),
                        new PersonAct.Left(clock.now().minus(silent == null ? Duration.ZERO : silent)));
            }
        }
    }

    private Said arrived(Participant who, @Nullable Duration ahead) {
        here.add(who.title());
        return recorded(who, new PersonAct.Joined(ahead));
    }

    private void waitedLongEnough() {
        if (list.standing() instanceof Standing.Waiting(List<String> awaited)) {
            told(false, "after " + Units.words(wait) + " these have not answered: " + String.join(", ", awaited));
        }
    }

    private void conclude() {
        switch (list.standing()) {
            case Standing.Waiting _ -> {
                // The next answer may decide.
            }
            case Standing.Agreed(int people) -> told(true, people + " of " + invited.size() + " say go");
            case Standing.NoGo(String title, String by, String why) ->
                told(false, (by.equals(title) ? title + " says" : by + " says for " + title) + " no-go: " + why);
        }
    }

    private void told(boolean go, String reason) {
        Consumer<Optional<String>> who = waiting;
        if (who != null) {
            waiting = null;
            gathering = false;
            control.record(new GuardAnswered("everybody who was invited says go", go, reason));
            who.accept(go ? Optional.empty() : Optional.of(reason));
        }
    }

    private boolean act(String title, PersonAct act) {
        return control.record(new Event.PersonActed(title, act));
    }

    private Optional<Participant> named(String title) {
        return invited.stream().filter(participant -> participant.title().equals(title)).findFirst();
    }

    private String titles() {
        return String.join(", ", invited.stream().map(Participant::title).toList());
    }
}
