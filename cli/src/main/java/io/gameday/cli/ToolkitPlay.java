package io.gameday.cli;

import io.gameday.chaostoolkit.Activity;
import io.gameday.chaostoolkit.Configuration;
import io.gameday.chaostoolkit.Given;
import io.gameday.chaostoolkit.Json;
import io.gameday.chaostoolkit.PlannedActivity;
import io.gameday.chaostoolkit.Provider;
import io.gameday.chaostoolkit.Secrets;
import io.gameday.chaostoolkit.Substitution;
import io.gameday.chaostoolkit.ToolkitFile;
import io.gameday.chaostoolkit.ToolkitPlan;
import io.gameday.chaostoolkit.ToolkitReader;
import io.gameday.chaostoolkit.Written;
import io.gameday.chaostoolkit.play.Outcome;
import io.gameday.chaostoolkit.play.Strategy;
import io.gameday.chaostoolkit.play.ToolkitRun;
import io.gameday.cli.toolkit.Allowed;
import io.gameday.cli.toolkit.RealCalls;
import io.gameday.journal.RunFolder;
import io.gameday.target.Fidelity;
import io.gameday.time.RealClock;
import io.gameday.yaml.Problem;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/// Plays experiments of Chaos Toolkit as they are. What they would do is said before, and what breaks something is done only
/// when that was approved.
///
/// @param runs      where run folders are made
/// @param unleashed the hash of the plan that was approved; null when none was
/// @param dryRun    whether to say what would be done, and no more
/// @param json      whether the journal goes to standard output in place of words
record ToolkitPlay(ToolkitOptions options, Path runs, @Nullable String unleashed, boolean dryRun, boolean json,
        PrintWriter out, PrintWriter err, Map<String, String> environment) {

    /// Those of the files given that are experiments of Chaos Toolkit.
    static List<String> among(List<String> given) {
        return given.stream().filter(each -> each.matches(".*\\.(json|yaml|yml)") && Files.isRegularFile(Path.of(each)))
                .filter(each -> Foreign.toolkit(Catalog.text(Path.of(each), each, "an experiment"))).toList();
    }

    /// An experiment with everything that it needs to run.
    private record Prepared(String shown, String text, ToolkitFile file, Configuration configuration, Secrets secrets,
            Strategy strategy, Allowed allowed, ToolkitPlan plan, OwnPlan words) {
    }

    int play(List<String> files) throws Exception {
        List<Prepared> all = new ArrayList<>();
        for (String file : files) {
            all.add(prepared(file));
        }
        if (unleashed != null && all.size() > 1) {
            throw new Refused(ExitCodes.USAGE,
                    "--unleashed approves the plan of one file, but there are " + all.size() + "; give one");
        }
        for (Prepared each : all) {
            if (unleashed != null) {
                each.words().refusal(unleashed).ifPresent(why -> {
                    throw new Refused(ExitCodes.USAGE, each.shown() + ": " + why);
                });
            }
        }
        if (dryRun) {
            all.forEach(each -> {
                out.println(each.shown() + ": " + each.file().title());
                each.words().lines().forEach(line -> out.println("  " + line));
                out.println("  injects     nothing, unless it is run with --unleashed " + each.words().hash());
            });
            return ExitCodes.HELD;
        }
        int worst = ExitCodes.HELD;
        try (Interrupt interrupt = new Interrupt()) {
            for (Prepared each : all) {
                if (!interrupt.requested()) {
                    Outcome outcome = play(each, interrupt);
                    worst = options.theirCodes()
                            ? Math.max(worst, outcome.chaosCode())
                            : ExitCodes.worse(ExitCodes.of(worst), outcome.code()).code();
                }
            }
            interrupt.finished(worst);
        }
        return worst;
    }

    private Prepared prepared(String shown) {
        Path path = Path.of(shown);
        String text = Catalog.text(path, shown, "an experiment");
        ToolkitReader.Reading reading = ToolkitReader.read(shown, text);
        refuse(reading.problems());
        ToolkitFile file = reading.file().orElseThrow();
        reading.notes().forEach(note -> err.println("· " + note));
        Given given = options.given(environment);
        Configuration.Resolved configuration = Configuration.of(shown, file.configuration(), given);
        Secrets.Resolved secrets = Secrets.of(shown, file.secrets(), given);
        List<Problem> problems = new ArrayList<>(configuration.problems());
        problems.addAll(secrets.problems());
        refuse(problems);
        configuration.notes().forEach(note -> err.println("· " + note));
        Configuration values = configuration.configuration().orElseThrow();
        Secrets known = secrets.secrets().orElseThrow();
        Strategy strategy = options.strategy(file.runtime());
        Allowed allowed = options.allowed(path);
        // A plan is shown and kept: no secret is put into it.
        ToolkitPlan plan = ToolkitPlan.of(file, new Substitution(values.values(), Map.of()));
        List<String> refusals = new ArrayList<>(plan.refusals());
        refusals.addAll(ToolkitHere.notYet(plan));
        if (options.strict()) {
            plan.activities().stream().filter(each -> !(each.fidelity() instanceof Fidelity.Equal))
                    .map(each -> "'" + each.activity().name() + "' is not done word for word, as --strict wants it")
                    .forEach(refusals::add);
        }
        refusals.addAll(unreachable(plan, allowed, new Substitution(values.values(), known.byName())));
        if (!refusals.isEmpty()) {
            throw new Refused(ExitCodes.USAGE,
                    String.join("\n", refusals.stream().distinct().map(why -> shown + ": " + why).toList())
                            + "\nnothing was started");
        }
        List<String> lines = new ArrayList<>(ToolkitHere.lines(plan, false));
        lines.add("steady state: " + word(strategy.hypothesis()) + "; rollbacks: " + word(strategy.rollbacks()));
        // Bodies, headers and pauses stand in no line, and are approved with the others all the same.
        lines.add("file: " + new OwnPlan(List.of(text)).hash() + "; its values: "
                + new OwnPlan(List.of(new Json.Group(values.values()).compact())).hash());
        return new Prepared(shown, text, file, values, known, strategy, allowed, plan, new OwnPlan(lines));
    }

    private static String word(Enum<?> strategy) {
        return strategy.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new Refused(ExitCodes.USAGE, String.join("\n", problems.stream().map(Problem::toString).toList()));
        }
    }

    /// What nobody has allowed. An address that a probe has yet to tell is looked at when it is called.
    private static List<String> unreachable(ToolkitPlan plan, Allowed allowed, Substitution values) {
        List<String> why = new ArrayList<>();
        for (PlannedActivity each : plan.activities()) {
            Activity activity = each.activity();
            switch (activity.provider()) {
                case Provider.Http http -> address(values.in(http.url()).inWords()).flatMap(allowed::refusal)
                        .ifPresent(refusal -> why.add("'" + activity.name() + "': " + refusal));
                case Provider.Process _ -> {
                    if (!allowed.commands()) {
                        why.add("'" + activity.name() + "' starts a program: " + each.calls()
                                + "; to have it started: --allow-commands");
                    }
                }
                case Provider.Python _ -> {
                    // What is done here reaches files only, and these are looked at when they are asked for.
                }
            }
        }
        return why;
    }

    private static Optional<URI> address(String url) {
        if (url.contains("$")) {
            return Optional.empty();
        }
        try {
            return Optional.of(URI.create(url));
        } catch (IllegalArgumentException unreadable) {
            throw new Refused(ExitCodes.USAGE, "'" + url + "' is no web address; allowed: http://… or https://…");
        }
    }

    private Outcome play(Prepared prepared, Interrupt interrupt) throws Exception {
        boolean breaks = prepared.plan().activities().stream().anyMatch(each -> each.activity().mayBreak());
        boolean leashed = breaks && unleashed == null;
        ToolkitScreen screen = new ToolkitScreen(err);
        screen.begins(prepared.file().title(), prepared.words().lines());
        CompletableFuture<Outcome> ended = new CompletableFuture<>();
        try (RealClock loop = new RealClock("loop", ended::completeExceptionally)) {
            RunFolder folder = RunFolder.create(runs, loop.now(), Catalog.slug(stem(prepared.shown())));
            ToolkitRecord record = new ToolkitRecord(folder.path(), Written.of(prepared.text()), loop.now());
            ToolkitRun run = new ToolkitRun(loop, prepared.file(), prepared.configuration(), prepared.secrets(),
                    prepared.strategy(), new RealCalls(loop, prepared.allowed()), leashed, record.and(screen),
                    ended::complete);
            interrupt.onStop(cause -> loop.execute(() -> run.stop("stopped by " + cause.by())));
            loop.execute(run::start);
            Outcome outcome = ended.get();
            String journal = record.write(loop.now(), outcome);
            Path file = folder.path().resolve(ToolkitRecord.FILE);
            options.journal().ifPresent(copy -> ToolkitRecord.copy(journal, copy));
            if (json) {
                out.print(journal);
            }
            screen.ended(json ? err : out, outcome, file, leashed ? Optional.of(again(prepared)) : Optional.empty());
            out.flush();
            return outcome;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }

    private static String again(Prepared prepared) {
        return "to have it break what it names: gameday run " + prepared.shown() + " --unleashed "
                + prepared.words().hash() + ", with the same options";
    }

    private static String stem(String file) {
        return Path.of(file).getFileName().toString().replaceFirst("\\.[a-z]+$", "");
    }
}
