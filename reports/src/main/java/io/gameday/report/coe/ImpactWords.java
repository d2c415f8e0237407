package io.gameday.report.coe;

import io.gameday.journal.Verdict;
import io.gameday.observability.Observer;
import io.gameday.observability.Scope;
import io.gameday.report.coe.CoeDocument.Field;
import io.gameday.report.coe.CoeDocument.ImpactRow;
import io.gameday.report.coe.CoeDocument.Labels;
import io.gameday.report.scorecard.Blind;
import io.gameday.report.scorecard.DurationValue;
import io.gameday.report.scorecard.FaultReceipt;
import io.gameday.report.scorecard.ImpactWindow;
import io.gameday.report.scorecard.LowPoint;
import io.gameday.report.scorecard.Reach;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.text.Figures;
import io.gameday.target.Transfer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import static io.gameday.report.text.Figures.capital;
import static io.gameday.report.text.Figures.clock;
import static io.gameday.report.text.Figures.count;
import static io.gameday.report.text.Figures.many;
import static io.gameday.report.text.Figures.percent;
import static io.gameday.report.text.Figures.seconds;
import static io.gameday.report.text.Figures.sentence;

/// Impact in sentences and rows, always with numerator and denominator.
final class ImpactWords implements EventWords {

    /// Customers in a row of the table.
    private static final int NAMED = 10;

    private final Scorecard card;
    private final String request;
    private final String requests;

    ImpactWords(Scorecard card) {
        this.card = card;
        request = card.experiment().target().request();
        requests = card.experiment().target().requests();
    }

    @Override
    public String title() {
        if (card.outcome().notStarted()) {
            return "Not started: " + card.experiment().title();
        }
        if (card.faults().isEmpty()) {
            return "No fault was injected: " + card.experiment().title();
        }
        String when = " when " + Figures.list(card.faults().stream().map(FaultReceipt::words).distinct().toList());
        Scorecard.Customers hurt = card.customers();
        if (!card.customersAffected()) {
            return capital(requests) + ": "
                    + (card.customersMeasured() ? "no customer was affected" : "impact not measured") + when;
        }
        String whom = hurt.hurtEver() == hurt.total()
                ? "for all " + many(hurt.total(), "customer")
                : "for " + count(hurt.hurtEver()) + " of " + many(hurt.total(), "customer");
        return capital(requests) + ": " + percent(card.orders().failed(), card.orders().of()) + " failed" + until()
                + ", " + whom + "," + when;
    }

    @Override
    public List<String> summary() {
        List<String> sentences = new ArrayList<>();
        sentences.add(customers());
        if (card.outcome().notStarted()) {
            return List.copyOf(sentences);
        }
        card.faults().forEach(f -> sentences.add(fault(f)));
        card.impact().forEach(w -> sentences.add(told(w)));
        if (card.customersAffected()) {
            sentences.add(wellAgain());
        }
        sentences.add(kept());
        if (!card.predictions().isEmpty()) {
            sentences.add("Of " + many(card.predictions().size(), "prediction") + ", " + card.predictions(Verdict.HELD)
                    + " held, " + card.predictions(Verdict.BROKEN) + " were broken and "
                    + card.predictions(Verdict.UNKNOWN) + " are unknown.");
        }
        return List.copyOf(sentences);
    }

    private String customers() {
        if (card.outcome().notStarted()) {
            return "Nothing was injected. " + capital(sentence(card.outcome().reason())) + meanwhile();
        }
        Scorecard.Orders orders = card.orders();
        String day = "On " + Figures.date(card.zero() == null ? card.begun() : card.zero());
        if (orders.of() == 0) {
            return day + " no " + request + " was measured, so whether customers were affected is not known.";
        }
        if (!card.customersAffected()) {
            return day + " no customer was affected: " + Figures.of(orders.failed(), orders.of(), requests)
                    + " were without a useful answer until " + clock(orders.to()) + " UTC.";
        }
        Duration length = card.impact().stream().map(ImpactWindow::length).reduce(Duration.ZERO, Duration::plus);
        String span = card.impact().isEmpty()
                ? ""
                : ", from " + clock(card.impact().getFirst().from()) + " to " + clock(card.impact().getLast().to())
                        + " UTC,";
        String windows = card.impact().size() > 1
                ? " The impact came in " + card.impact().size() + " windows, " + seconds(length) + " together."
                : "";
        return day + span + " " + Figures.of(card.customers().hurtEver(), card.customers().total(), "customers")
                + " had " + requests + " without a useful answer: " + Figures.of(orders.failed(), orders.of(), requests)
                + until() + "." + windows;
    }

    /// The end of what is counted in sentences, which is before that of the run: the row beside the limit has more.
    private String until() {
        return card.impact().isEmpty() || card.impact().getLast().open()
                ? " until " + clock(card.orders().to()) + " UTC"
                : " until the impact ended";
    }

