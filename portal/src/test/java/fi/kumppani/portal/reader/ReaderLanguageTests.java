package fi.kumppani.portal.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ReaderLanguageTests {

    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @ParameterizedTest
    @CsvSource({
        "sv, SV",
        "'sv-FI,fi;q=0.8', SV",
        "'de,en-GB;q=0.9,fi;q=0.8', EN",
        "'de,fr', FI",
        "*, FI",
        "'sv;q=0,en', EN",
        "'not a header;;', FI"
    })
    void takesTheBestThatTheBrowserWants(String header, Language expected) {
        request.addHeader("Accept-Language", header);

        assertThat(ReaderLanguage.of(request)).isEqualTo(expected);
    }

    @Test
    void takesFinnishWhenNobodySays() {
        assertThat(ReaderLanguage.of(request)).isEqualTo(Language.FI);
    }

    @Test
    void prefersWhatTheAddressChooses() {
        request.addHeader("Accept-Language", "fi");
        request.setQueryString("x=1&lang=en");

        assertThat(ReaderLanguage.of(request)).isEqualTo(Language.EN);
    }

    @Test
    void overlooksLanguagesWeDoNotHave() {
        request.setQueryString("lang=<script>&slang=en");

        assertThat(ReaderLanguage.of(request)).isEqualTo(Language.FI);
        assertThat(ReaderLanguage.chosen(request)).isEmpty();
    }

    @Test
    void readsAHugeHeaderNot() {
        request.addHeader("Accept-Language", "sv," + "x-".repeat(5000));

        assertThat(ReaderLanguage.of(request)).isEqualTo(Language.FI);
    }

    @Test
    void fallsBackToTheFirstTextThereIs() {
        LocalizedText text = new LocalizedText(" ", "Kväll", null);

        assertThat(text.in(Language.EN)).contains(new Told("Kväll", "sv"));
        assertThat(new LocalizedText(null, null, null).in(Language.FI)).isEmpty();
    }
}
