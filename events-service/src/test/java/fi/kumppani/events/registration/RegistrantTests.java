package fi.kumppani.events.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrantTests {

    @ParameterizedTest
    @ValueSource(strings = {"Maija", "Åke Ö", "=HYPERLINK(\"x\")", "<b>Pekka</b>", "${7*7}", "李"})
    void takesNamesAsTheyAre(String name) {
        assertThat(Registrant.Person.isName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "a\nb", "a\r\nBcc: x@example.org", "a\tb", "a\u0000", "a\u2028b"})
    void refusesWhatIsNoOneLine(String name) {
        assertThat(Registrant.Person.isName(name)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new Registrant.Person(
                                        name, new EmailAddress("a@example.org"), Language.FI));
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(Registrant.Person.isName("å".repeat(200))).isTrue();
        assertThat(Registrant.Person.isName("\uD83D\uDE00".repeat(200))).isTrue();
        assertThat(Registrant.Person.isName("a".repeat(201))).isFalse();
        assertThat(Registrant.Person.isName("a\uD83D")).isFalse();
    }

    @Test
    void keepsOutOfLogs() {
        assertThat(RegistrationFixtures.person("maija").toString())
                .doesNotContain("maija")
                .doesNotContain("Osallistuja");
    }

    @Test
    void readsOnlyItsOwnSpellingOfAnId() {
        String text = "019a5f0e-7c00-7000-8000-000000000003:81";

        assertThat(RegistrationId.parse(text)).map(RegistrationId::toString).contains(text);
        assertThat(RegistrationId.parse(text + "0000000000000")).isEmpty();
        assertThat(RegistrationId.parse("019a5f0e-7c00-7000-8000-000000000003:081")).isEmpty();
        assertThat(RegistrationId.parse("$where:1")).isEmpty();
    }
}
