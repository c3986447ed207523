package fi.kumppani.kit.file;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.testing.SampleFiles;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class FileContentTests {

    private static final String ODT = "application/vnd.oasis.opendocument.text";
    private static final Map<String, byte[]> SOUND =
            Map.of(
                    "a.pdf", SampleFiles.pdf("muistio"),
                    "a.odt", SampleFiles.openDocument(ODT),
                    "a.ods",
                            SampleFiles.openDocument(
                                    "application/vnd.oasis.opendocument.spreadsheet"),
                    "a.docx", SampleFiles.office("word/document.xml"),
                    "a.xlsx", SampleFiles.office("xl/workbook.xml"),
                    "a.png", SampleFiles.png(),
                    "a.jpg", SampleFiles.jpeg(),
                    "a.txt", SampleFiles.text("Iltaan tuli neljäkymmentä.\r\n"));

    @Test
    void takesEachTypeUnderItsOwnName() {
        SOUND.forEach(
                (name, bytes) ->
                        assertThat(typeOf(name, bytes))
                                .as(name)
                                .hasValueSatisfying(
                                        type ->
                                                assertThat(
                                                                "jpg".equals(end(name))
                                                                        ? "JPEG"
                                                                        : end(name))
                                                        .isEqualToIgnoringCase(type.name())));
        assertThat(typeOf("KUVA.JPEG", SampleFiles.jpeg())).contains(FileType.JPEG);
        assertThat(typeOf("luvut.csv", SampleFiles.text("a;b\n1;2\n"))).contains(FileType.CSV);
    }

    @Test
    void takesNoTypeUnderAnothersName() {
        SOUND.forEach(
                (name, bytes) ->
                        SOUND.keySet().stream()
                                .filter(other -> !other.equals(name))
                                .forEach(
                                        other -> {
                                            boolean alsoText =
                                                    other.equals("a.txt") && name.equals("a.pdf");
                                            assertThat(typeOf(other, bytes).isPresent())
                                                    .as(name + " as " + other)
                                                    .isEqualTo(alsoText);
                                        }));
    }

    @Test
    void takesNothingElse() {
        byte[] program = {'M', 'Z', 0, 1, 2, 3};
        for (String name : List.of("a.exe", "a.pdf", "a.txt", "a", "pdf", "a.html", "a.svg")) {
            assertThat(typeOf(name, program)).as(name).isEmpty();
        }
        assertThat(typeOf("a.html", SampleFiles.text("<p>Hei</p>"))).isEmpty();
        assertThat(typeOf("a.pdf", new byte[0])).isEmpty();
        assertThat(typeOf("a.txt", new byte[0])).isEmpty();
        assertThat(typeOf("a.txt", "Jyväskylä".getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#!/bin/sh\nrm -rf /\n",
                "%PDF-1.7\n<script>alert(1)</script>",
                "<html><script>alert(1)</script></html>",
            })
    void takesNoScriptThatIsCalledAPdf(String script) {
        assertThat(typeOf("saannot.pdf", SampleFiles.text(script))).isEmpty();
    }

    @Test
    void takesNoMacrosAndNothingDamagedOrBlownUp() {
        assertThat(typeOf("a.docx", SampleFiles.office("word/document.xml", "word/vbaProject.bin")))
                .isEmpty();
        byte[] whole = SampleFiles.office("word/document.xml");
        assertThat(typeOf("a.docx", Arrays.copyOf(whole, 60))).isEmpty();
        assertThat(typeOf("a.docx", SampleFiles.bomb(1))).contains(FileType.DOCX);
        assertThat(typeOf("a.docx", SampleFiles.bomb(101))).isEmpty();
    }

    @Test
    void isKnownByItsHash() {
        assertThat(FileContent.of(SampleFiles.text("abc")).hash())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    private static Optional<FileType> typeOf(String name, byte[] bytes) {
        return FileType.of(name, FileContent.of(bytes));
    }

    private static String end(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
