package io.gameday.console;

import io.gameday.console.prepare.Papers;
import io.gameday.console.run.Controller;
import io.gameday.console.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Papers by `gameday plan`, as a process of its own. The text need not be saved: they are made from a copy.
///
/// @param gameday the command that starts Gameday
/// @param plans   where a folder named after the experiment is made
/// @param browser shows a folder to the user
record PapersHere(List<String> gameday, Path plans, Consumer<Path> browser) implements Papers {

    @Override
    public Printed write(String name, String text) {
        try {
            Path folder = Files.createTempDirectory("gameday-papers");
            Path copy = folder.resolve(name + ".yaml");
            Path says = folder.resolve("says.txt");
            try {
                Files.writeString(copy, text);
                return write(copy, says);
            } finally {
                Files.deleteIfExists(says);
                Files.deleteIfExists(copy);
                Files.deleteIfExists(folder);
            }
        } catch (IOException cannot) {
            return new Printed(null, cannot.toString());
        }
    }

    private Printed write(Path copy, Path says) throws IOException {
        List<String> command = new ArrayList<>(gameday);
        command.addAll(List.of("plan", copy.toString(), "--out", plans.toString()));
        Process process = new ProcessBuilder(command).redirectError(says.toFile()).start();
        process.getOutputStream().close();
        try {
            List<Path> written = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
                    .map(Path::of).toList();
            int code = process.waitFor();
            String said = Files.readString(says);
            return written.stream().filter(file -> file.endsWith("plan.pdf")).findFirst()
                    .map(file -> new Printed(file, notices(said)))
                    .orElseGet(() -> new Printed(null, reason(said, code)));
        } catch (InterruptedException ends) {
            process.destroy();
            Thread.currentThread().interrupt();
            return new Printed(null, Texts.of("prepare.print.ended"));
        }
    }

    /// What is for people to know; what the launcher says of its own work is not.
    private static String notices(String said) {
        return said.lines().filter(line -> line.startsWith(Controller.NOTICE))
                .map(line -> line.substring(Controller.NOTICE.length())).collect(Collectors.joining("; "));
    }

    private static String reason(String said, int code) {
        String notices = notices(said);
        String last = said.lines().filter(line -> !line.isBlank()).reduce("", (_, line) -> line);
        return notices.isEmpty() && last.isEmpty()
                ? Texts.of("prepare.print.silent", String.valueOf(code))
                : notices.isEmpty() ? last : notices;
    }

    @Override
    public void open(Path folder) {
        browser.accept(folder);
    }
}
