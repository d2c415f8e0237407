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
            String trouble = trouble(Files.readString(says));
            return written.stream().filter(file -> file.endsWith("plan.pdf")).findFirst()
                    .map(file -> new Printed(file, trouble)).orElseGet(() -> new Printed(null,
                            trouble.isEmpty() ? Texts.of("prepare.print.silent", String.valueOf(code)) : trouble));
        } catch (InterruptedException ends) {
            process.destroy();
            Thread.currentThread().interrupt();
            return new Printed(null, Texts.of("prepare.print.ended"));
        }
    }

    /// What is for people to know; what the launcher says of its own work is not. An invalid file is told line by line.
    private static String trouble(String said) {
        List<String> notices = said.lines().filter(line -> line.startsWith(Controller.NOTICE))
                .map(line -> line.substring(Controller.NOTICE.length())).toList();
        return notices.isEmpty()
                ? said.lines().filter(line -> !line.isBlank()).reduce("", (_, last) -> last)
                : notices.stream().collect(Collectors.joining("; "));
    }

    @Override
    public void open(Path folder) {
        browser.accept(folder);
    }
}