    private String meanwhile() {
        Scorecard.Orders o = card.orders();
        return o.of() == 0
                ? ""
                : " While it waited, " + Figures.of(o.failed(), o.of(), requests) + " were without a useful answer.";
    }

    private static String fault(FaultReceipt f) {
        Duration planned = f.planned();
        Duration inForce = f.inForce();
        String lasted = inForce != null
                ? ", for " + seconds(inForce)
                : planned != null ? ", planned for " + Figures.wholeSeconds(planned) : "";
        return capital(f.words()) + " at " + clock(f.injectedAt()) + ", on purpose" + lasted + ".";
    }

    String told(ImpactWindow w) {
        String which = card.impact().size() == 1 ? "the impact" : "impact window " + w.number();
        ImpactWindow.Told told = w.told();
        String could = w.couldHave().isEmpty() ? "" : " " + w.couldHave() + ".";
        if (told == null && w.unread() != null) {
            return "Whether an alarm told of " + which + " is not known: " + w.unread() + "." + could;
        }
        if (told == null) {
            return "No alarm told of " + which + ": flying blind for " + (w.open() ? "≥ " : "") + seconds(w.length())
                    + (w.of() == 0 ? "." : ", in which " + w.failedWords(requests) + " failed.") + could;
        }
        return "The alarm " + told.alarm() + switch (told.when()) {
            case STANDING ->
                " stood already when " + which + " began, since " + seconds(told.after().negated()) + " before.";
            case RAISED -> " told of " + which + ", " + seconds(told.after()) + " after it began.";
            case AFTERWARDS ->
                " told of " + which + " only when it was over, " + seconds(told.after()) + " after it began.";
        };
    }

    String wellAgain() {
        DurationValue mitigated = duration("mitigateFromImpact");
        DurationValue late = duration("recoveredAfterRemoval");
        if (mitigated.value() != null) {
            long later = card.impact().stream().filter(w -> w.from().isAfter(mitigated.to().at())).count();
            return "Customers were well again " + mitigated.words() + " after the impact began"
                    + (later == 0 ? "." : ", but not for good: " + many(later, "impact window") + " followed.");
        }
        return late.value() != null
                ? "Customers were not well again while the fault lasted; they were " + late.words()
                        + " after it was taken away."
                : "Whether and when customers were well again: " + mitigated.words() + ".";
    }

    private DurationValue duration(String name) {
        return card.durations().stream().filter(d -> d.name().equals(name)).findFirst().orElseThrow();
    }

    private String kept() {
        Scorecard.ReadBack back = card.readBack();
        if (back == null) {
            return "Whether acknowledged " + requests + " were kept was not measured.";
        }
        return Figures.of(back.found(), back.acknowledged(), "acknowledged " + requests) + " were read back; "
                + (back.lostOrders() == 0 ? "none is known to be lost" : count(back.lostOrders()) + " are lost")
                + (back.unknownOrders() == 0 ? "." : ", " + count(back.unknownOrders()) + " could not be asked about.");
    }

    /// By customer, as long as they fit.
    private static String losers(Scorecard.ReadBack back) {
        int more = back.lost().size() - NAMED;
        return back.lost().isEmpty()
                ? ""
                : "; lost by customer: " + back.losers(NAMED) + (more > 0 ? " and " + count(more) + " more" : "");
    }

    @Override
    public List<ImpactRow> rows() {
        List<ImpactRow> rows = new ArrayList<>();
        Scorecard.Customers c = card.customers();
        if (!card.customersMeasured()) {
            return notMeasured();
        }
        rows.add(row("Customers with a failed " + request, c.hurtEver(), c.total(), limit("customers"),
                c.mostAt() == null
                        ? "measured, customers’ side"
                        : "measured; at most " + count(c.mostAtOnce()) + " at once, " + Figures.second(c.mostAt())));
        Scorecard.Orders o = card.orders();
        rows.add(row(capital(requests) + " without a useful answer", o.whole().failed(), o.whole().of(),
                limit("failedOrders"),
                (o.from() == null ? "in the whole run" : "from the first fault to the run’s end") + "; baseline: "
                        + (o.baseline().of() == 0
                                ? "not measured"
                                : Figures.of(o.baseline().failed(), o.baseline().of()))));
        Scorecard.ReadBack back = card.readBack();
        if (back != null) {
            rows.add(row("Acknowledged " + requests + " lost", back.lostOrders(), back.acknowledged(), "none",
                    count(back.found()) + " read back, " + count(back.unknownOrders()) + " could not be asked about"
                            + losers(back)));
        }
        Transfer transfer = card.transfer();
        if (transfer != null) {
            rows.add(row("Bytes that left their zone", transfer.crossed(), transfer.bytes(), "not stated",
                    "between router and tasks, whole run; at this rate "
                            + String.format(Locale.ROOT, "$%.2f", transfer.dollarsAMonth()) + " in 30 days"));
        }
        if (!card.impact().isEmpty()) {
            rows.add(blind());
        }
        Reach reach = card.reach();
        rows.add(row("Cells", reach.hitCells().size(), card.experiment().cells().size(), planned(reach.plannedCells()),
                cellsWords()));
        rows.add(row("Availability Zones", reach.hitZones().size(), card.experiment().zones().size(),
                planned(reach.plannedZones()), zonesWords()));
        lowest(Scope.SITE)
                .ifPresent(low -> rows.add(new ImpactRow("Lowest availability, 1 s", percent(low.availability()), "",
                        "", "≥ " + percent(card.objective()), "at " + Figures.second(low.at()) + "; " + latency())));
        return List.copyOf(rows);
    }

