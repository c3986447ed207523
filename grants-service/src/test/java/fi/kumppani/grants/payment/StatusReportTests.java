package fi.kumppani.grants.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

class StatusReportTests {

    @ParameterizedTest
    @CsvSource({
        "ACSC,true",
        "ACCC,true",
        "ACWC,true",
        "RJCT,false",
        "CANC,false",
        "ACCP,",
        "ACTC,",
        "ACSP,",
        "PDNG,",
        "RCVD,",
        "PART,",
        ","
    })
    void answersOnlyWhenTheBankHasFinished(String status, Boolean carriedOut) {
        Optional<PaymentBatch.BankAnswer> answer =
                new StatusReport.Verdict(status, "AC04").answer();

        assertThat(answer.map(PaymentBatch.BankAnswer::isCarriedOut))
                .isEqualTo(Optional.ofNullable(carriedOut));
        assertThat(answer.map(PaymentBatch.BankAnswer::reason))
                .isEqualTo(
                        Boolean.FALSE.equals(carriedOut) ? Optional.of("AC04") : Optional.empty());
    }
}
