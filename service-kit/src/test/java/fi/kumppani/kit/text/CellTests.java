package fi.kumppani.kit.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+358",
                "-2",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "\uff1d1",
                "\uff20a"
            })
    void makesTextOfWhatLooksLikeAFormula(String text) {
        assertThat(Cell.of(text)).isEqualTo("'" + text);
    }

    @Test
    void leavesOtherTextAsItIs() {
        assertThat(Cell.of("")).isEmpty();
        assertThat(Cell.of("Aino = Eero")).isEqualTo("Aino = Eero");
        assertThat(Cell.of("'quoted'")).isEqualTo("'quoted'");
    }
}
