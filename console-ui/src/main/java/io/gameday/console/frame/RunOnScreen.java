package io.gameday.console.frame;

import io.gameday.console.run.Contact;
import io.gameday.console.run.FollowedRun;
import io.gameday.journal.view.FaultView;
import io.gameday.journal.view.RunView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The one run that Live and the header show, and what STOP acts on while it is in force.
final class RunOnScreen {

    private final FollowedRun run;
    private final Origin origin;
    private final RunFacts facts = new RunFacts();

    RunOnScreen(FollowedRun run, Origin origin) {
        this.run = run;
        this.origin = origin;
        run.follow(facts::take);
    }

    FollowedRun run() {
        return run;
    }

    Origin origin() {
        return origin;
    }

    RunView view() {
        return run.view();
    }

    RunFacts facts() {
        return facts;
    }

    /// Nothing that is done here can change it any more.
    boolean over() {
        return switch (run.contact().get()) {
            case Contact.Ended _,Contact.Replayed _ -> true;
            case Contact.Lost _ -> run.view().ended() != null || view().faults().stream().noneMatch(FaultView::running);
            case Contact.Connected _,Contact.Silent _ -> run.view().ended() != null;
        };
    }

    /// Its controller went without an end in the journal.
    boolean cutOff() {
        return run.contact().get() instanceof Contact.Lost;
    }

    /// Something of it may still be going on at `now`.
    boolean inForce(Instant now) {
        if (over()) {
            return false;
        }
        Instant ends = leaseEnds();
        return !(run.contact().get() instanceof Contact.Lost) || ends != null && ends.isAfter(now);
    }

    /// The faults whose end has to be proved: those that were injected and last.
    List<FaultView> toProve() {
        return view().faults().stream().filter(fault -> fault.injected() != null && fault.lasts() != null).toList();
    }

    int proved() {
        return (int) toProve().stream().filter(fault -> facts.gone(fault.id()) != null).count();
    }

    boolean allProved() {
        return proved() == toProve().size();
    }

    /// When the last fault was proved gone; null when one is not, or none was injected.
    @Nullable
    Instant provedAt() {
        return allProved()
                ? toProve().stream().map(fault -> facts.gone(fault.id())).reduce(null,
                        (a, b) -> a == null || b != null && b.isAfter(a) ? b : a)
                : null;
    }

    /// Since when the controller has said nothing; null when it speaks, or has no need to.
    @Nullable
    Instant silentSince() {
        return switch (run.contact().get()) {
            case Contact.Silent(Instant lastSeen) -> lastSeen;
            case Contact.Lost(Instant lastSeen) -> lastSeen;
            case Contact.Connected _,Contact.Ended _,Contact.Replayed _ -> null;
        };
    }

    /// When the faults that are in force end by themselves at the latest, because nobody renews their leases any more.
    /// Null while the controller speaks, and where no fault is in force.
    @Nullable
    Instant leaseEnds() {
        Instant silent = silentSince();
        Duration longest = view().faults().stream().filter(FaultView::running).map(FaultView::lease)
                .max(Duration::compareTo).orElse(null);
        return silent == null || longest == null ? null : silent.plus(longest);
    }
}
