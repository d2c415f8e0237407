package io.gameday.benchmark;

import io.gameday.journal.JournalReader;
import io.gameday.journal.JournalReader.Journalled;
import io.gameday.journal.RunFolder;
import io.gameday.report.RunReport;
import io.gameday.report.coe.CoeDocument;
import io.gameday.report.export.CoeJson;
import io.gameday.report.export.CoeRenderer;
import io.gameday.report.export.Wording;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.receipt.Evidence;
import io.gameday.report.receipt.HashedFile;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.words.CoeFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/// Measures the documents of an hour's run that [LongRun] makes of a short one: `gameday report` from the command to its
/// end, the launcher included and a build not, with processor time and peak memory; then the same once more and again
/// in this JVM, each format by itself. Prints minimum, median and maximum.
///
/// Arguments: launcher, folder of a short run, number of events, number of times, folder to make the long run in.
public final class ReportFigures {

    private static final long LIMIT_SECONDS = 300;
    private static final long LOOK_EVERY_MILLIS = 20;

    private final Map<String, List<Double>> figures = new LinkedHashMap<>();

    private ReportFigures() {
    }

    public static void main(String[] args) throws Exception {
        if (args.length != 5) {
            System.err.println("arguments: LAUNCHER RUN-FOLDER EVENTS TIMES NEW-FOLDER");
            System.exit(2);
        }
        RunFolder folder = new RunFolder(Files.createDirectories(Path.of(args[4])));
        int events = LongRun.write(new RunFolder(Path.of(args[1])), folder, Integer.parseInt(args[2]));
        int times = Integer.parseInt(args[3]);
        ReportFigures all = new ReportFigures();
        for (int i = 0; i < times; i++) {
            all.cold(Path.of(args[0]), folder.path());
        }
        for (int i = 0; i <= times; i++) {
            all.warm(folder, i > 0);
        }
        all.print();
        System.out.printf(Locale.ROOT, "%,d events, %,d bytes%n", events, Files.size(folder.journal()));
    }

    private void cold(Path gameday, Path folder) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Process report = new ProcessBuilder(gameday.toString(), "report", folder.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        double cpu = 0;
        double peak = 0;
        // The launcher becomes the JVM, and neither figure ever falls: the last look counts.
        while (report.isAlive() && System.nanoTime() - begun < LIMIT_SECONDS * 1_000_000_000) {
            cpu = Math.max(cpu, Launched.cpuSeconds(report.toHandle()));
            peak = Math.max(peak, Launched.peakMebibytes(report.toHandle()));
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (report.isAlive() || report.exitValue() != 0) {
            report.destroy();
            throw new IOException("gameday report did not end with 0 within " + LIMIT_SECONDS + " s");
        }
        add("command to its end, s", seconds);
        add("processor time of it, s", cpu);
        add("peak resident memory of it, MiB", peak);
    }

    private void warm(RunFolder folder, boolean counts) throws Exception {
        Map<String, Double> took = new LinkedHashMap<>();
        timed(took, "again in one JVM, all of it, s",
                () -> RunReport.write(folder.path(), folder.path()::resolve, Instant.EPOCH));
        Journalled read = timed(took, "  journal, s", () -> JournalReader.read(folder.journal()));
        CoeDocument coe = timed(took, "  document, s",
                () -> CoeDocument.of(new RunFacts(read.entries()),
                        Scorecard.of(read.entries(), read.complete(), read.torn(),
                                new Evidence(folder.path(), folder.path()::resolve).receipt()),
                        CoeFile.BLANK, HashedFile.sha256(folder.journal())));
        CoeRenderer renderer = new CoeRenderer(coe, Wording.english(null));
        timed(took, "  Markdown, s", renderer::markdown);
        timed(took, "  HTML, s", renderer::html);
        timed(took, "  PDF, s", renderer::pdf);
        timed(took, "  DOCX, s", renderer::docx);
        timed(took, "  JSON, s", () -> {
            CoeJson.write(coe, OutputStream.nullOutputStream());
            return coe;
        });
        if (counts) {
            took.forEach(this::add);
        }
    }

    private static <T> T timed(Map<String, Double> took, String what, Callable<T> step) throws Exception {
        long begun = System.nanoTime();
        T made = step.call();
        took.put(what, (System.nanoTime() - begun) / 1e9);
        return made;
    }

    private void add(String figure, double value) {
        figures.computeIfAbsent(figure, f -> new ArrayList<>()).add(value);
    }

    private void print() {
        System.out.printf("%-36s %8s %8s %8s%n", "", "min", "median", "max");
        figures.forEach((figure, values) -> {
            List<Double> sorted = values.stream().sorted().toList();
            System.out.printf(Locale.ROOT, "%-36s %8.2f %8.2f %8.2f%n", figure, sorted.getFirst(),
                    sorted.get(sorted.size() / 2), sorted.getLast());
        });
    }
}
