package io.gameday.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command line of another JVM of ours, with the class path of this one.
public final class JavaCommand {

    private JavaCommand() {
    }

    /// The `java` program of the JDK that runs us.
    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /// With the first compiler alone, since many processes of ours start at once on a small machine.
    ///
    /// @param heapMegabytes greatest heap; small processes of ours live in 32 to 128
    public static List<String> of(Class<?> main, int heapMegabytes, List<String> arguments) {
        return command(main, 1, heapMegabytes, arguments);
    }

    /// With both compilers, for what every request goes through.
    ///
    /// @param heapMegabytes greatest heap
    public static List<String> busy(Class<?> main, int heapMegabytes, List<String> arguments) {
        return command(main, 4, heapMegabytes, arguments);
    }

    private static List<String> command(Class<?> main, int compilers, int heapMegabytes, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(java().toString(), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=" + compilers, "-Xshare:auto", "-Xmx" + heapMegabytes + "m",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return command;
    }
}
