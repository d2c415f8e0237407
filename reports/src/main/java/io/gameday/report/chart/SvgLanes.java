package io.gameday.report.chart;

import io.gameday.report.chart.Drawing.Label;
import io.gameday.report.chart.Lanes.Lane;
import io.gameday.report.gray.Moment;
import io.gameday.report.gray.Quadrant;
import java.util.List;

import static io.gameday.report.chart.TimePlot.LEFT;
import static io.gameday.report.chart.TimePlot.RIGHT;

/// Draws [Lanes]. Each is a white ground; above, customers, yellow where they were hurt, hatched where nothing said so, and
/// orange where they were refused for want of capacity;
/// below, red where something said so, dark where nothing did and the tool whose alarms are graded was not read.
///
/// ```
///  az2   │      ▨▨▨▨██████████     │ customers
///        │          ──────────     │ alarms and health checks
///                gray detected
/// ```
public final class SvgLanes {

    private static final int CUSTOMERS = 11;
    private static final int OBSERVERS = 5;
    private static final int HEIGHT = CUSTOMERS + OBSERVERS;
    private static final int SPACE = 4;
    private static final int NOTE = 50;

    private final Lanes lanes;
    private final TimePlot plot;

    private SvgLanes(Lanes lanes, String id) {
        this.lanes = lanes;
        plot = new TimePlot(lanes, id);
    }

    /// @param id letters and digits, unique in the document
    public static Drawing draw(Lanes lanes, String id) {
        return new SvgLanes(lanes, id).draw();
    }

    private Drawing draw() {
        int bottom = plot.top();
        for (Lane lane : lanes.lanes()) {
            lane(lane, bottom);
            bottom += HEIGHT + SPACE;
        }
        return plot.finish(bottom - SPACE);
    }

    private void lane(Lane lane, int top) {
        plot.ground(top, HEIGHT);
        List<Moment> moments = lane.moments();
        int start = 0;
        while (start < moments.size()) {
            int end = start;
            while (end < moments.size() && alike(moments.get(start), moments.get(end))) {
                end++;
            }
            stretch(moments.get(start), plot.x(moments.get(start).second()),
                    Math.min(RIGHT, plot.x(moments.get(end - 1).second().plusSeconds(1))), top);
            start = end;
        }
        plot.frame(top, HEIGHT);
        boolean room = TimePlot.width(lane.name()) < NOTE;
        plot.label(new Label(0, top, room ? NOTE : LEFT - 6, "left", "name", lane.name()));
        if (room) {
            plot.label(new Label(NOTE, top, LEFT - NOTE - 6, "right", "note", lane.note()));
        }
    }

    private static boolean alike(Moment one, Moment other) {
        return one.felt() == other.felt() && one.observers() == other.observers();
    }

    private void stretch(Moment moment, double from, double to, int top) {
        switch (moment.felt()) {
            case WELL -> {
                // The ground is how well looks.
            }
            case REFUSED -> plot.path("class=\"c-overload\" fill=\"#f0883e\" stroke=\"none\"",
                    TimePlot.box(from, to, top, CUSTOMERS));
            case HURT -> {
                if (moment.quadrant() == Quadrant.GRAY) {
                    plot.missed(TimePlot.box(from, to, top, CUSTOMERS), from, to, top, CUSTOMERS);
                } else {
                    plot.path("class=\"c-missed\" fill=\"#ffe9a8\" stroke=\"none\"",
                            TimePlot.box(from, to, top, CUSTOMERS));
                }
            }
            case NOTHING -> plot.silent(from, to, top, CUSTOMERS);
        }
        switch (moment.observers()) {
            case UNWELL -> plot.path("class=\"c-flag\" fill=\"#cf222e\" stroke=\"none\"",
                    TimePlot.box(from, to, top + CUSTOMERS, OBSERVERS));
            case NOTHING -> {
                // The ground is how silence looks.
            }
            case UNREAD -> plot.silent(from, to, top + CUSTOMERS, OBSERVERS);
        }
    }
}
