package fi.kumppani.kit.background;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.store.Located;
import fi.kumppani.kit.tenancy.MunicipalityCode;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class AgendaTests {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Located ONE = new Located("one", new MunicipalityCode("743"));
    private static final Located OTHER = new Located("other", new MunicipalityCode("052"));

    private final Agenda agenda = new Agenda();

    @Test
    void givesWhatIsDueOnceAndNotBefore() {
        agenda.note(ONE, NOON);
        agenda.note(OTHER, NOON.plusSeconds(1));

        assertThat(agenda.takeDue(NOON.minusMillis(1))).isEmpty();
        assertThat(agenda.takeDue(NOON)).containsExactly(ONE);
        assertThat(agenda.takeDue(NOON)).isEmpty();
        assertThat(agenda.takeDue(NOON.plus(Duration.ofDays(1)))).containsExactly(OTHER);
    }

    @Test
    void keepsTheEarliestTimeOfEach() {
        agenda.note(ONE, NOON.plusSeconds(9));
        agenda.note(ONE, NOON);
        agenda.note(ONE, NOON.plusSeconds(5));

        assertThat(agenda.takeDue(NOON)).containsExactly(ONE);
        assertThat(agenda.takeDue(NOON.plusSeconds(9))).isEmpty();
    }
}
