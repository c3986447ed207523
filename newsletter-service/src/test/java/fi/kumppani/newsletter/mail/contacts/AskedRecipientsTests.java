package fi.kumppani.newsletter.mail.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;
import fi.kumppani.newsletter.letter.CalendarEntry;
import fi.kumppani.newsletter.letter.Sender;
import fi.kumppani.newsletter.mail.MailKind;
import fi.kumppani.newsletter.mail.Matter;
import fi.kumppani.newsletter.mail.Recipient;
import fi.kumppani.newsletter.mail.Recipients.Answer;
import fi.kumppani.newsletter.stand.ScriptedContacts;
import fi.kumppani.newsletter.stand.ScriptedContacts.Act;
import fi.kumppani.newsletter.stand.ScriptedContacts.Asked;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asking another service for recipients, whatever it does. */
class AskedRecipientsTests {

    private static final EmailAddress FROM = new EmailAddress("noreply@seinajoki.example.org");
    private static final EmailAddress REPLY_TO =
            new EmailAddress("jarjestot@seinajoki.example.org");
    private static final Duration TIME_LIMIT = Duration.ofSeconds(1);
    private static final Duration OPEN_FOR = Duration.ofSeconds(2);

    private final ScriptedContacts server = new ScriptedContacts();
    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.ofDefaults();
    private final ContactsConfiguration configuration = configuration(server.address());
    private final AskedRecipients events = configuration.eventRecipients();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void asksForAllMailsOfAMunicipalityAtOnceWithItsOwnToken() {
        Answer.Known known = known(ask(matter("m1", "event:1"), matter("m2", "event:2")));

        assertThat(server.asked()).hasSize(1);
        Asked asked = server.asked().getFirst();
        assertThat(asked.authorization()).isEqualTo("Bearer token-1");
        assertThat(asked.body().at("/requests")).hasSize(2);
        assertThat(asked.body().at("/requests/0/id").asString()).isEqualTo("m1");
        assertThat(asked.body().at("/requests/0/municipality").asString()).isEqualTo("743");
        assertThat(asked.body().at("/requests/0/subject").asString()).isEqualTo("event:1");
        assertThat(asked.body().at("/requests/0/kind").asString())
                .isEqualTo("registration-confirmed");
        assertThat(asked.body().at("/requests/0/replyTo").asString()).isEqualTo(REPLY_TO.value());
        assertThat(known.unreachable()).isEmpty();
        assertThat(known.reachable()).containsOnlyKeys("m1", "m2");
        assertThat(known.reachable().get("m2"))
                .isNotNull()
                .satisfies(
                        one -> {
                            assertThat(one.email())
                                    .isEqualTo(new EmailAddress("event-2@example.org"));
                            assertThat(one.language()).isEqualTo(Language.FI);
                            assertThat(one.links())
                                    .containsEntry(
                                            "manage",
                                            URI.create("https://kumppani.example.org/m/743"));
                        });
    }

