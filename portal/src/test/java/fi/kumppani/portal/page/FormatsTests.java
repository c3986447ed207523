package fi.kumppani.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.reader.Language;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.time.Instant;

class FormatsTests {

    private static final Instant FROM = Instant.parse("2025-09-23T14:00:00Z");
    private static final Instant TO = Instant.parse("2025-09-23T16:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "FI, ti 23.9.2025 klo 17.00–19.00",
        "SV, tis 23.9.2025 kl. 17.00–19.00",
        "EN, Tue 23.9.2025 at 17.00–19.00"
    })
    void saysPeriodsInTheFinnishForm(Language language, String expected) {
        assertThat(plain(Formats.period(FROM, TO, language))).isEqualTo(expected);
    }

    @Test
    void saysBothDaysOfALongPeriod() {
        Instant nextDay = Instant.parse("2025-09-24T05:05:00Z");

        assertThat(plain(Formats.period(FROM, nextDay, Language.FI)))
                .isEqualTo("ti 23.9.2025 klo 17.00 – ke 24.9.2025 klo 8.05");
    }

    @Test
    void knowsWhichDayItIsInFinland() {
        Instant lateInTheEvening = Instant.parse("2025-12-31T22:30:00Z");

        assertThat(plain(Formats.day(lateInTheEvening, Language.FI))).isEqualTo("to 1.1.2026");
        assertThat(Formats.dayOfMonth(lateInTheEvening)).isEqualTo("1");
        assertThat(Formats.month(lateInTheEvening, Language.FI)).isEqualTo("tammi");
        assertThat(Formats.month(lateInTheEvening, Language.SV)).isEqualTo("jan");
    }

    @ParameterizedTest
    @CsvSource({
        "30000.00, 30 000 €",
        "400.00, 400 €",
        "14.92, '14,92 €'",
        "986400.5, '986 400,50 €'",
        "0.00, 0 €",
        "99999999999.99, '99 999 999 999,99 €'"
    })
    void saysEurosInTheFinnishForm(BigDecimal amount, String expected) {
        assertThat(plain(Formats.euros(amount))).isEqualTo(expected);
    }

    @Test
    void keepsAmountAndSignOnOneLine() {
        assertThat(Formats.euros(new BigDecimal("30000.00"))).doesNotContain(" ");
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }
}
