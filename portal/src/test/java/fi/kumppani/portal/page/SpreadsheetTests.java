package fi.kumppani.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletResponse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

class SpreadsheetTests {

    @Test
    void writesNothingThatASpreadsheetCalculates() throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();

        Spreadsheet.answer(
                response,
                "list.csv",
                List.of("Nimi", "Summa"),
                Stream.of(
                        List.of("=1+1", "-5"),
                        List.of("@SUM(A1)", "\tx"),
                        List.of("Kylä, \"Ylä\"", "")));

        assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo(
                        "\ufeffNimi,Summa\r\n'=1+1,'-5\r\n'@SUM(A1),'\tx\r\n"
                                + "\"Kylä, \"\"Ylä\"\"\",\r\n");
        assertThat(response.getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"list.csv\"");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void writesAWorkbookThatCalculatesNothingEither(@TempDir Path folder) throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();

        Spreadsheet.answer(
                response,
                "list.xlsx",
                List.of("Nimi"),
                Stream.of(List.of("=1+1"), List.of("<b>\u0007Kylä")));

        assertThat(response.getContentType()).contains("spreadsheetml.sheet");
        assertThat(response.getHeader("Content-Disposition")).contains("list.xlsx");
        Path file = Files.write(folder.resolve("list.xlsx"), response.getContentAsByteArray());
        try (ZipFile parts = new ZipFile(file.toFile())) {
            ZipEntry part = Objects.requireNonNull(parts.getEntry("xl/worksheets/sheet1.xml"));
            String sheet =
                    new String(parts.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(sheet)
                    .contains(">=1+1<", "&lt;b&gt;Kyl&#xe4;<", "inlineStr")
                    .doesNotContain("<f>", "\u0007");
        }
    }
}
