package fi.kumppani.kit.background;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.store.Located;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class AgendaWorkTests {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Located ONE = new Located("one", new MunicipalityCode("743"));
    private static final Located OTHER = new Located("other", new MunicipalityCode("052"));

    private final Agenda agenda = new Agenda();
    private final SetClock clock = new SetClock();
    private final Recorded work = new Recorded();

    @Test
    void doesWhatIsDueInTheMunicipalityOfEach() {
        agenda.note(ONE, NOON);
        agenda.note(OTHER, NOON);

        work.work();

        assertThat(work.done).containsExactlyInAnyOrder("one in 743", "other in 052");
    }

    @Test
    void notesWhatIsDueNextAndNotWhatIsPast() {
        work.next.put("one", NOON.plusSeconds(60));
        work.next.put("other", NOON);
        agenda.note(ONE, NOON);
        agenda.note(OTHER, NOON);

        work.work();

        assertThat(agenda.takeDue(NOON.plusSeconds(59))).isEmpty();
        assertThat(agenda.takeDue(NOON.plus(Duration.ofDays(1)))).containsExactly(ONE);
    }

    @Test
    void triesAgainWhatFailedAndDoesTheRest() {
        work.faulty = "one";
        agenda.note(ONE, NOON);
        agenda.note(OTHER, NOON);

        work.work();
        assertThat(work.done).containsExactly("other in 052");
        work.faulty = "";
        clock.now = NOON.plusSeconds(10);
        work.work();

        assertThat(work.done).containsExactly("other in 052", "one in 743");
    }

    @Test
    void looksAroundAtTheStartAndEveryFiveMinutes() {
        for (int second = 0; second <= 300; second++) {
            clock.now = NOON.plusSeconds(second);
            work.work();
        }

        assertThat(work.looks).containsExactly(NOON, NOON.plusSeconds(300));
    }

    @Test
    void looksAroundAgainSoonWhenItFailed() {
        work.away = true;
        work.work();
        work.away = false;
        clock.now = NOON.plusSeconds(10);
        work.work();

        assertThat(work.looks).containsExactly(NOON, NOON.plusSeconds(10));
    }

    private final class Recorded extends AgendaWork {

        private final List<String> done = new ArrayList<>();
        private final List<Instant> looks = new ArrayList<>();
        private final Map<String, Instant> next = new HashMap<>();
        private String faulty = "";
        private boolean away;

        private Recorded() {
            super("recorded", agenda, clock);
        }

        @Override
        protected void lookAround(Agenda known, Instant now) {
            looks.add(now);
            if (away) {
                throw new IllegalStateException("The store is away");
            }
        }

        @Override
        protected void carryOut(String id, Instant now) {
            if (id.equals(faulty)) {
                throw new IllegalStateException("Somebody else wrote");
            }
            done.add(id + " in " + Tenancy.current());
        }

        @Override
        protected Optional<Instant> nextDue(String id, Instant now) {
            return Optional.ofNullable(next.get(id));
        }
    }

    private static final class SetClock extends Clock {

        private Instant now = NOON;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
