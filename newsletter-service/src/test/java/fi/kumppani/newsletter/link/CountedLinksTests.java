package fi.kumppani.newsletter.link;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.newsletter.stand.SettableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

class CountedLinksTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String ISSUE = "0192f3c4-0000-7000-8000-000000000001";
    private static final MunicipalityCode HERE = new MunicipalityCode("743");
    private static final URI TARGET =
            URI.create("https://www.example.org/haku?q=%C3%A4+b&x=1%2F2#loppu");

    private final SettableClock clock = new SettableClock(NOW);
    private final Countings countings = new Countings();
    private final CountedLinks links = LinkUseCases.countedLinks(countings, clock);

    @Test
    void isAStraightWayUnlessTheMunicipalityHasItCounted() {
        countings.counting = LinkCounting.NEVER;
        in(
                () -> {
                    assertThat(links.inLetters(ISSUE, NOW)).isEmpty();
                    assertThat(links.inPreviews(ISSUE)).isEmpty();
                });
    }

    @Test
    void staysAsItWasWhenTheIssueWasSent() {
        countings.counting = countings.counting.off(NOW.plusSeconds(5));
        in(
                () -> {
                    assertThat(links.inLetters(ISSUE, NOW)).isPresent();
                    assertThat(links.inLetters(ISSUE, NOW.plusSeconds(5))).isEmpty();
                });
    }

    @Test
    void isTheSameForAllReadersAndLeadsToTheTarget() {
        URI address = address();
        clock.pass(Duration.ofDays(3));

        assertThat(address()).isEqualTo(address);
        assertThat(address.toString())
                .matches(
                        "https://kumppani\\.example\\.org/m/743/l/[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
        assertThat(open(last(address))).contains(new CountedLinks.Opened(ISSUE, 3, TARGET, true));
    }

    @Test
    void leadsOnWithoutTheStore() {
        String address = last(address());
        countings.away = true;

        assertThat(open(address)).isPresent();
    }

    @Test
    void countsNothingInPreviews() {
        URI preview =
                Tenancy.callIn(HERE, () -> links.inPreviews(ISSUE).orElseThrow().to(3, TARGET));

        assertThat(open(last(preview))).contains(new CountedLinks.Opened(ISSUE, 3, TARGET, false));
        assertThat(preview.toString()).hasSameSizeAs(address().toString());
    }

    @Test
    void leadsNowhereElse() {
        String address = last(address());
        String elsewhere = last(address(URI.create("https://evil.example/")));
        String signature = address.substring(0, address.indexOf('.'));
        String other = elsewhere.substring(elsewhere.indexOf('.'));

        assertThat(open(elsewhere)).as("signed for it").isPresent();
        assertThat(open(signature + other)).isEmpty();
        assertThat(open(signature)).isEmpty();
        assertThat(open(address.substring(1))).isEmpty();
        assertThat(Tenancy.callIn(new MunicipalityCode("179"), () -> links.open(address)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.b", "a.!", "...", "aHR0cHM6Ly9ldmlsLmV4YW1wbGUv"})
    void leadsNowhereFromNonsense(String nonsense) {
        assertThat(open(nonsense)).isEmpty();
    }

    @Test
    void leadsOnForFiveYears() {
        String address = last(address());

        clock.pass(Duration.ofDays(5 * 365 - 1));
        assertThat(open(address)).isPresent();
        clock.pass(Duration.ofDays(1));
        assertThat(open(address)).isEmpty();
    }

    private URI address() {
        return address(TARGET);
    }

    private URI address(URI target) {
        return Tenancy.callIn(HERE, () -> links.inLetters(ISSUE, NOW).orElseThrow().to(3, target));
    }

    private Optional<CountedLinks.Opened> open(String address) {
        return Tenancy.callIn(HERE, () -> links.open(address));
    }

    private static String last(URI address) {
        return address.toString().substring(address.toString().lastIndexOf('/') + 1);
    }

    private static void in(Runnable work) {
        Tenancy.runIn(HERE, work);
    }

    /** Says that links are counted, as long as it can be asked. */
    private static final class Countings implements LinkCountings {

        private LinkCounting counting = LinkCounting.NEVER.on(NOW);
        private boolean away;

        @Override
        public Stored<LinkCounting> current() {
            if (away) {
                throw new IllegalStateException("The store is away");
            }
            return new Stored<>("743", HERE, 1, 0, counting);
        }

        @Override
        public Stored<LinkCounting> change(long version, UnaryOperator<LinkCounting> change) {
            throw new UnsupportedOperationException();
        }
    }
}