    ImpactRow blind() {
        Blind blind = card.blind();
        Duration all = card.impact().stream().map(ImpactWindow::length).reduce(Duration.ZERO, Duration::plus);
        boolean known = blind.unread() == 0;
        if (!known && blind.windows() == 0) {
            return new ImpactRow("Flying blind: no alarm told", "not known", seconds(all), "", "not stated",
                    blind.words());
        }
        String least = known ? "" : "≥ ";
        return new ImpactRow("Flying blind: no alarm told", least + seconds(blind.length()), seconds(all),
                least + percent(blind.length().toMillis(), all.toMillis()), "not stated", blind.words());
    }

    private List<ImpactRow> notMeasured() {
        return List.of(
                new ImpactRow("Customers with a failed " + request, "–", count(card.customers().total()), "–",
                        limit("customers"), "not measured"),
                new ImpactRow(capital(requests) + " without a useful answer", "–", "–", "–", limit("failedOrders"),
                        "not measured"));
    }

    private String limit(String what) {
        return card.reach().limits().stream().filter(l -> l.what().equals(what)).map(Reach.Limit::wanted).findFirst()
                .orElse("not stated");
    }

    private static String planned(List<String> names) {
        return names.isEmpty() ? "none" : count(names.size());
    }

    private static ImpactRow row(String what, long part, long whole, String planned, String measured) {
        return new ImpactRow(what, count(part), count(whole), percent(part, whole), planned, measured);
    }

    private Optional<LowPoint> lowest(Scope scope) {
        return card.lowest().stream().filter(l -> l.scope().equals(scope) && l.observer() == Observer.CUSTOMER)
                .findFirst();
    }

    private String cellsWords() {
        List<String> words = card.reach().hitCells().stream()
                .flatMap(cell -> lowest(new Scope.Cell(cell)).stream().map(l -> cell + " " + l.secondsBelow() + " s"))
                .toList();
        String unseen = unseen(card.experiment().cells().stream().filter(c -> lowest(new Scope.Cell(c)).isEmpty()));
        return (words.isEmpty() ? "none below the objective" : few(words) + " below the objective") + unseen;
    }

    private String zonesWords() {
        Reach reach = card.reach();
        List<String> byPlan = reach.hitZones().stream().filter(reach.plannedZones()::contains).toList();
        List<String> besides = reach.hitZones().stream().filter(z -> !reach.plannedZones().contains(z)).toList();
        String unseen = unseen(card.experiment().zones().stream()
                .filter(z -> card.lowest().stream().noneMatch(l -> l.scope().equals(new Scope.Zone(z)))));
        if (reach.hitZones().isEmpty()) {
            return "none below the objective" + unseen;
        }
        return (byPlan.isEmpty() ? "" : few(seen(byPlan)) + " by plan")
                + (byPlan.isEmpty() || besides.isEmpty() ? "" : "; ")
                + (besides.isEmpty() ? "" : few(seen(besides)) + " besides") + unseen;
    }

    /// A zone counts when anybody saw it: where no customer did, who did is told.
    private List<String> seen(List<String> zones) {
        return zones.stream().map(zone -> {
            List<Observer> by = card.lowest().stream()
                    .filter(low -> low.secondsBelow() > 0 && low.scope().equals(new Scope.Zone(zone)))
                    .map(LowPoint::observer).toList();
            return by.contains(Observer.CUSTOMER)
                    ? zone
                    : zone + " (as " + Figures.list(by.stream().map(ImpactWords::observers).toList()) + " saw it)";
        }).toList();
    }

    private static String observers(Observer observer) {
        return switch (observer) {
            case CUSTOMER -> "customers";
            case ATTEMPT -> "attempts";
            case CANARY -> "canaries";
            case SERVER -> "servers";
        };
    }

