package io.gameday.cli.view;
import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.view.Happening;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/// Where there is no terminal: one line per event, none per second. What the platform says again and again (it tries to
/// place a task every few seconds) is shown once; the journal has all of it.
public final class LineLog implements Consumer<Entry> {

    private final Output out;
    private final ZoneId zone;
    private final Set<String> said = new HashSet<>();

    public LineLog(Output out, ZoneId zone) {
        this.out = out;
        this.zone = zone;
    }

    @Override
    public void accept(Entry entry) {
        if (entry.event() instanceof Event.AutomationActed acted && !said.add(acted.scope() + acted.text())) {
            return;
        }
        Happening.of(entry).ifPresent(happening -> out.line(LiveScreen.line(happening, zone).plain()));
    }
}
