package io.gameday.console.debrief;

import io.gameday.console.control.State;
import io.gameday.console.text.Texts;
import io.gameday.journal.Verdict;
import io.gameday.report.scorecard.Blind;
import io.gameday.report.scorecard.DurationValue;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.text.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// One figure of the header.
///
/// @param value   short; a word where there is no number
/// @param caption below it
/// @param told    all of it, for a tooltip and for those who cannot see
/// @param state   [State#PLAIN] unless it is bad news or not known
public record Figure(String value, String caption, String told, State state) {

    private static final Pattern TENTHS = Pattern.compile("( min \\d+)\\.\\d(?= s)");

    /// @param alive the run is still being played
    static List<Figure> of(Scorecard card, boolean alive) {
        List<Figure> figures = new ArrayList<>();
        Scorecard.Customers customers = card.customers();
        String none = Texts.of("debrief.notmeasured");
        figures.add(figure(card.customersCounted()
                ? Texts.of("debrief.figure.of", Figures.count(customers.hurtEver()), Figures.count(customers.total()))
                : none, Texts.of("debrief.figure.hurt"), ""));
        Scorecard.Orders orders = card.orders();
        boolean measured = orders.of() > 0;
        String requests = card.experiment().target().requests();
        figures.add(figure(
                measured
                        ? Texts.of("debrief.figure.of", Figures.count(orders.failed()), Figures.count(orders.of()))
                        : none,
                measured
                        ? Texts.of("debrief.figure.failed.share", requests,
                                Figures.percent(orders.failed(), orders.of()))
                        : Texts.of("debrief.figure.failed", requests),
                ""));
        figures.add(duration(card, "impactTotal", Texts.of("debrief.figure.impact")));
        figures.add(duration(card, "detect", Texts.of("debrief.figure.detect")));
        figures.add(blind(card));
        figures.add(faults(card, alive));
        return List.copyOf(figures);
    }

    private static Figure figure(String value, String caption, String told) {
        String said = Texts.said(value);
        return new Figure(said, caption, told.isEmpty() ? caption + ": " + said : told, State.PLAIN);
    }

    private static Figure duration(Scorecard card, String name, String caption) {
        DurationValue found = card.durations().stream().filter(d -> d.name().equals(name)).findFirst().orElseThrow();
        String value = brief(found.value() != null ? found.words() : found.words().replaceFirst("(:| \\().*", ""));
        return figure(value, caption, caption + ": " + Texts.said(found.words()) + ", "
                + Texts.said(found.from().what()) + " → " + Texts.said(found.to().what()));
    }

    /// Tenths of a second are left out above a minute.
    static String brief(String duration) {
        return TENTHS.matcher(duration).replaceAll("$1");
    }

    private static Figure blind(Scorecard card) {
        String caption = Texts.of("debrief.figure.blind");
        Blind blind = card.blind();
        boolean known = blind.unread() == 0;
        String value = card.impact().isEmpty()
                ? "–"
                : blind.windows() > 0
                        ? (known ? "" : "≥ ") + Texts.said(Figures.seconds(blind.length()))
                        : Texts.of(known ? "debrief.figure.blind.never" : "debrief.figure.blind.unread");
        State state = blind.windows() > 0 ? State.ALARM : known ? State.PLAIN : State.UNKNOWN;
        return new Figure(value, caption, caption + ": " + Texts.said(blind.words()), state);
    }

    private static Figure faults(Scorecard card, boolean alive) {
        int injected = card.faults().size() + card.failedInjections().size();
        String caption = Texts.of("debrief.figure.fault");
        if (injected == 0) {
            return figure(Texts.of("debrief.figure.fault.none"), caption, Texts.of("debrief.figure.fault.none.told"));
        }
        if (alive && card.faultsGone() == Verdict.UNKNOWN) {
            return figure(Texts.of("debrief.figure.fault.force"), caption, "");
        }
        return switch (card.faultsGone()) {
            case HELD -> new Figure(Texts.of("debrief.gone"), Texts.of("debrief.figure.fault.proved"),
                    Texts.of("debrief.figure.fault.told", Figures.many(injected, "fault")), State.PLAIN);
            case BROKEN ->
                new Figure(Texts.of("debrief.notgone"), caption, Texts.of("debrief.figure.fault.broken"), State.ALARM);
            case UNKNOWN -> new Figure(Texts.of("debrief.notseengone"), caption,
                    Texts.of("debrief.figure.fault.broken"), State.ALARM);
        };
    }
}
