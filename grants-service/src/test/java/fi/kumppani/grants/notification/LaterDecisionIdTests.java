package fi.kumppani.grants.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.grants.grantapplication.ApplicationId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaterDecisionIdTests {

    private static final ApplicationId APPLICATION = new ApplicationId("a");

    @Test
    void isReadAsItIsNamed() {
        for (LaterDecisionId.Kind kind : LaterDecisionId.Kind.values()) {
            LaterDecisionId id = new LaterDecisionId(APPLICATION, kind, 12);

            assertThat(LaterDecisionId.parse(APPLICATION, id.name())).contains(id);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "change",
                "change-",
                "change-0",
                "change-01",
                "change--1",
                "CHANGE-1",
                "change-1 ",
                "change-1234567",
                "decision-1",
                "recovery:1"
            })
    void isNothingElse(String text) {
        assertThat(LaterDecisionId.parse(APPLICATION, text)).isEmpty();
    }
}
