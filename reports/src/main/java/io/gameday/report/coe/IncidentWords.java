package io.gameday.report.coe;

import io.gameday.journal.Event;
import io.gameday.journal.Verdict;
import io.gameday.report.coe.CoeDocument.Field;
import io.gameday.report.coe.CoeDocument.ImpactRow;
import io.gameday.report.coe.CoeDocument.Labels;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.scorecard.ImpactWindow;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.scorecard.Scorecard.Metric;
import io.gameday.report.text.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An incident that nobody planned, as far as the team's tools tell. What they did not count is not measured, and never 0.
final class IncidentWords implements EventWords {

    private static final String FOR_PEOPLE = "whether and how many were hurt is for people to tell";
    /// They count from a fault, or to a steady state that somebody looked for.
    private static final Set<String> OF_RUNS = Set.of("alarmLatency", "recoveredAfterRemoval", "recover");

    private final RunFacts facts;
    private final Scorecard card;
    private final ImpactWords shared;
    private final @Nullable Metric metric;

    IncidentWords(RunFacts facts, Scorecard card) {
        this.facts = facts;
        this.card = card;
        shared = new ImpactWords(card);
        metric = card.metric();
    }

    @Override
    public String title() {
        return card.experiment().title();
    }

    @Override
    public String originText() {
        return shared.originText() + " It was read afterwards from "
                + (sources().isEmpty() ? "nothing but what people tell." : Figures.list(sources()) + ".");
    }

    private List<String> sources() {
        return facts.all(Event.SourceRead.class).stream().map(read -> read.event().source()).distinct().toList();
    }

    @Override
    public Field subject() {
        return new Field("Read from", sources().isEmpty() ? "no tool told anything" : String.join(", ", sources()),
                false);
    }

    @Override
    public String because() {
        return card.customersAffected()
                ? "due because customers were affected"
                : card.customersMeasured()
                        ? "no customer was affected, as far as the metric tells"
                        : "customers were not measured";
    }

    @Override
    public String system() {
        return card.experiment().target().words();
    }

