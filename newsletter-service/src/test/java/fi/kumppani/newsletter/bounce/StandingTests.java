package fi.kumppani.newsletter.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.newsletter.bounce.Bounce.Kind;
import fi.kumppani.newsletter.bounce.Standing.Reason;
import fi.kumppani.newsletter.bounce.Standing.Suppression;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

class StandingTests {

    private static final Instant START = Instant.parse("2026-11-01T10:00:00Z");

    private Instant now = START;
    private int reports;
    private Standing standing = Standing.unknown("reference");

    @ParameterizedTest
    @CsvSource({
        "5.1.1, HARD",
        "5.2.1, HARD",
        "5.4.4, HARD",
        "5.1.10, HARD",
        "5.0.0, HARD",
        "5.2.2, SOFT",
        "5.7.1, SOFT",
        "5.1.8, SOFT",
        "5.3.4, SOFT",
        "4.2.2, SOFT",
        "4.4.1, SOFT",
        "2.1.5, DELIVERED",
        "nonsense, SOFT",
        "5.1, SOFT",
        "'5.1.1 (no such user)', HARD"
    })
    void tellsFromTheStatusWhetherThereIsAMailbox(String status, Kind kind) {
        assertThat(Bounce.ofStatus(status)).isEqualTo(kind);
    }

    @Test
    void stopsAtOnceWhenThereIsNoMailbox() {
        bounce(Kind.HARD);

        assertThat(standing.suppression()).isEqualTo(new Suppression(Reason.HARD, START));
        assertThat(standing.isBlocked(true)).isTrue();
        assertThat(standing.isBlocked(false)).isTrue();
    }

    @Test
    void sendsWhatAReaderWaitsForInSpiteOfAComplaint() {
        bounce(Kind.COMPLAINT);

        assertThat(standing.isBlocked(false)).isTrue();
        assertThat(standing.isBlocked(true)).isFalse();
    }

    @Test
    void stopsAfterFiveDaysThatBroughtLettersBack() {
        for (int day = 0; day < 4; day++) {
            bounce(Kind.SOFT);
            bounce(Kind.SOFT);
            pass(Duration.ofDays(1));
        }
        assertThat(standing.suppression()).isNull();

        bounce(Kind.SOFT);

        assertThat(standing.suppression()).isEqualTo(new Suppression(Reason.SOFT, now));
    }

    @Test
    void countsAnewAfterALetterThatDidNotComeBack() {
        for (int quarter = 0; quarter < 20; quarter++) {
            bounce(Kind.SOFT);
            pass(Duration.ofDays(90));
            accept();
            pass(Duration.ofDays(90));
            accept();
        }

        assertThat(standing.suppression()).isNull();
        assertThat(standing.softBounces()).isZero();
    }

    @Test
    void countsOnWhenEachLetterComesBack() {
        for (int quarter = 0; quarter < 5; quarter++) {
            accept();
            pass(Duration.ofHours(1));
            bounce(Kind.SOFT);
            pass(Duration.ofDays(90));
        }

        assertThat(standing.suppression()).isNotNull();
    }

    @Test
    void countsAnewAfterADeliveryThatIsReported() {
        bounce(Kind.SOFT);
        bounce(Kind.DELIVERED);

        assertThat(standing.softBounces()).isZero();
    }

    @Test
    void changesNothingWhenAReportIsReadAgain() {
        Bounce bounce = new Bounce("r", Kind.SOFT, null);
        Standing once = standing.after(bounce, now);

        assertThat(once.after(bounce, now.plus(Duration.ofDays(3)))).isEqualTo(once);
    }

    @Test
    void sendsAgainWhenSomebodyKnowsBetter() {
        bounce(Kind.HARD);

        standing = standing.lifted();

        assertThat(standing.isBlocked(false)).isFalse();
        bounce(Kind.SOFT);
        assertThat(standing.suppression()).isNull();
    }

    /** Whatever comes in whatever order: a suppression is never lost, and memory stays small. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void neverLosesASuppression(long seed) {
        Random random = new Random(seed);
        List<Kind> kinds = List.of(Kind.values());
        boolean stopped = false;
        for (int step = 0; step < 300; step++) {
            pass(Duration.ofHours(random.nextInt(200)));
            if (random.nextInt(3) == 0) {
                accept();
            } else {
                bounce(kinds.get(random.nextInt(kinds.size())));
            }
            if (stopped) {
                assertThat(standing.suppression()).isNotNull();
            }
            stopped = standing.suppression() != null;
            assertThat(standing.seen()).hasSizeLessThanOrEqualTo(20);
            assertThat(standing.softBounces()).isLessThanOrEqualTo(300);
        }
        assertThat(stopped).isTrue();
    }

    private void bounce(Kind kind) {
        standing = standing.after(new Bounce("report-" + reports++, kind, null), now);
    }

    private void accept() {
        standing = standing.accepted(now);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }
}
