package fi.kumppani.portal.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fi.kumppani.portal.look.LookSettings.Wish;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

class LookTests {

    private static final String WINE = "#7a1f3d";

    @Test
    void reckonsContrastsAsTheGuidelinesDo() {
        assertThat(Color.BLACK.contrast(Color.WHITE)).isCloseTo(21, within(0.001));
        assertThat(Color.of("#767676").contrast(Color.WHITE)).isCloseTo(4.54, within(0.01));
        assertThat(Color.WHITE.contrast(Color.of("#777777"))).isCloseTo(4.48, within(0.01));
        assertThat(Color.of(WINE).contrast(Color.of(WINE))).isEqualTo(1);
    }

    /** What is asked of municipalities holds for our own colours. */
    @Test
    void findsNothingThatCannotBeReadInOurOwnColours() {
        Scheme day = Scheme.light();
        Scheme night = Scheme.dark();

        assertThat(Palette.of(day.token("accent"), day).fault(day)).isEmpty();
        assertThat(Palette.of(night.token("accent"), night).fault(night)).isEmpty();
    }

    @Test
    void makesAColourForTheNightOfOneForTheDay() {
        Look look = look(new Wish(null, null, WINE, null));

        assertThat(look.styles()).contains("--accent: light-dark(" + WINE + ", #");
        Scheme night = Scheme.dark();
        Palette palette = Palette.readable(Color.of(WINE), night);
        assertThat(palette.fault(night)).isEmpty();
        assertThat(look.styles()).contains(palette.accent().hex());
        assertThat(Palette.of(Color.of(WINE), night).fault(night))
                .as("as it is, it could not be read")
                .isPresent();
    }

    @Test
    void takesAColourForTheNight() {
        assertThat(look(new Wish(null, null, WINE, "#f0a8c0")).styles())
                .contains("--accent: light-dark(" + WINE + ", #f0a8c0);");
    }

    @ParameterizedTest
    @CsvSource({
        "#ffcc00, , kumppani.looks.743.color: #ffcc00 on --ground #fbfaf8 has a contrast of 1.",
        "#7a1f3d, #7a1f3d, kumppani.looks.743.dark-color: #7a1f3d on --ground #15181a has a",
        "wine, , kumppani.looks.743.color: wine is no colour",
        "#7a1f3d, #12, kumppani.looks.743.dark-color: #12 is no colour",
        ", #f0a8c0, kumppani.looks.743.dark-color: needs a color beside it"
    })
    void refusesColoursThatCannotBeRead(
            @Nullable String color, @Nullable String darkColor, String why) {
        assertThatThrownBy(() -> look(new Wish(null, null, color, darkColor)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(why);
    }

    @Test
    void saysWhichRuleARefusalFollows() {
        assertThatThrownBy(() -> look(new Wish(null, null, "#ffcc00", null)))
                .hasMessageEndingWith("words need 4.5 (WCAG 2.2, 1.4.3)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"74", "abc", "../743"})
    void refusesWhatIsNoMunicipality(String code) {
        LookSettings settings = new LookSettings(Map.of(code, new Wish(null, null, WINE, null)));

        assertThatThrownBy(() -> new Looks(settings)).hasMessageContaining("codes like 743");
    }

    @Test
    void changesItsAddressWithItsContent() {
        assertThat(look(new Wish(null, null, WINE, null)).stylesPath())
                .matches("/m/743/look\\.css\\?v=[0-9a-f]{16}")
                .isNotEqualTo(look(new Wish(null, null, "#123456", null)).stylesPath());
    }

    private static Look look(Wish wish) {
        return Look.of("743", wish);
    }
}
