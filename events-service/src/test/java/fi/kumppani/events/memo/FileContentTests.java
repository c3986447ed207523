package fi.kumppani.events.memo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class FileContentTests {

    private static final String ODT = "application/vnd.oasis.opendocument.text";
    private static final Map<String, byte[]> SOUND =
            Map.of(
                    "a.pdf", Files.pdf("muistio"),
                    "a.odt", Files.openDocument(ODT),
                    "a.ods", Files.openDocument("application/vnd.oasis.opendocument.spreadsheet"),
                    "a.docx", Files.office("word/document.xml"),
                    "a.xlsx", Files.office("xl/workbook.xml"),
                    "a.png", Files.png(),
                    "a.jpg", Files.jpeg(),
                    "a.txt", Files.text("Iltaan tuli neljäkymmentä.\r\n"));

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
        assertThat(typeOf("KUVA.JPEG", Files.jpeg())).contains(AttachmentType.JPEG);
        assertThat(typeOf("luvut.csv", Files.text("a;b\n1;2\n"))).contains(AttachmentType.CSV);
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
        assertThat(typeOf("a.html", Files.text("<p>Hei</p>"))).isEmpty();
        assertThat(typeOf("a.pdf", new byte[0])).isEmpty();
        assertThat(typeOf("a.txt", new byte[0])).isEmpty();
        assertThat(typeOf("a.txt", "Jyväskylä".getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
    }

    @Test
    void takesNoMacrosAndNothingDamagedOrBlownUp() {
        assertThat(typeOf("a.docx", Files.office("word/document.xml", "word/vbaProject.bin")))
                .isEmpty();
        byte[] whole = Files.office("word/document.xml");
        assertThat(typeOf("a.docx", Arrays.copyOf(whole, 60))).isEmpty();
        assertThat(typeOf("a.docx", Files.bomb(1))).contains(AttachmentType.DOCX);
        assertThat(typeOf("a.docx", Files.bomb(101))).isEmpty();
    }

    @Test
    void isKnownByItsHash() {
        assertThat(FileContent.of(Files.text("abc")).hash())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    private static Optional<AttachmentType> typeOf(String name, byte[] bytes) {
        return AttachmentType.of(name, FileContent.of(bytes));
    }

    private static String end(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
