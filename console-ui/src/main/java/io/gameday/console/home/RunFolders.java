package io.gameday.console.home;

import io.gameday.console.text.Texts;
import io.gameday.endpoint.RunClient;
import io.gameday.journal.Event;
import io.gameday.journal.RunFolder;
import io.gameday.target.TargetKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The runs of some folders, newest first. Journals are streamed, and read again only when they have changed; of runs
/// that were not asked for nothing but the folder's name is looked at. Belongs to one thread at a time.
final class RunFolders {

    private final List<Path> parents;
    private final Map<Path, JournalSkim> skims = new HashMap<>();

    RunFolders(List<Path> parents) {
        this.parents = parents;
    }

    /// @param rows the newest ones
    /// @param all  how many there are
    record Found(List<RunRow> rows, int all) {
    }

    private record Folder(Path path, Instant began) {
    }

    /// @throws IOException when a folder cannot be listed
    Found newest(int most) throws IOException {
        List<Folder> folders = new ArrayList<>();
        for (Path parent : parents) {
            list(parent, folders);
        }
        folders.sort(Comparator.comparing(Folder::began).reversed().thenComparing(Folder::path));
        List<Folder> shown = folders.subList(0, Math.min(most, folders.size()));
        Set<Path> kept = new HashSet<>();
        shown.forEach(folder -> kept.add(folder.path()));
        skims.keySet().retainAll(kept);
        return new Found(shown.stream().map(this::row).toList(), folders.size());
    }

    private static void list(Path parent, List<Folder> into) throws IOException {
        if (!Files.isDirectory(parent)) {
            return;
        }
        try (Stream<Path> paths = Files.list(parent)) {
            for (Path path : paths.filter(Files::isDirectory).toList()) {
                // A controller shows up before its journal does.
                if (Files.exists(new RunFolder(path).journal()) || RunClient.isPlayed(path)) {
                    into.add(new Folder(path, began(path)));
                }
            }
        }
    }

    /// By its name; a folder that somebody renamed counts from its last change.
    private static Instant began(Path folder) throws IOException {
        RunFolder run = new RunFolder(folder);
        Optional<Instant> made = run.made();
        if (made.isPresent()) {
            return made.get();
        }
        Path journal = run.journal();
        return Files.getLastModifiedTime(Files.exists(journal) ? journal : folder).toInstant();
    }

    private RunRow row(Folder folder) {
        JournalSkim skim = skims.computeIfAbsent(folder.path(), path -> new JournalSkim(new RunFolder(path).journal()));
        // Asked before the journal is read: a controller that ends in between has written its last event by then.
        boolean lives = RunClient.isPlayed(folder.path());
        skim.read();
        RunDigest digest = skim.digest();
        Event.RunStarted started = digest.started();
        Event.RunEnded ended = digest.ended();
        boolean simulated = started != null && started.target() == TargetKind.SIMULATED;
        String name = started == null ? folder.path().getFileName().toString() : started.experiment();
        Says says = ended != null
                ? new Says(RunVerdict.of(ended.exitCode()), digest.outcome(ended), Texts.said(ended.reason()))
                : unfinished(skim, lives);
        return new RunRow(folder.path(), says.verdict, name, simulated, folder.began(), says.line, says.detail,
                digest.availability());
    }

    private record Says(RunVerdict verdict, String line, String detail) {
    }

    private static Says unfinished(JournalSkim skim, boolean lives) {
        if (lives) {
            return new Says(RunVerdict.PLAYING, skim.digest().soFar(), Texts.of("home.run.playing"));
        }
        if (skim.trouble().isPresent()) {
            String why = skim.trouble().get();
            return new Says(RunVerdict.UNREADABLE, why, Texts.of("home.run.unreadable", why));
        }
        return new Says(RunVerdict.INTERRUPTED, skim.digest().cutOff(),
                Texts.of(skim.torn() ? "home.run.torn" : "home.run.no-end"));
    }
}
