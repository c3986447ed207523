package fi.kumppani.grants.diary;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.tenancy.MunicipalityCode;

import org.junit.jupiter.api.Test;

class DiaryNumberTests {

    @Test
    void isWrittenAsItIsSaidAloud() {
        assertThat(new DiaryNumber(new MunicipalityCode("743"), 2026, 42))
                .hasToString("743/2026/00042");
        assertThat(new DiaryNumber(new MunicipalityCode("052"), 2026, 123_456))
                .hasToString("052/2026/123456");
    }
}
