package fi.kumppani.registry.association;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterNumberTests {

    @ParameterizedTest
    @CsvSource({"178462,178462", "178.462,178462", "' 7 ',7", "000123,123", "1.234,1234"})
    void readsWhatIsPrinted(String text, String value) {
        assertThat(RegisterNumber.read(text)).contains(new RegisterNumber(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "1234567", "0123456", "12a", "1.2", "-5", "1.234.567"})
    void refusesWhatIsNone(String text) {
        assertThat(RegisterNumber.read(text)).isEmpty();
    }
}
