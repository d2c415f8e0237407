package io.gameday.cli;

import io.gameday.aws.fis.outward.AwsStep;
import io.gameday.aws.fis.outward.OnAws;
import io.gameday.aws.fis.outward.TemplateWriter;
import io.gameday.target.Fidelity;
import io.gameday.yaml.Problem;
import io.gameday.yaml.TextMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `gameday check --on aws`: what each step of an experiment would be on AWS, and what could not be. No account is asked.
final class FisOutward {

    private final @Nullable Path templates;

    /// @param templates where templates of FIS are written; null for nowhere
    FisOutward(@Nullable Path templates) {
        this.templates = templates;
    }

    /// @param problems at their places in the file
    record Said(List<String> lines, List<Problem> problems) {
    }

    /// @param shown how messages name the file
    Said of(Catalog.Found found, String shown) {
        if (!found.told().isEmpty()) {
            return new Said(List.of("on AWS: it is a template of FIS already; start it there with: aws fis"),
                    List.of());
        }
        OnAws aws = OnAws.of(found.experiment());
        List<String> lines = new ArrayList<>();
        lines.add("on AWS; no account was asked");
        int width = aws.steps().stream().mapToInt(line -> line.words().length()).max().orElse(0);
        aws.steps().forEach(line -> lines.add(line(line, width)));
        aws.notes().forEach(note -> lines.add("· " + note));
        List<Problem> problems = problems(found, shown, aws);
        if (problems.isEmpty()) {
            lines.add(template(found));
        }
        return new Said(lines, problems);
    }

    private static String line(OnAws.Line line, int width) {
        AwsStep step = line.step();
        String words = line.words() + " ".repeat(width - line.words().length());
        String by = step.actions().isEmpty() ? "without FIS" : String.join(" and ", step.actions());
        return switch (step.fidelity()) {
            case Fidelity.Equal() -> "✓ " + words + "  " + by + "; ended by: " + step.endsBy();
            case Fidelity.Approximated(String how) ->
                "≈ " + words + "  " + by + ": " + how + "; ended by: " + step.endsBy();
            case Fidelity.Unsupported(String why) -> "× " + words + "  " + why;
        };
    }

    private String template(Catalog.Found found) {
        if (templates == null) {
            return "its faults as a template of FIS: give --templates DIR. Gameday itself does not play on AWS yet";
        }
        Path file = templates.resolve(found.experiment().name() + ".fis.json");
        try {
            Files.createDirectories(templates);
            Files.writeString(file, TemplateWriter.json(found.experiment()));
        } catch (IOException e) {
            throw new Refused(ExitCodes.FAILED,
                    file + " cannot be written: " + e + ". Give another folder with --templates");
        }
        return "its faults as a template of FIS: " + file
                + "; what stands in <> there is yours to fill in. Gameday itself does " + "not play on AWS yet";
    }

    private static List<Problem> problems(Catalog.Found found, String shown, OnAws aws) {
        List<String> faults = paths(found.text(), "inject");
        List<String> operations = paths(found.text(), "do");
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < aws.steps().size(); i++) {
            OnAws.Line line = aws.steps().get(i);
            int fault = found.experiment().steps().size();
            List<String> paths = i < fault ? faults : operations;
            int at = i < fault ? i : i - fault;
            String path = at < paths.size() ? paths.get(at) : "steps";
            line.problems().forEach(problem -> problems.add(place(found.text(), shown,
                    line.field().isEmpty() ? path : path + "." + line.field(), line.words() + " on AWS: " + problem)));
        }
        return problems;
    }

    /// Steps with this field, in the order of the file.
    private static List<String> paths(String text, String field) {
        Optional<TextMap> map = TextMap.of(text);
        return map.stream().flatMap(pieces -> pieces.items("steps").stream().map(TextMap.Piece::path)
                .filter(path -> pieces.at(path + "." + field).isPresent())).toList();
    }

    private static Problem place(String text, String shown, String path, String message) {
        int offset = TextMap.of(text).flatMap(map -> map.at(path).or(() -> map.at("steps"))).map(TextMap.Piece::start)
                .orElse(0);
        String before = text.substring(0, offset);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new Problem(shown, line, offset - before.lastIndexOf('\n'), message);
    }
}
