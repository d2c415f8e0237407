package io.gameday.signal.live;

import io.gameday.signal.ClockOffset;
import io.gameday.signal.Page;
import io.gameday.signal.PagerLog;
import io.gameday.signal.Pages;
import io.gameday.signal.Period;
import io.gameday.signal.SourceFailure;
import io.gameday.target.TeamPages;
import io.gameday.target.TeamPages.TeamPage;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Who was told, by any pager's log.
public final class PageQuestion implements Question<TeamPages> {

    private final PagerLog log;
    private final Supplier<Collection<String>> alarms;
    private final Supplier<String> deaf;
    private final Supplier<Optional<ClockOffset>> offset;

    /// @param alarms names by which a page is known to be about an alarm
    /// @param deaf   why somebody who is not listed may have been told; empty when nobody else was
    /// @param offset of the source's clock, by its newest answer
    public PageQuestion(PagerLog log, Supplier<Collection<String>> alarms, Supplier<String> deaf,
            Supplier<Optional<ClockOffset>> offset) {
        this.deaf = deaf;
        this.log = log;
        this.alarms = alarms;
        this.offset = offset;
    }

    @Override
    public Told<TeamPages> ask(Period period) throws SourceFailure {
        Pages pages = log.read(period);
        Collection<String> names = alarms.get();
        List<TeamPage> told = pages.pages().stream().map(page -> told(page, names)).toList();
        return new Told<>(new TeamPages(told, pages.receivers(), pages.doubt(), deaf.get(), log.hearsAll()),
                pages.notes());
    }

    private static TeamPage told(Page page, Collection<String> names) {
        return new TeamPage(page.at(), page.receivers(), page.subject(), page.about(names), page.acknowledged(),
                page.incident());
    }

    @Override
    public Optional<ClockOffset> offset() {
        return offset.get();
    }
}