    private static String unseen(Stream<String> names) {
        List<String> unseen = names.toList();
        return unseen.isEmpty() ? "" : "; not measured: " + few(unseen);
    }

    private static String few(List<String> words) {
        return words.size() <= 4
                ? String.join(", ", words)
                : String.join(", ", words.subList(0, 3)) + " and " + (words.size() - 3) + " more";
    }

    private String latency() {
        Scorecard.Latency l = card.latency();
        Long peak = l.p99PeakMicros();
        Long before = l.baselineMicros();
        return "p99 " + (peak == null ? "not measured" : Figures.millis(peak)) + ", before "
                + (before == null ? "not measured" : Figures.millis(before)) + mean(l);
    }

    /// Where requests fail the mean says nothing: what is refused at once makes it less.
    private String mean(Scorecard.Latency latency) {
        Long during = latency.meanMicros();
        Long before = latency.baselineMeanMicros();
        return during == null || before == null || card.customersAffected()
                ? ""
                : "; mean " + Figures.millis(during) + ", before " + Figures.millis(before);
    }

    @Override
    public String couldNot() {
        return card.customersAffected()
                ? "Customers could not get a useful answer to "
                        + Figures.of(card.orders().failed(), card.orders().of(), requests) + until() + "."
                : card.customersMeasured()
                        ? "No customers were affected, as far as the journal tells."
                        : "Whether customers were affected was not measured.";
    }

    @Override
    public String notAffected() {
        List<String> parts = new ArrayList<>();
        if (!card.customersMeasured()) {
            return "not measured.";
        }
        Scorecard.ReadBack back = card.readBack();
        if (back != null) {
            parts.add(Figures.of(back.found(), back.acknowledged(), "acknowledged " + requests) + " were read back");
        }
        Scorecard.Customers c = card.customers();
        if (c.hurtEver() < c.total()) {
            parts.add(Figures.of(c.total() - c.hurtEver(), c.total(), "customers") + " had no failed " + request);
        }
        List<String> cells = new ArrayList<>(card.experiment().cells());
        cells.removeAll(card.reach().hitCells());
        cells.removeIf(cell -> lowest(new Scope.Cell(cell)).isEmpty());
        if (!cells.isEmpty()) {
            parts.add(few(cells) + " stayed within the objective");
        }
        return parts.isEmpty() ? "nothing that the journal could show." : String.join("; ", parts) + ".";
    }

    @Override
    public String originText() {
        boolean none = card.faults().isEmpty();
        return switch (card.experiment().target()) {
            case LOCAL -> (none ? "Nothing was injected." : "The fault was injected on purpose into the reference app.")
                    + " No real customers were concerned.";
            case HTTP -> (none ? "Nothing was injected." : "The fault was injected on purpose into a system in use.")
                    + " The customers counted here are Gameday’s own; whether others were concerned it cannot see.";
            case INCIDENT -> "Nothing was injected: this happened.";
            case SIMULATED -> "System, customers and time were modelled. No real customers were concerned.";
        };
    }

    @Override
    public Field subject() {
        Integer code = card.outcome().exitCode();
        return new Field("Experiment",
                card.experiment().name() + ", hypothesis " + card.outcome().verdict().name().toLowerCase(Locale.ROOT)
                        + (code == null ? "" : " (exit code " + code + ")"),
                false);
    }

    @Override
    public String because() {
        if (card.outcome().notStarted()) {
            return "nothing was injected";
        }
        if (card.customersAffected()) {
            return "due because customers were affected";
        }
        if (card.outcome().interrupted()) {
            return "the run was interrupted";
        }
        return card.customersMeasured()
                ? "made for every run; no customer was affected"
                : "made for every run; customers were not measured";
    }

    @Override
    public String system() {
        Scorecard.Experiment e = card.experiment();
        return e.target().words() + ", " + Figures.many(e.cells().size(), "cell") + " in "
                + Figures.many(e.zones().size(), "zone") + ", " + Figures.count(Math.round(e.rate())) + " "
                + e.target().requests() + " a second";
    }

    @Override
    public List<String> warnings() {
        return List.of();
    }

    @Override
    public boolean tells(String duration) {
        return true;
    }

    @Override
    public Labels labels() {
        return new Labels("Predictions", "prediction", "No prediction was sealed.", "none: every prediction came true.",
                "As predicted", "predicted and not so: ", "predicted and not known: ", "lowest second",
                "No second of traffic was measured.",
                "Instants of impact are exact to one second: " + card.experiment().target().oneRequest()
                        + " belongs to the second in which its outcome became known.",
                "faults, guards, response",
                "Seed " + card.experiment().seed() + ", Gameday " + card.experiment().version() + ". Hypothesis: “"
                        + card.experiment().hypothesis() + "”",
                "A re-run proves an action:", "gameday run " + card.experiment().name());
    }
}
