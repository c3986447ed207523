package fi.kumppani.newsletter.dispatch.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.newsletter.letter.Wording;
import fi.kumppani.newsletter.letter.Wording.Shared;

import jakarta.mail.internet.MimeUtility;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What letters share is written once, and no reader can tell. */
class QuotedPrintableTests {

    private static final List<String> LINES =
            List.of(
                    "Kumppanuuspöytä kutsuu, 100 % = kaikki\n",
                    "\n",
                    "space at the end \n",
                    "tab at the end\t\n",
                    ".\n",
                    "From the first word\n",
                    "ä".repeat(400) + "\n",
                    "-- \n");

    private final QuotedPrintable words = new QuotedPrintable();

    @Test
    void writesTheSameWhereverTheSharedPartEnds() throws Exception {
        byte[] whole = words.of(Wording.of(String.join("", LINES)));
        for (int end = 0; end <= LINES.size(); end++) {
            Shared shared = new Shared(String.join("", LINES.subList(0, end)));
            String own = String.join("", LINES.subList(end, LINES.size()));
            assertThat(words.of(new Wording(shared, own)))
                    .as("shared until %d", end)
                    .isEqualTo(whole);
            assertThat(words.of(new Wording(shared, own))).as("a second time").isEqualTo(whole);
        }
    }

    @Test
    void isReadBackAsItWas() throws Exception {
        byte[] written = words.of(Wording.of(String.join("", LINES)));
        try (var decoded =
                MimeUtility.decode(new ByteArrayInputStream(written), QuotedPrintable.NAME)) {
            assertThat(new String(decoded.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(String.join("", LINES).replace("\n", "\r\n"));
        }
        assertThat(new String(written, StandardCharsets.US_ASCII).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(76));
    }

    @Test
    void endsAllLinesAlike() throws Exception {
        assertThat(words.of(Wording.of("a\r\nb\rc\n")))
                .isEqualTo("a\r\nb\r\nc\r\n".getBytes(StandardCharsets.US_ASCII));
    }
}
