package io.gameday.cli.view;
import io.gameday.journal.Entry;
import io.gameday.journal.view.RunView;
import io.gameday.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;

/// The live screen on a terminal, drawn again in place at most five times a second however many entries come.
/// Belongs to the loop of its clock.
public final class Live implements Consumer<Entry>, AutoCloseable {

    private static final Duration BETWEEN_FRAMES = Duration.ofMillis(200);

    private final RunView run;
    private final LiveScreen screen;
    private final Terminal terminal;
    private final Output out;
    private final Clock clock;
    private final Clock.Cancellable redraw;
    private List<String> last = List.of();

    /// @param run takes in every entry itself; [#accept] hands them on to it
    public Live(RunView run, Clock clock, ZoneId zone, Terminal terminal, Output out) {
        this.run = run;
        this.clock = clock;
        this.terminal = terminal;
        this.out = out;
        screen = new LiveScreen(zone);
        redraw = clock.every(BETWEEN_FRAMES, this::draw);
    }

    @Override
    public void accept(Entry entry) {
        run.accept(entry);
    }

    private void draw() {
        List<String> frame = screen.render(run, clock.now(), terminal.columns(), terminal.rows()).stream()
                .map(terminal::print).toList();
        if (!frame.equals(last)) {
            last = frame;
            out.frame(frame);
        }
    }

    /// Draws the last picture and stops drawing.
    @Override
    public void close() {
        redraw.cancel();
        draw();
    }
}
