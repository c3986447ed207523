package fi.kumppani.grants.bankaccount;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IbanTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FI21 1234 5600 0007 85",
                "fi2112345600000785",
                "DE89370400440532013000",
                "SE4550000000058398257466",
                "GB29NWBK60161331926819",
                "CH9300762011623852957",
                "NO9386011117947"
            })
    void takesEveryAccountWithinSepa(String text) {
        assertThat(Iban.read(text)).isInstanceOf(Iban.Reading.Sound.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FI2112345600000786",
                "FI21123456000007",
                "1234",
                "",
                "FI",
                "XX2112345600000785",
                "FI2112345600000785 OR 1",
                "ＦＩ2112345600000785"
            })
    void refusesWhatIsNoAccount(String text) {
        assertThat(Iban.read(text)).isEqualTo(new Iban.Reading.Faulty(Iban.Fault.NOT_AN_IBAN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BR1800360305000010009795493C1",
                "TR330006100519786457841326",
                "AE070331234567890123456"
            })
    void refusesAccountsOutsideSepa(String text) {
        assertThat(Iban.read(text)).isEqualTo(new Iban.Reading.Faulty(Iban.Fault.OUTSIDE_SEPA));
    }

    @Test
    void isNeverWrittenWhole() {
        assertThat(new Iban("FI2112345600000785")).hasToString("FI…0785");
    }
}
