package fi.kumppani.kit.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maija@example.org",
                "maija.meikalainen+kahvi@example.org",
                "o'brien@sub.example.org",
                "a@b.fi",
                "first_last@xn--yhdistystori-fcb.fi"
            })
    void acceptsOneMailbox(String typed) {
        assertThat(EmailAddress.parse(typed)).map(EmailAddress::value).contains(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "maija",
                "maija@",
                "@example.org",
                "maija@example",
                "maija@127.0.0.1",
                "maija@[127.0.0.1]",
                "maija@example..org",
                "maija@-example.org",
                ".maija@example.org",
                "maija.@example.org",
                "mai..ja@example.org",
                "mai ja@example.org",
                "maija@example.org,pekka@example.org",
                "maija@example.org;pekka@example.org",
                "<maija@example.org>pekka@example.org",
                "Maija <maija@example.org>",
                "\"maija meikäläinen\"@example.org",
                "maija@example.org\r\nBcc: pekka@example.org",
                "maija\n@example.org",
                "maija@exam\u2028ple.org",
                "maija%0d%0a@example.org\u0000",
                "=?utf-8?q?maija?=@example.org@example.org",
                "(comment)maija@example.org",
                "mäijä@example.org"
            })
    void refusesWhatCouldBecomeAnythingElse(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(EmailAddress.parse("a".repeat(64) + "@example.org")).isPresent();
        assertThat(EmailAddress.parse("a".repeat(65) + "@example.org")).isEmpty();
        assertThat(EmailAddress.parse("a@" + "b".repeat(63) + ".org")).isPresent();
        assertThat(EmailAddress.parse("a@" + "b".repeat(64) + ".org")).isEmpty();
        assertThat(EmailAddress.parse("a@" + "bcd.".repeat(63) + "org")).isEmpty();
    }

    @Test
    void spellsDomainsInOneWay() {
        assertThat(EmailAddress.parse("  Maija@EXAMPLE.org "))
                .map(EmailAddress::value)
                .contains("Maija@example.org");
        assertThat(EmailAddress.parse("maija@vapaaehtoistyö.fi"))
                .map(EmailAddress::domain)
                .contains("xn--vapaaehtoisty-umb.fi");
    }

    @Test
    void takesSpellingsInOtherCaseForOneMailbox() {
        assertThat(new EmailAddress("Maija@example.org").mailbox())
                .isEqualTo(new EmailAddress("maija@example.org").mailbox());
    }

    @ParameterizedTest
    @CsvSource({
        "maija@example.org, maija@example.org",
        "Maija+Kahvi@example.org, maija@example.org",
        "maija+a+b@example.org, maija@example.org",
        "+maija@example.org, +maija@example.org",
        "maija.m@example.org, maija.m@example.org"
    })
    void tellsWhoseItLikelyIs(String address, String account) {
        assertThat(new EmailAddress(address).account()).isEqualTo(account);
    }

    @Test
    void isMadeOnlyInItsNormalSpelling() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EmailAddress("maija@EXAMPLE.org"));
    }

    @Test
    void keepsOutOfLogs() {
        assertThat(new EmailAddress("maija@example.org").toString()).doesNotContain("maija");
    }
}
