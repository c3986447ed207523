package fi.kumppani.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.system.stand.Api;
import fi.kumppani.system.stand.TestStand;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.regex.Pattern;

/** Everything that the portal says is open is there, for everybody. */
class OpenDataJourneyTests {

    private static final Pattern LINK = Pattern.compile("<li><a href=\"(/[^\"]+)\"");

    @Test
    void answersAtEveryAddressThatThePageOfOpenDataNames() {
        Api anybody = Api.anonymous(TestStand.shared());
        String page = anybody.get("/m/743/open-data").expect(200).body();
        String content = page.substring(page.indexOf("<main"), page.indexOf("</main>"));

        List<String> links =
                LINK.matcher(content).results().map(found -> found.group(1)).distinct().toList();

        assertThat(links)
                .hasSizeGreaterThan(15)
                .allSatisfy(
                        link -> {
                            Api.Answer answer = anybody.get(link);
                            assertThat(answer.status()).isEqualTo(200);
                            assertThat(answer.body()).isNotBlank();
                        });
    }
}
