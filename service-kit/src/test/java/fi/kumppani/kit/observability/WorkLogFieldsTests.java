package fi.kumppani.kit.observability;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.outbox.Causation;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.json.JsonWriter;

class WorkLogFieldsTests {

    private static final JsonWriter<Object> LINES =
            JsonWriter.of(members -> new WorkLogFields().customize(members));

    @Test
    void tellsForWhomAndBecauseOfWhatALineWasWritten() {
        String line =
                Tenancy.callIn(
                        new MunicipalityCode("743"),
                        () ->
                                Causation.callBecauseOf(
                                        new Causation.Cause("m1", "c1"),
                                        () -> LINES.writeToString("line")));
        assertThat(line)
                .isEqualTo(
                        """
                        {"municipality":"743","message.id":"m1","correlation.id":"c1"}\
                        """);
    }

    @Test
    void staysSilentOutsideOfWork() {
        assertThat(LINES.writeToString("line")).isEqualTo("{}");
    }
}
