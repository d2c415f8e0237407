package io.gameday.cli.view;

import io.gameday.journal.Entry;
import java.time.ZoneId;
import java.util.function.Consumer;

/// Where there is no terminal: one line per event, none per second.
public final class LineLog implements Consumer<Entry> {

    private final Output out;
    private final ZoneId zone;

    public LineLog(Output out, ZoneId zone) {
        this.out = out;
        this.zone = zone;
    }

    @Override
    public void accept(Entry entry) {
        Happening.of(entry).ifPresent(happening -> out.line(LiveScreen.line(happening, zone).plain()));
    }
}
