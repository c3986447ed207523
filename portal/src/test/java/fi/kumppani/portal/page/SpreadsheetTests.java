package fi.kumppani.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

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
}