    @Override
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        facts.all(Event.SourceAway.class).forEach(away -> warnings.add("NOT READ: "
                + Figures.sentence(away.event().why()) + " What " + away.event().source() + " knows is not in here."));
        card.impact().stream().filter(window -> window.from().equals(facts.begun()))
                .forEach(window -> warnings.add("BEGAN EARLIER: the impact was there already at "
                        + Figures.second(window.from())
                        + " UTC, when the time asked about begins. Durations that count from it are too short."));
        return List.copyOf(warnings);
    }

    @Override
    public List<String> summary() {
        List<String> sentences = new ArrayList<>(List.of(felt()));
        card.impact().forEach(window -> sentences.add(shared.told(window)));
        if (card.customersAffected()) {
            sentences.add(shared.wellAgain());
        }
        if (!card.predictions().isEmpty()) {
            sentences.add("Of " + Figures.many(card.predictions().size(), "thing") + " that had to happen, "
                    + card.predictions(Verdict.HELD) + " did, " + card.predictions(Verdict.BROKEN) + " did not and "
                    + card.predictions(Verdict.UNKNOWN) + " are not known.");
        }
        return List.copyOf(sentences);
    }

    private String felt() {
        String day = "On " + Figures.date(card.begun()) + ", from " + Figures.second(card.begun()) + " to "
                + Figures.second(card.ended()) + " UTC, ";
        if (metric == null) {
            return day + "no metric of what customers felt was read: " + FOR_PEOPLE + ".";
        }
        if (metric.samples() == 0) {
            return day + "the metric of what customers felt " + silent() + ": " + FOR_PEOPLE + ".";
        }
        if (card.impact().isEmpty()) {
            return day + "what customers felt was within its objective, which is " + metric.objective() + ", in all of "
                    + Figures.many(metric.samples(), "value") + ".";
        }
        Duration length = card.impact().stream().map(ImpactWindow::length).reduce(Duration.ZERO, Duration::plus);
        ImpactWindow last = card.impact().getLast();
        return "On " + Figures.date(card.impact().getFirst().from()) + ", from "
                + Figures.second(card.impact().getFirst().from()) + " to " + Figures.second(last.to())
                + (last.open() ? " UTC at least, " : " UTC, ")
                + "what customers felt was outside its objective, which is " + metric.objective() + ", for "
                + (last.open() ? "≥ " : "") + Figures.seconds(length)
                + (card.impact().size() == 1 ? "" : " in " + card.impact().size() + " windows together")
                + "; the worst value was " + metric.worst() + ". " + requests();
    }

    private String silent() {
        return facts.all(Event.SourceAway.class).stream()
                .anyMatch(away -> metric != null && away.event().source().equals(metric.source()))
                        ? "could not be read"
                        : "gave no value";
    }

    private String requests() {
        Scorecard.Orders orders = card.orders();
        return orders.of() == 0
                ? "How many requests and customers that were was not measured."
                : Figures.of(orders.failed(), orders.of(), "requests") + " were without a useful answer until "
                        + Figures.second(orders.to()) + " UTC; how many customers that were was not measured.";
    }

    @Override
    public List<ImpactRow> rows() {
        List<ImpactRow> rows = new ArrayList<>();
        if (metric == null || metric.samples() == 0) {
            return List.of(new ImpactRow("Customers hurt", "not measured", "", "", "",
                    facts.felt() == null
                            ? "no metric was read: " + FOR_PEOPLE
                            : "the metric " + silent() + ": " + FOR_PEOPLE));
        }
        rows.add(new ImpactRow("Customers hurt", "not measured", "", "", "",
                "a metric does not tell one customer from another; how many is for people to tell"));
        Scorecard.WholeRun whole = card.orders().whole();
        rows.add(whole.of() == 0
                ? new ImpactRow("Requests without a useful answer", "not measured", "", "", "",
                        card.objective() == 0
                                ? "the metric is no share of requests"
                                : "no rate of requests was read for all of the time")
                : new ImpactRow("Requests without a useful answer", Figures.count(whole.failed()),
                        Figures.count(whole.of()), Figures.percent(whole.failed(), whole.of()), "",
                        "in all of the time asked about, by the metric and the rate of requests"));
        if (!card.impact().isEmpty()) {
            rows.add(shared.blind());
        }
        Instant at = metric.worstAt();
        rows.add(new ImpactRow("Worst value of customers’ metric", String.valueOf(metric.worst()), "", "",
                metric.objective(), (at == null ? "" : "at " + Figures.second(at) + "; ")
                        + Figures.many(metric.samples(), "value") + ", one each " + Figures.length(metric.step())));
        return List.copyOf(rows);
    }

    @Override
    public String couldNot() {
        return !card.customersMeasured()
                ? "Whether customers were affected was not measured."
                : !card.customersAffected()
                        ? "No customers were affected, as far as the metric tells."
                        : card.orders().of() == 0
                                ? "Customers were affected; how many requests failed was not measured."
                                : "Customers could not get a useful answer to "
                                        + Figures.of(card.orders().failed(), card.orders().of(), "requests") + ".";
    }

    @Override
    public String notAffected() {
        return "not measured.";
    }

    @Override
    public boolean tells(String duration) {
        return !OF_RUNS.contains(duration);
    }

    @Override
    public Labels labels() {
        boolean asked = !card.predictions().isEmpty();
        return new Labels("What had to happen", "what", "No alarm was named that had to ring.",
                asked ? "none: all that had to happen did." : "not asked: no alarm was named that had to ring.",
                "As wanted", "wanted and not so: ", "wanted and not known: ", "worst value",
                metric == null
                        ? "No metric was read: " + FOR_PEOPLE + "."
                        : "The metric " + silent() + ": " + FOR_PEOPLE + ".",
                metric == null
                        ? ""
                        : "Instants of impact are exact to " + Figures.length(metric.step())
                                + ", the time between two values.",
                "what was read", provenance(), "An experiment that breaks the same thing on purpose proves an action:",
                "gameday list");
    }

    private String provenance() {
        String query = metric == null
                ? ""
                : " Customers’ metric: " + metric.query()
                        + (metric.requests() == null ? "" : "; requests per second: " + metric.requests()) + ".";
        String read = facts.all(Event.SourceRead.class).stream()
                .map(source -> source.event().source() + ": " + source.event().what() + " (" + source.evidence() + ")")
                .collect(Collectors.joining("; "));
        String limits = facts.all(Event.SourceRead.class).stream().flatMap(source -> source.event().limits().stream())
                .distinct().collect(Collectors.joining("; "));
        return (read.isEmpty() ? "" : "Read were " + Figures.sentence(read)) + query
                + (limits.isEmpty() ? "" : " What limits this: " + Figures.sentence(limits)) + " Gameday "
                + card.experiment().version() + ".";
    }
}
