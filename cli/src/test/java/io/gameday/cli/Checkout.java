package io.gameday.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// A checkout in a temporary folder: the real launcher, with scripts that stand in for Maven and for JDKs. Nothing
/// of the machine's own JDKs is visible to it.
final class Checkout {

    private static final List<String> TOOLS = List.of("bash", "env", "dirname", "readlink", "sed", "find", "cat", "cp",
            "mv", "rm", "ls", "mkdir", "touch", "date", "tail", "head", "grep", "flock", "sleep");

    final Path root;
    final Path jdks;
    private final Path bin;

    private Checkout(Path root, Path jdks, Path bin) {
        this.root = root;
        this.jdks = jdks;
        this.bin = bin;
    }

    static Checkout in(Path folder) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path root = Files.createDirectories(folder.resolve("checkout"));
        for (String tool : TOOLS) {
            for (String place : List.of("/usr/bin", "/bin")) {
                if (Files.isExecutable(Path.of(place, tool)) && Files.notExists(bin.resolve(tool))) {
                    script(bin.resolve(tool), "exec " + place + "/" + tool + " \"$@\"");
                }
            }
        }
        Files.copy(Repository.root().resolve("gameday"), root.resolve("gameday"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createDirectories(root.resolve("cli/src/main/java"));
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        return new Checkout(root, Files.createDirectories(folder.resolve("jdks")), bin);
    }

    /// A JDK that says what it was asked to run instead of running it.
    Path jdk(String name, String version) throws IOException {
        Path jdk = Files.createDirectories(jdks.resolve(name));
        Path inside = Files.createDirectories(jdk.resolve("bin"));
        script(inside.resolve("java"), "echo \"" + name + " ran: $*\"; pwd");
        script(inside.resolve("javac"), "exit 1");
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        return jdk;
    }

    /// Maven that leaves what a build leaves, after `first` was done, and counts its calls.
    void maven(String first) throws IOException {
        script(bin.resolve("mvn"), """
                echo call >>"%s"
                %s
                echo '[INFO] Building Gameday: reports 0.1.0-SNAPSHOT [8/9]'
                mkdir -p cli/target/lib
                echo jar >cli/target/lib/one.jar
                echo jar >cli/target/gameday-cli-0.1.0-SNAPSHOT.jar
                mkdir -p console-ui/target/lib
                echo jar >console-ui/target/gameday-console-ui-0.1.0-SNAPSHOT.jar
                for each in one theme javafx-base-26 javafx-base-26-linux jfx-incubator-input-26-linux; do
                    echo jar >console-ui/target/lib/$each.jar
                done""".formatted(calls(), first));
    }

    private Path calls() {
        return root.resolveSibling("maven-calls");
    }

    int mavenCalls() throws IOException {
        return Files.exists(calls()) ? Files.readAllLines(calls()).size() : 0;
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, "#!" + bash() + "\n" + text + "\n");
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made executable");
        }
    }

    private static Path bash() {
        return Files.isExecutable(Path.of("/bin/bash")) ? Path.of("/bin/bash") : Path.of("/usr/bin/bash");
    }

    /// The launcher, ready to be started. Its environment holds nothing but these stand-ins.
    ProcessBuilder launcher(Path as, String... arguments) {
        List<String> command = new ArrayList<>(List.of(bash().toString(), as.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().put("PATH", bin.toString());
        builder.environment().put("HOME", root.resolveSibling("nobody").toString());
        builder.environment().put("GAMEDAY_JDK_FOLDERS", jdks.toString());
        builder.directory(root.getParent().toFile());
        return builder;
    }

    Said start(String... arguments) throws IOException, InterruptedException {
        return Said.by(launcher(root.resolve("gameday"), arguments).start());
    }

    Path bin() {
        return bin;
    }

    /// What a process said until it ended. Only for little text: a full pipe would stop it.
    record Said(int code, String out, String err) {

        static Said by(Process process) throws IOException, InterruptedException {
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), out, err);
        }
    }
}
