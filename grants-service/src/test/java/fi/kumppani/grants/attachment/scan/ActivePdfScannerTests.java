package fi.kumppani.grants.attachment.scan;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.grants.attachment.FileScanner.Verdict;
import fi.kumppani.kit.file.FileContent;
import fi.kumppani.kit.file.FileType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;

class ActivePdfScannerTests {

    private final ActivePdfScanner scanner = new ActivePdfScanner();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<</S/JavaScript/JS(app.alert\\(1\\))>>",
                "<</S /Launch /F (calc.exe)>>",
                "<</Names<</EmbeddedFiles 3 0 R>>>>",
                "<</S/Java#53cript>>",
                "<</Subtype/RichMedia>>",
            })
    void findsWhatActsByItself(String object) {
        assertThat(scanner.scan(FileType.PDF, content(object))).isEqualTo(Verdict.HARMFUL);
    }

    @Test
    void findsNothingInAPlainPdfNorInOtherFiles() {
        assertThat(scanner.scan(FileType.PDF, content("<</Type/Page/Contents 4 0 R>>")))
                .isEqualTo(Verdict.CLEAN);
        assertThat(scanner.scan(FileType.TXT, content("/JavaScript"))).isEqualTo(Verdict.CLEAN);
    }

    private static FileContent content(String text) {
        return FileContent.of(("%PDF-1.7\n" + text).getBytes(StandardCharsets.ISO_8859_1));
    }
}
