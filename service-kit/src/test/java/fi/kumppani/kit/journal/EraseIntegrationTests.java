package fi.kumppani.kit.journal;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.KumppaniTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A parent that nobody was told about can be erased, with its journal, as it stands then. */
@KumppaniTest(properties = "spring.application.name=journal-erase-test")
class EraseIntegrationTests {

    private static final MunicipalityCode SEINAJOKI = new MunicipalityCode("743");
    private static final MunicipalityCode EVIJARVI = new MunicipalityCode("052");

    @Autowired Journal<Plan> plans;

    @Test
    void erasesAParentAndItsJournal() {
        insert("erased");
        rewrite("erased", "second");
        insert("kept");

        assertThat(erase("erased")).contains("second");

        assertThat(in(SEINAJOKI, () -> plans.find("erased"))).isEmpty();
        assertThat(lines("erased")).isEmpty();
        assertThat(erase("erased")).isEmpty();
        assertThat(lines("kept")).hasSize(1);
        insert("erased");
        assertThat(lines("erased")).hasSize(1);
    }

    @Test
    void leavesWhatItIsToldToLeaveAndWhatIsNotItsOwn() {
        insert("left");

        Optional<String> answer =
                in(SEINAJOKI, () -> plans.erase("left", _ -> Change.none("it stays")));

        assertThat(answer).contains("it stays");
        assertThat(lines("left")).hasSize(1);
        assertThat(
                        in(
                                EVIJARVI,
                                () ->
                                        plans.<String>erase(
                                                "left",
                                                stored -> Change.to(stored.body(), List.of(), ""))))
                .isEmpty();
        assertThat(lines("left")).hasSize(1);
    }

    @Test
    void asksAgainWhenSomebodyWroteMeanwhile() {
        insert("contended");
        AtomicInteger asked = new AtomicInteger();

        Optional<String> answer =
                in(
                        SEINAJOKI,
                        () ->
                                plans.erase(
                                        "contended",
                                        stored -> {
                                            if (asked.incrementAndGet() == 1) {
                                                rewrite("contended", "announced");
                                            }
                                            return stored.body().text().equals("announced")
                                                    ? Change.none("too late")
                                                    : Change.to(stored.body(), List.of(), "erased");
                                        }));

        assertThat(answer).contains("too late");
        assertThat(asked).hasValue(2);
        assertThat(in(SEINAJOKI, () -> plans.find("contended"))).isPresent();
    }

    private Optional<String> erase(String id) {
        return in(
                SEINAJOKI,
                () ->
                        plans.erase(
                                id,
                                stored ->
                                        Change.to(stored.body(), List.of(), stored.body().text())));
    }

    private void insert(String id) {
        assertThat(in(SEINAJOKI, () -> plans.insert(id, null, new Plan("first"), new Drafted(id))))
                .isInstanceOf(Insertion.Inserted.class);
    }

    private void rewrite(String id, String text) {
        var _ =
                in(
                        SEINAJOKI,
                        () ->
                                plans.<String>move(
                                        id,
                                        turn -> {
                                            turn.set(new Plan(text));
                                            turn.log(new Drafted(text));
                                            return text;
                                        }));
    }

    private List<JournalLine<Drafted>> lines(String id) {
        return in(SEINAJOKI, () -> plans.lines(id, Drafted.class, LinePosition.START, 10));
    }

    private static <R> R in(
            MunicipalityCode municipality, ScopedValue.CallableOp<R, RuntimeException> work) {
        return Tenancy.callIn(municipality, work);
    }

    /** Something that is planned. */
    record Plan(String text) {}

    /** A line. */
    record Drafted(String what) {}

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class TestService {

        @Bean
        Journal<Plan> plans(Journals journals) {
            return journals.open("plans", Plan.class);
        }
    }
}
