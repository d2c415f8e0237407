package io.gameday.report.words;

import io.gameday.report.words.CoeStore.Saved;
import io.gameday.report.words.CoeStore.Stored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CoeStoreTest {

    @TempDir
    private Path folder;
    private Path file = Path.of(CoeFileReader.FILE);

    @BeforeEach
    void aFile() throws IOException {
        file = Files.writeString(folder.resolve(CoeFileReader.FILE), "coe: 1\ntitle: a\nowner: b\n");
    }

    private static String why(Saved saved) {
        assertThat(saved).isInstanceOf(Saved.NotWritten.class);
        return ((Saved.NotWritten) saved).why();
    }

    @Test
    void whatIsStillAsItWasReadIsWritten() throws IOException {
        Saved saved = CoeStore.write(CoeStore.read(file), "coe: 1\ntitle: ゾーン\n");

        assertThat(saved).isEqualTo(new Saved.Written(CoeStore.read(file)));
        assertThat(file).hasContent("coe: 1\ntitle: ゾーン\n");
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsToldAndNotOverwritten() throws IOException {
        Stored before = CoeStore.read(file);
        Files.writeString(file, "coe: 1\ntitle: theirs\nowner: b\n");

        assertThat(why(CoeStore.write(before, "coe: 1\ntitle: ours\n"))).isEqualTo(file
                + " was changed by somebody else meanwhile, and nothing was written over it: line 2 was 'title: a'; "
                + "line 2 is now 'title: theirs'. Look at it, then try again");
        assertThat(file).hasContent("coe: 1\ntitle: theirs\nowner: b\n");
    }

    @Test
    void whatSomebodyRemovedMeanwhileIsNotMadeAgain() throws IOException {
        Stored before = CoeStore.read(file);
        Files.delete(file);

        assertThat(why(CoeStore.write(before, "coe: 1\n"))).contains("there is no " + file);
        assertThat(file).doesNotExist();
    }

    @Test
    void whereNothingCanBeWrittenTheOldFileStaysWhole() throws IOException {
        Stored before = CoeStore.read(file);
        // Where the new file would be prepared there is no place for it, as on a full disk.
        Path inTheWay = Files.createDirectories(folder.resolve("." + CoeFileReader.FILE + "."
                + ProcessHandle.current().pid() + "-" + Thread.currentThread().threadId() + ".tmp").resolve("x"));

        assertThat(why(CoeStore.write(before, "coe: 1\n")))
                .startsWith(file + " could not be written and is as it was: ");
        assertThat(file).hasContent("coe: 1\ntitle: a\nowner: b\n");
        assertThat(inTheWay).exists();
    }

    @Test
    void whoMayReadItStaysAsItWas() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));

        assertThat(CoeStore.write(CoeStore.read(file), "coe: 1\n")).isInstanceOf(Saved.Written.class);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-rw----");
    }

    @Test
    void behindALinkTheFileItselfIsWritten() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), file);

        assertThat(CoeStore.write(CoeStore.read(link), "coe: 1\n")).isInstanceOf(Saved.Written.class);
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("coe: 1\n");
    }

    @Test
    void whatIsNoTextIsTold() throws IOException {
        Files.write(file, new byte[]{(byte) 0xff, 0});
        assertThatThrownBy(() -> CoeStore.read(file))
                .hasMessage(file + ":1:1: the file holds byte 0xFF, which is no text in UTF-8; save it as UTF-8");
        assertThatThrownBy(() -> CoeStore.read(folder.resolve("none.yaml"))).hasMessageContaining("there is no ");
    }
}
