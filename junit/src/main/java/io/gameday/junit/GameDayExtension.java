package io.gameday.junit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.AssertionFailedError;

/// Plays what [GameDay] asks for, and resolves its parameters.
public final class GameDayExtension implements BeforeEachCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(GameDayExtension.class);
    private static final List<Class<?>> PARAMETERS = List.of(GameDayRun.class, Scorecard.class, Journal.class);

    /// @param scorecard null where no run began
    private record Played(GameDayRun run, @Nullable Scorecard scorecard) {
    }

    @Override
    public void beforeEach(ExtensionContext test) throws Exception {
        GameDay day = AnnotationSupport.findAnnotation(test.getRequiredTestMethod(), GameDay.class)
                .orElseThrow(() -> new IllegalStateException(test.getRequiredTestMethod()
                        + " has no @GameDay; annotate it, and " + "take @ExtendWith(GameDayExtension.class) out"));
        GameDayRun run = new GameDayProcess(day, Launcher.find()).play();
        Scorecard scorecard = scorecard(run);
        test.getStore(NAMESPACE).put(Played.class, new Played(run, scorecard));
        test.publishReportEntry("gameday.run", String.valueOf(run.folder()));
        if (run.verdict() != day.expect()) {
            throw new AssertionFailedError(told(day, run, scorecard), day.expect(), run.verdict());
        }
    }

    /// Why it is not as expected: the predictions that say so, and where to read on.
    private static String told(GameDay day, GameDayRun run, @Nullable Scorecard scorecard) {
        StringBuilder told = new StringBuilder(run.verdict().word()).append(": ").append(day.value())
                .append(", expected ").append(day.expect().word());
        if (scorecard == null) {
            told.append(". It printed:\n").append(run.printed());
        } else {
            told.append(". ").append(scorecard.reason());
            told.append(scorecard.predictions().stream().filter(p -> p.verdict() != Verdict.HELD)
                    .map(p -> "\n  " + p.verdict().word() + ": " + p.text() + ", wanted " + p.wanted() + ", was "
                            + p.value() + (p.detail().isEmpty() ? "" : " (" + p.detail() + ")"))
                    .collect(Collectors.joining()));
        }
        return told.append(run.folder() == null ? "" : "\n  run folder: " + run.folder()).toString();
    }

    private static @Nullable Scorecard scorecard(GameDayRun run) throws IOException {
        Path folder = run.folder();
        return folder == null || !Files.exists(folder.resolve("scorecard.json"))
                ? null
                : Scorecard.read(Files.readString(folder.resolve("scorecard.json")));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return PARAMETERS.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Played played = test.getStore(NAMESPACE).get(Played.class, Played.class);
        Class<?> type = parameter.getParameter().getType();
        if (type == GameDayRun.class) {
            return played.run();
        }
        Path folder = played.run().folder();
        Scorecard scorecard = played.scorecard();
        if (folder == null || scorecard == null) {
            throw new IllegalStateException("there is no " + type.getSimpleName() + ": no run began");
        }
        return type == Scorecard.class ? scorecard : journal(folder);
    }

    private static Journal journal(Path folder) {
        try {
            return Journal.read(Files.readAllLines(folder.resolve("journal.jsonl")));
        } catch (IOException e) {
            throw new IllegalStateException("the journal of " + folder + " cannot be read", e);
        }
    }
}
