package fi.kumppani.registry.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fi.kumppani.registry.association.BusinessId.Reading;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Stream;

/** The vectors are those of finnish-business-ids 3.1.1 (MIT). */
class BusinessIdTests {

    @ParameterizedTest
    @MethodSource("valid")
    void readsWhatIsValid(String text) {
        assertThat(BusinessId.read(text)).isEqualTo(new Reading.Read(new BusinessId(text)));
    }

    @ParameterizedTest
    @MethodSource("withRemainderOne")
    void refusesARemainderThatIsNeverGivenOut(String text) {
        assertThat(BusinessId.read(text)).isInstanceOf(Reading.WrongCheckDigit.class);
    }

    @ParameterizedTest
    @MethodSource("valid")
    void refusesEveryOtherCheckDigit(String text) {
        char right = text.charAt(8);
        for (char digit = '0'; digit <= '9'; digit++) {
            if (digit != right) {
                assertThat(BusinessId.read(text.substring(0, 8) + digit))
                        .isInstanceOf(Reading.WrongCheckDigit.class);
            }
        }
    }

    /** {@code 261741-4} has the form of an old id, and is refused for its check digit. */
    @ParameterizedTest
    @MethodSource("invalid")
    void refusesWhatIsInvalid(String text) {
        assertThat(BusinessId.read(text)).isNotInstanceOf(Reading.Read.class);
    }

    @ParameterizedTest
    @MethodSource("vatNumbers")
    void isTheNationalPartOfAVatNumber(String vatNumber) {
        String national = vatNumber.substring(2, 9) + "-" + vatNumber.charAt(9);
        assertThat(BusinessId.read(national)).isInstanceOf(Reading.Read.class);
    }

    @Test
    void putsAZeroInFrontOfAnOldId() {
        assertThat(BusinessId.read("114162-2"))
                .isEqualTo(new Reading.Read(new BusinessId("0114162-2")));
    }

    @Test
    void forgivesBlanksAroundIt() {
        assertThat(BusinessId.read(" 1790235-0\t"))
                .isEqualTo(new Reading.Read(new BusinessId("1790235-0")));
    }

    @Test
    void neverHoldsAWrongOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BusinessId("1790235-1"));
        assertThatIllegalArgumentException().isThrownBy(() -> new BusinessId("114162-2"));
        assertThatIllegalArgumentException().isThrownBy(() -> new BusinessId("１７９０２３５-０"));
    }

    static Stream<String> valid() {
        return vectors("valid");
    }

    static Stream<String> withRemainderOne() {
        return vectors("invalid_remainder_1");
    }

    static Stream<String> invalid() {
        return vectors("invalid_format");
    }

    static Stream<String> vatNumbers() {
        return vectors("valid_vat");
    }

    private static Stream<String> vectors(String name) {
        try (InputStream file =
                Objects.requireNonNull(
                        BusinessIdTests.class.getResourceAsStream("/ytunnus-vectors.json"))) {
            return JsonMapper.builder()
                    .build()
                    .readTree(file)
                    .get(name)
                    .valueStream()
                    .map(JsonNode::asString);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