    @Test
    void usesItsTokenAgain() {
        var _ = ask(matter("m1", "event:1"));
        var _ = ask(matter("m2", "event:2"));

        assertThat(server.tokens()).isEqualTo(1);
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void getsAnotherTokenWhenItsOwnIsNotBelieved() {
        var _ = ask(matter("m1", "event:1"));
        server.next(new Act.Fail(401));

        assertThat(ask(matter("m2", "event:2"))).isInstanceOf(Answer.Away.class);
        assertThat(known(ask(matter("m2", "event:2"))).reachable()).containsOnlyKeys("m2");

        assertThat(server.asked().getLast().authorization()).isEqualTo("Bearer token-2");
    }

    @Test
    void knowsThatSomebodyIsGone() {
        server.next(new Act.KnowNobody());

        Answer.Known known = known(ask(matter("m1", "event:1")));

        assertThat(known.reachable()).isEmpty();
        assertThat(known.unreachable()).isEmpty();
    }

    @Test
    void takesAlongWhatTheMailTellsTheReadersCalendar() {
        server.next(
                new Act.Say(
                        """
                        {"contacts": [
                          {"id": "m1", "found": true, "email": "a@example.org", "language": "fi",
                           "calendar": {"method": "CANCEL", "content": "BEGIN:VCALENDAR"}},
                          {"id": "m2", "found": true, "email": "b@example.org", "language": "fi",
                           "calendar": {"method": "X-EVIL: 1", "content": "BEGIN:VCALENDAR"}}]}
                        """));

        var reachable = known(ask(matter("m1", "event:1"), matter("m2", "event:2"))).reachable();

        assertThat(reachable.values())
                .extracting(Recipient::calendar)
                .containsExactlyInAnyOrder(
                        new CalendarEntry(CalendarEntry.Method.CANCEL, "BEGIN:VCALENDAR"), null);
    }

    @Test
    void knowsThatSomebodyHasNoAddressToWriteTo() {
        server.next(
                new Act.Say(
                        """
                        {"contacts": [
                          {"id": "m1", "found": true, "email": "nobody@@example", "language": "fi"},
                          {"id": "m2", "found": true}]}
                        """));

        Answer.Known known = known(ask(matter("m1", "event:1"), matter("m2", "event:2")));

        assertThat(known.reachable()).isEmpty();
        assertThat(known.unreachable()).containsExactlyInAnyOrder("m1", "m2");
    }

    @Test
    void leavesOutLinksThatAreNoWebAddresses() {
        server.next(
                new Act.Say(
                        """
                        {"contacts": [{"id": "m1", "found": true, "email": "a@example.org",
                          "links": {"manage": "javascript:alert(1)", "view": "https://example.org/",
                                    "other": "not a link"}}]}
                        """));

        Recipient recipient = known(ask(matter("m1", "event:1"))).reachable().get("m1");

        assertThat(Objects.requireNonNull(recipient).links()).containsOnlyKeys("view");
    }

    @Test
    void doesNotTakeAMailThatWasForgottenForOneToNobody() {
        server.always(new Act.Say("{\"contacts\": []}"));

        assertThat(ask(matter("m1", "event:1"))).isInstanceOf(Answer.Away.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503})
    void asksOnceMoreWhenTheServiceIsNotWell(int status) {
        server.next(new Act.Fail(status));

        assertThat(known(ask(matter("m1", "event:1"))).reachable()).containsOnlyKeys("m1");
        assertThat(server.asked()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 422})
    void asksNotAgainAtOnceWhatTheServiceRefuses(int status) {
        server.always(new Act.Fail(status));

        assertThat(ask(matter("m1", "event:1"))).isEqualTo(new Answer.Away(OPEN_FOR));
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void doesNotWaitForAServiceThatHangs() {
        server.always(new Act.Hang());
        long begun = System.nanoTime();

        assertThat(ask(matter("m1", "event:1"))).isEqualTo(new Answer.Away(OPEN_FOR));

        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(TIME_LIMIT, TIME_LIMIT.multipliedBy(6));
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void isAwayWhileNobodyListens() {
        server.close();

        assertThat(ask(matter("m1", "event:1"))).isInstanceOf(Answer.Away.class);
    }

    @Test
    void leavesAServiceInPeaceThatIsDownAndComesBack() {
        server.always(new Act.Fail(503));
        for (int i = 0; i < 6; i++) {
            assertThat(ask(matter("m1", "event:1"))).isInstanceOf(Answer.Away.class);
        }
        assertThat(breaker("events").getState()).isEqualTo(CircuitBreaker.State.OPEN);
        assertThat(server.asked())
                .as("the circuit breaker opened at the fifth question")
                .hasSize(5);

        server.always(new Act.Know());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(ask(matter("m1", "event:1")))
                                        .isInstanceOf(Answer.Known.class));
        var _ = ask(matter("m1", "event:1"));
        assertThat(breaker("events").getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void asksTheOtherServiceWhateverBecameOfOne() {
        server.always(new Act.Fail(503));
        for (int i = 0; i < 6; i++) {
            var _ = ask(matter("m1", "event:1"));
        }
        server.always(new Act.Know());

        Answer answer =
                Tenancy.callIn(
                        new MunicipalityCode("743"),
                        () ->
                                configuration
                                        .grantRecipients()
                                        .of(
                                                List.of(
                                                        matter(
                                                                "m2",
                                                                MailKind.GRANT_DECIDED,
                                                                "application"))));

        assertThat(known(answer).reachable()).containsOnlyKeys("m2");
        assertThat(breaker("grants").getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void knowsWhoToAskAboutEachMailThatAnotherServiceCauses() {
        Set<MailKind> all =
                Stream.of(
                                events,
                                configuration.grantRecipients(),
                                configuration.registryRecipients())
                        .flatMap(source -> source.kinds().stream())
                        .collect(Collectors.toSet());

        assertThat(all)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(MailKind.values())
                                .filter(kind -> !kind.wireName().startsWith("subscription-"))
                                .toList());
    }

    private Answer ask(Matter... mails) {
        return Tenancy.callIn(new MunicipalityCode("743"), () -> events.of(List.of(mails)));
    }

    private CircuitBreaker breaker(String service) {
        return breakers.circuitBreaker("contacts-" + service);
    }

    private static Answer.Known known(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Known.class);
        return (Answer.Known) answer;
    }

    private static Matter matter(String id, String about) {
        return matter(id, MailKind.REGISTRATION_CONFIRMED, about);
    }

    private static Matter matter(String id, MailKind kind, String about) {
        return new Matter(id, kind, id, about, Instant.EPOCH);
    }

    private ContactsConfiguration configuration(URI service) {
        return new ContactsConfiguration(
                new ContactsSettings(
                        service,
                        service,
                        service,
                        server.tokenUri(),
                        "newsletter-service",
                        "a secret",
                        Duration.ofSeconds(1),
                        TIME_LIMIT,
                        2,
                        Duration.ofMillis(10),
                        OPEN_FOR),
                _ -> new Sender(FROM, "Seinäjoki", REPLY_TO),
                breakers,
                RetryRegistry.ofDefaults(),
                TimeLimiterRegistry.ofDefaults());
    }
}
