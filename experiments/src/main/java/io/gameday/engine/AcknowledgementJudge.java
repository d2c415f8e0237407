package io.gameday.engine;

import io.gameday.experiment.Expectation.PageAcknowledged;
import io.gameday.yaml.Units;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whoever was paged must acknowledge in time, counted from the page to them. Where no page went out, or nothing was left to
/// acknowledge before their time was up, it is not known whether they would have.
final class AcknowledgementJudge implements Judge {

    private final PageAcknowledged expected;
    private final boolean anybodyThere;
    private final Deadline deadline;
    private @Nullable Duration paged;
    private String others = "";

    /// @param anybodyThere false where nobody can answer a page
    AcknowledgementJudge(PageAcknowledged expected, boolean anybodyThere) {
        this.expected = expected;
        this.anybodyThere = anybodyThere;
        this.deadline = new Deadline(expected.of(), expected.within());
    }

    @Override
    public Optional<Ruling> observe(Observed observed) {
        deadline.observe(observed);
        if (!anybodyThere) {
            return Optional.of(Ruling.unknown("nobody is there who could answer a page on this target"));
        }
        Duration since = paged == null ? null : observed.at().minus(paged);
        boolean late = since != null && since.compareTo(expected.within()) > 0;
        return switch (observed) {
            case Observed.Paged(Duration at, String to) when since == null && to.equals(expected.by())
                    && deadline.running() -> {
                paged = at;
                yield Optional.empty();
            }
            case Observed.Acknowledged(_, _, var page) when page != null && paged != null
                    && page.compareTo(paged) < 0 ->
                // Somebody answers what came before: of the page that counts it tells nothing.
                late ? Optional.of(notInTime()) : Optional.empty();
            case Observed.Acknowledged(_, String by, _) when since != null && by.equals(expected.by()) ->
                Optional.of(late
                        ? Ruling.broken(Units.words(since), by + " acknowledged too late")
                        : Ruling.held(Units.words(since), "from the page to " + by));
            case Observed.Acknowledged(_, String by, _) when since != null && !late -> {
                others = "; " + by + " did";
                yield Optional.empty();
            }
            case Observed.PagesResolved _ when since != null && !late ->
                Optional.of(unknown("every alarm had left ALARM " + Units.words(since) + " after the page"));
            case Observed.Closed _ when since == null ->
                Optional.of(Ruling.unknown("no page to " + expected.by() + " went out that could be acknowledged"));
            case Observed.Closed _ when !late ->
                Optional.of(unknown("the run ended " + Units.words(since) + " after it"));
            default -> late ? Optional.of(notInTime()) : Optional.empty();
        };
    }

    private Ruling notInTime() {
        return Ruling.broken("not in time", expected.by() + " did not acknowledge" + others);
    }

    private Ruling unknown(String why) {
        return Ruling.unknown(why + ", before the time of " + expected.by() + " to acknowledge was up" + others);
    }

    @Override
    public boolean waiting() {
        return paged != null;
    }

    @Override
    public String wanted() {
        return deadline.wanted() + " after the page";
    }
}
