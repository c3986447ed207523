package fi.kumppani.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.tenancy.NoMunicipalityException;

import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;

class QuietCauseTests {

    @Test
    void keepsWhereItHappenedAndOurOwnWordsButNotTheWordsOfLibraries() {
        Exception fault =
                new IllegalStateException(
                        "duplicate key: anna@example.org", new NoMunicipalityException());
        StringWriter log = new StringWriter();
        new QuietCause(fault).printStackTrace(new PrintWriter(log, true));
        assertThat(log.toString())
                .contains("java.lang.IllegalStateException")
                .contains("QuietCauseTests.keepsWhere")
                .contains("No municipality is bound to this work")
                .doesNotContain("anna@example.org");
    }

    @Test
    void endsWhenCausesGoInCircles() {
        Exception outer = new IllegalStateException("a");
        outer.initCause(new IllegalStateException("b", outer));
        assertThat(new QuietCause(outer).getCause()).isNotNull();
    }
}
