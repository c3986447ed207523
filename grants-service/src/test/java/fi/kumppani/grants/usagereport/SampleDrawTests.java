package fi.kumppani.grants.usagereport;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplicationFixtures;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class SampleDrawTests {

    @Test
    void drawsTheShareRoundedUpAndAlwaysTheSame() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            Set<ApplicationId> among = applications(1 + random.nextInt(80));
            int percent = 1 + random.nextInt(100);
            SampleDraw draw = draw("seed-" + round, percent, among);

            assertThat(draw.drawn())
                    .hasSize((among.size() * percent + 99) / 100)
                    .doesNotHaveDuplicates()
                    .isSubsetOf(among)
                    .isEqualTo(draw("seed-" + round, percent, among).drawn());
        }
    }

    @Test
    void dependsOnTheSeedAlone() {
        Set<ApplicationId> among = applications(60);

        List<ApplicationId> one = draw("one", 20, among).drawn();

        assertThat(draw("two", 20, among).drawn()).isNotEqualTo(one);
        assertThat(draw("one", 40, among).drawn()).startsWith(one.toArray(ApplicationId[]::new));
    }

    @Test
    void saysHowCloselyEachReportIsChecked() {
        Set<ApplicationId> among = applications(10);
        SampleDraw draw = draw("seed", 30, among);
        ReportSample none = new ReportSample(GrantApplicationFixtures.CALL, List.of());
        ReportSample drawn = none.with(draw);

        assertThat(none.depth(draw.drawn().getFirst())).isEqualTo(UsageReport.Depth.NOT_DRAWN);
        assertThat(among.stream().filter(id -> drawn.depth(id) == UsageReport.Depth.RECEIPTS))
                .hasSize(3);
        assertThat(among.stream().filter(id -> drawn.depth(id) == UsageReport.Depth.LIGHT))
                .hasSize(7);
        assertThat(drawn.depth(new ApplicationId("later"))).isEqualTo(UsageReport.Depth.NOT_DRAWN);
    }

    private static SampleDraw draw(String seed, int percent, Set<ApplicationId> among) {
        return new SampleDraw(
                seed, percent, Instant.parse("2027-03-10T10:00:00Z"), "officer", among);
    }

    private static Set<ApplicationId> applications(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new ApplicationId("application-" + number))
                .collect(Collectors.toSet());
    }
}
