package io.gameday.benchmark.detection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// How soon a zone's fault is found and how often one is found that is none, by ours and by known detectors, over seeded
/// traces ([Trace]). Prints progress, then writes a Markdown table.
///
/// Arguments: Markdown file to write; then, if wanted, `--seeds N` (1000) for each case and `--held-out`.
///
/// Settings were chosen with seeds from [#DEVELOPMENT] on, and committed before any from [#HELD_OUT] on was used.
public final class DetectionFigures {

    static final long DEVELOPMENT = 1_000_000;
    static final long HELD_OUT = 30_000_000;
    private static final int[] RATES = {10, 100, 1000};
    private static final List<ZoneFault> FAULTS = List.of(ZoneFault.ONE_PERCENT, ZoneFault.FIVE_PERCENT, ZoneFault.HALF,
            ZoneFault.SLOWER);

    private final int seeds;
    private final long base;
    private final Map<Integer, FalseAlarms> quiet = new TreeMap<>();
    private final Map<Integer, Map<ZoneFault, TimeToDetect>> faults = new TreeMap<>();

    private DetectionFigures(int seeds, long base) {
        this.seeds = seeds;
        this.base = base;
    }

    public static void main(String[] args) throws IOException {
        List<String> given = new ArrayList<>(List.of(args));
        boolean heldOut = given.remove("--held-out");
        int option = given.indexOf("--seeds");
        int seeds = 1000;
        if (option >= 0 && option + 1 < given.size() && given.get(option + 1).matches("[1-9]\\d{0,5}")) {
            seeds = Integer.parseInt(given.remove(option + 1));
            given.remove(option);
        }
        if (given.size() != 1 || given.getFirst().startsWith("-")) {
            System.err.println("arguments: MARKDOWN-FILE [--seeds 1..999999] [--held-out]");
            System.exit(2);
        }
        DetectionFigures figures = new DetectionFigures(seeds, heldOut ? HELD_OUT : DEVELOPMENT);
        figures.measure();
        Path file = Path.of(given.getFirst());
        Files.writeString(file, figures.markdown());
        System.out.println("wrote " + file);
    }

    private void measure() {
        for (int rate : RATES) {
            FalseAlarms silent = new FalseAlarms();
            for (int n = 0; n < seeds; n++) {
                silent.trace(base + n, rate);
            }
            quiet.put(rate, silent);
            System.out.printf(Locale.ROOT, "%d requests/s, nothing wrong: %.1f months%n", rate, silent.months(0));
            Map<ZoneFault, TimeToDetect> times = new EnumMap<>(ZoneFault.class);
            for (ZoneFault fault : FAULTS) {
                TimeToDetect time = new TimeToDetect(fault, seeds);
                for (int n = 0; n < seeds; n++) {
                    time.trace(base + n, rate);
                }
                times.put(fault, time);
                System.out.printf("%d requests/s, %s: ours %s%n", rate, fault.words(), time.words(0));
            }
            faults.put(rate, times);
        }
    }

    /// 5 % of errors at 100 requests/s within 5 s in 95 % of seeds, with less than one false alarm a month.
    private String goal() {
        TimeToDetect time = Objects.requireNonNull(Objects.requireNonNull(faults.get(100)).get(ZoneFault.FIVE_PERCENT));
        Interval share = time.share(0);
        long events = quiet.values().stream().mapToLong(silent -> silent.raised(0)).sum();
        double months = quiet.values().stream().mapToDouble(silent -> silent.months(0)).sum();
        return String.format(Locale.ROOT,
                "%nOurs, 5 %% errors at 100 requests/s: %d of %d seeds within %.0f s (%.1f–%.1f %%); false alarms a month over all "
                        + "rates: %s, %d in %.1f months.%n",
                time.soonEnough(0), seeds, TimeToDetect.WANTED_SECONDS, 100 * share.low(), 100 * share.high(),
                FalseAlarms.words(events, months), events, months);
    }

    private String markdown() {
        StringBuilder out = new StringBuilder();
        out.append(String.format(Locale.ROOT, "Seeds %,d to %,d.%n", base, base + seeds - 1));
        out.append(
                String.format(Locale.ROOT, "%nEvaluating %,d series × %d alarms each second takes %.1f %% of a core.%n",
                        AlarmLoad.SERIES, AlarmLoad.ALARMS_EACH, 100 * AlarmLoad.coreShare()));
        out.append(goal());
        faults.forEach((rate, times) -> {
            FalseAlarms silent = quiet.getOrDefault(rate, new FalseAlarms());
            out.append(String.format(Locale.ROOT,
                    "%n### %,d requests/s in the zone, without a fault %.1f months of ours and %.1f of the others%n%n",
                    rate, silent.months(0), silent.months(Contender.OURS)));
            out.append("| detector | false alarms a month |");
            times.keySet().forEach(fault -> out.append(' ').append(fault.words()).append(" |"));
            out.append("\n|---|---|").append("---|".repeat(times.size())).append('\n');
            for (int i = 0; i < Contender.ALL.size(); i++) {
                int contender = i;
                out.append("| ").append(Contender.ALL.get(i).name()).append(" | ").append(silent.words(i)).append(" |");
                times.values().forEach(time -> out.append(' ').append(time.words(contender)).append(" |"));
                out.append('\n');
            }
        });
        return out.toString();
    }
}
