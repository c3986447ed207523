package fi.kumppani.grants.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;

class FileContentTests {

    private static final String PDF = "%PDF-1.7\n1 0 obj<<>>endobj\nstartxref\n9\n%%EOF\n";

    @Test
    void knowsAPdfByItsBeginningAndItsEnd() {
        assertThat(AttachmentType.of("saannot.pdf", content(PDF))).contains(AttachmentType.PDF);
        assertThat(AttachmentType.of("SÄÄNNÖT.PDF", content(PDF))).contains(AttachmentType.PDF);
        assertThat(AttachmentType.of("saannot.png", content(PDF))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#!/bin/sh\nrm -rf /\n",
                "%PDF-1.7\n<script>alert(1)</script>",
                "<html><script>alert(1)</script></html>",
                "MZ\u0090",
                "",
            })
    void takesNoScriptThatIsCalledAPdf(String script) {
        assertThat(AttachmentType.of("saannot.pdf", content(script))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"saannot.html", "saannot.svg", "saannot.exe", "saannot", "pdf."})
    void takesNothingThatAReadersMachineWouldRun(String name) {
        assertThat(AttachmentType.of(name, content(PDF))).isEmpty();
    }

    private static FileContent content(String text) {
        return FileContent.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
