package io.gameday.cli.view;

import io.gameday.journal.Entry;
import io.gameday.journal.JournalFormat;
import java.util.function.Consumer;

/// `--json`: every entry as one line on stdout, exactly as the journal holds it.
public record Json(Output out) implements Consumer<Entry> {

    @Override
    public void accept(Entry entry) {
        out.line(JournalFormat.write(entry));
    }
}
