package io.gameday.reference;

import io.gameday.journal.JournalFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Set;
import java.util.random.RandomGenerator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Where the files of one running app are: `<folder>/app/`.
///
/// ```
/// app/app.json          what the app is to be
/// app/token             what its endpoints demand; readable by the owner only
/// app/logs/<process>.log
/// app/postgres/<cell>/
/// ```
public final class AppFolder {

    private static final JsonMapper JSON = JournalFormat.mapper();
    private static final int TOKEN_BYTES = 24;

    private final Path root;

    /// @param folder the run or state folder that `app/` stands in
    public AppFolder(Path folder) {
        root = folder.toAbsolutePath().normalize().resolve("app");
    }

    /// Makes the folder, with the configuration and a new token.
    ///
    /// @param chance where the token comes from; a `SecureRandom` outside of tests
    /// @throws IOException when a file cannot be written; the message names it
    public static AppFolder create(AppConfig config, RandomGenerator chance) throws IOException {
        AppFolder folder = new AppFolder(Path.of(config.folder()));
        Files.createDirectories(folder.root);
        Files.createDirectories(folder.logs());
        byte[] token = new byte[TOKEN_BYTES];
        chance.nextBytes(token);
        folder.writeToken(HexFormat.of().formatHex(token));
        write(folder.configFile(), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(config));
        return folder;
    }

    public Path root() {
        return root;
    }

    public Path configFile() {
        return root.resolve("app.json");
    }

    public Path tokenFile() {
        return root.resolve("token");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    /// @param process such as `orders-1` or `control-plane`
    public Path log(String process) {
        return logs().resolve(process + ".log");
    }

    /// Data directory of a cell's database.
    public Path postgres(String cell) {
        return root.resolve("postgres").resolve(cell);
    }

    /// Newest backup of a cell's orders.
    public Path backup(String cell) {
        return root.resolve("backups").resolve(cell + ".copy");
    }

    /// @throws IOException when `app.json` is missing or is no configuration; the message names the file and why
    public AppConfig config() throws IOException {
        try {
            return JSON.readValue(Files.readString(configFile()), AppConfig.class);
        } catch (JacksonException unreadable) {
            throw new IOException(configFile() + " is no configuration of the app: " + unreadable.getOriginalMessage()
                    + "; delete the folder and start the app again", unreadable);
        }
    }

    public String token() throws IOException {
        return Files.readString(tokenFile()).strip();
    }

    private void writeToken(String token) throws IOException {
        Files.deleteIfExists(tokenFile());
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = Files.newByteChannel(tokenFile(),
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
            channel.write(StandardCharsets.US_ASCII.encode(token + "\n"));
        }
    }

    private static void write(Path file, String text) throws IOException {
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(whole, text + "\n");
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
