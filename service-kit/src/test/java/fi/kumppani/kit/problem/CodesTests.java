package fi.kumppani.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodesTests {

    @Test
    void spellsNamesOfJavaInKebabCase() {
        assertThat(Codes.ofConstant("OVER_CEILING")).isEqualTo("over-ceiling");
        assertThat(Codes.ofType("NotBlank")).isEqualTo("not-blank");
        assertThat(Codes.ofType("Min")).isEqualTo("min");
    }
}
