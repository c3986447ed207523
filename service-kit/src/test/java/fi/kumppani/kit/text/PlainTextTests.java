package fi.kumppani.kit.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTests {

    @Test
    void takesWhatPeopleWrite() {
        assertThat(PlainText.isPlain("Kylätalon\tkahvit\r\n– 5 € 👩‍👩‍👧 שלום \u200fمرحبا"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000", "a\u001b[31m", "a\u0085", "a\ud800b", "\ufffe", "\uffff"})
    void refusesWhatIsNoText(String text) {
        assertThat(PlainText.isPlain(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lasku\u202efdp.exe", "\u202dyhdistys"})
    void refusesWhatTurnsLettersAround(String text) {
        assertThat(PlainText.isPlain(text)).isFalse();
    }
}
