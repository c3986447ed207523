package fi.kumppani.portal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

class FormTokensTests {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Duration VALID = Duration.ofHours(1);
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private final FormTokens tokens = new FormTokens(new FormSettings(KEY, VALID));
    private final String token = tokens.next("subscribe", "743", NOW);

    @Test
    void knowsItsOwnUntilTheyAreTooOld() {
        assertThat(tokens.isGood(token, "subscribe", "743", NOW)).isTrue();
        assertThat(tokens.isGood(token, "subscribe", "743", NOW.plus(VALID))).isTrue();
        assertThat(tokens.isGood(token, "subscribe", "743", NOW.plus(VALID).plusMillis(1)))
                .isFalse();
    }

    @Test
    void takesATokenForNothingElse() {
        assertThat(tokens.isGood(token, "subscribe", "179", NOW)).isFalse();
        assertThat(tokens.isGood(token, "erase", "743", NOW)).isFalse();
    }

    @Test
    void knowsTheKeyThatSaysWhenTheFormWasOpened() {
        Instant later = NOW.plusSeconds(3);

        assertThat(FormKeys.age(FormTokens.key(token), later)).isEqualTo(Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.b", "no token", "AAAAAAAAAAAAAAAAAAAAAAAA."})
    void knowsNoOthers(String other) {
        assertThat(tokens.isGood(other, "subscribe", "743", NOW)).isFalse();
    }

    @Test
    void noticesWhenTheTimeWasWrittenAnew() {
        String signature = token.substring(token.indexOf('.'));

        assertThat(
                        tokens.isGood(
                                FormKeys.next(NOW.plusSeconds(1)) + signature,
                                "subscribe",
                                "743",
                                NOW))
                .isFalse();
    }

    @Test
    void agreesWithAnotherInstanceThatHasTheKeyAndWithNoOther() {
        FormTokens same = new FormTokens(new FormSettings(KEY, VALID));
        FormTokens other = new FormTokens(new FormSettings("", VALID));

        assertThat(same.isGood(token, "subscribe", "743", NOW)).isTrue();
        assertThat(other.isGood(token, "subscribe", "743", NOW)).isFalse();
        assertThat(other.isGood(other.next("subscribe", "743", NOW), "subscribe", "743", NOW))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"c2hvcnQ=", "not base64!"})
    void refusesAKeyThatIsNone(String key) {
        assertThatThrownBy(() -> new FormSettings(key, VALID))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("kumppani.forms.key");
    }

    @Test
    void tellsNobodyTheKey() {
        assertThat(new FormSettings(KEY, VALID).toString()).doesNotContain(KEY);
    }
}
