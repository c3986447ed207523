package fi.kumppani.newsletter.subscription.web;

import static fi.kumppani.newsletter.Api.ELSEWHERE;
import static fi.kumppani.newsletter.Api.HOME;
import static fi.kumppani.newsletter.Api.header;
import static fi.kumppani.newsletter.Api.newAddress;
import static fi.kumppani.newsletter.Api.token;
import static fi.kumppani.newsletter.Api.tokenIn;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.Topics;
import fi.kumppani.contracts.newsletter.SubscriptionAsked;
import fi.kumppani.kit.testing.ReceivedMessage;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.newsletter.Api;
import fi.kumppani.newsletter.HurriedClock;
import fi.kumppani.newsletter.NewsletterServiceTest;

import jakarta.mail.internet.MimeMessage;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.net.IDN;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Joining and leaving, as a stranger at the door and as the owner of the mailbox. */
@NewsletterServiceTest
class SubscriptionApiIntegrationTests {

    @Autowired Api api;
    @Autowired TestMessages messages;
    @Autowired HurriedClock clock;

    private final String email = newAddress();

    @AfterEach
    void setTheClock() {
        clock.setAhead(Duration.ZERO);
    }

    @Test
    void subscribesWhoConfirmsWithTheLinkInTheMail() {
        String list = api.list();
        assertThat(api.ask(list, email).is(202).text("/status")).isEqualTo("asked");
        MimeMessage mail = api.letters(email, 1).getFirst();
        assertThat(Api.text(mail)).contains("Uutiskirje").contains("/m/743/subscriptions/confirm?");
        ReceivedMessage asked =
                Awaitility.await()
                        .atMost(TestMessages.PATIENCE)
                        .until(() -> news(list).toList(), told -> !told.isEmpty())
                        .getFirst();
        assertThat(asked.type()).isEqualTo(SubscriptionAsked.TYPE);
        assertThat(asked + asked.headers().toString()).doesNotContain(email);
        assertThat(told(list)).isEmpty();

        Api.Answer confirmed = api.confirm(tokenIn(mail)).is(200);

        assertThat(confirmed.text("/confirmed/0/id")).isEqualTo(list);
        assertThat(confirmed.json().at("/alsoAsked")).isEmpty();
        assertThat(api.confirm(tokenIn(mail)).is(200).raw()).isEqualTo(confirmed.raw());
        ReceivedMessage told = awaitTold(list, 1).getFirst();
        assertThat(told.type()).isEqualTo("newsletter.subscription.confirmed.v1");
        assertThat(told + told.headers().toString()).doesNotContain(email);
    }

    @Test
    void writesToAnAddressWithAPlusAndADomainInOtherLetters() {
        String list = api.list();
        String local = email.substring(0, email.indexOf('@')) + "+kirjeet";
        String typed = local + "@ääkköset.example.org";
        String sent = local + "@" + IDN.toASCII("ääkköset.example.org");

        api.ask(list, typed).is(202);
        api.confirm(tokenIn(api.letters(sent, 1).getFirst())).is(200);

        assertThat(api.send(api.draft(list)).number("/sent")).isEqualTo(1);
        assertThat(api.letters(sent, 2)).hasSize(2);
    }

    @Test
    void sendsNothingToWhoHasOnlyBeenAskedFor() {
        String list = api.list();
        api.ask(list, email).is(202);
        api.letters(email, 1);

        assertThat(api.send(api.draft(list)).number("/recipients")).isZero();
        assertThat(api.lettersNow(email)).hasSize(1);
    }

    @Test
    void leavesWithTheLinkInALetterHoweverOftenItIsPressed() {
        String list = api.list();
        api.subscribe(list, email);
        api.send(api.draft(list));
        String token = leaveToken();

        Api.Answer left = leave(token).is(200);

        assertThat(left.text("/left/id")).isEqualTo(list);
        assertThat(leave(token).is(200).raw()).isEqualTo(left.raw());
        assertThat(awaitTold(list, 2).getLast().type())
                .isEqualTo("newsletter.subscription.ended.v1");
        assertThat(api.content("subscriptions")).doesNotContain(email);
    }

    @Test
    void leavesWithOneClickOfAMailProgram() {
        String list = api.list();
        api.subscribe(list, email);
        api.send(api.draft(list));

        Api.Answer left =
                api.post(HOME + "/subscription-departures?token=" + leaveToken())
                        .form("List-Unsubscribe=One-Click")
                        .send()
                        .is(200);

        assertThat(left.text("/left/id")).isEqualTo(list);
        assertThat(api.content("subscriptions")).doesNotContain(email);
        api.post(HOME + "/subscription-departures")
                .form("List-Unsubscribe=One-Click")
                .send()
                .is(400)
                .names("token");
    }

    /** RFC 8058, section 3.2: a program may send the field either way. */
    @Test
    void leavesWithOneClickOfAMailProgramThatUploads() {
        String list = api.list();
        api.subscribe(list, email);
        api.send(api.draft(list));

        api.post(HOME + "/subscription-departures?token=" + leaveToken())
                .multipart("List-Unsubscribe", "One-Click")
                .send()
                .is(200);

        assertThat(api.content("subscriptions")).doesNotContain(email);
    }

    @Test
    void answersAlikeWhateverIsKnownOfTheMailbox() {
        String list = api.list();
        String asked = newAddress();
        String confirmed = newAddress();
        api.ask(list, asked).is(202);
        api.subscribe(list, confirmed);
        api.subscribe(list, email);
        api.send(api.draft(list));
        leave(leaveToken()).is(200);

        Set<String> answers =
                List.of(newAddress(), asked, confirmed, email).stream()
                        .map(mailbox -> described(api.ask(list, mailbox)))
                        .collect(Collectors.toSet());

        assertThat(answers).hasSize(1);
    }

    @Test
    void mailsNobodyTwiceADayWhoWasAskedForOften() {
        String first = api.list();
        String second = api.list();
        api.ask(first, email).is(202);
        MimeMessage mail = api.letters(email, 1).getFirst();
        api.ask(first, email).is(202);
        api.ask(second, email.toUpperCase(java.util.Locale.ROOT)).is(202);
        api.awaitAllMailsSettled();
        assertThat(api.lettersNow(email)).hasSize(1);

        Api.Answer both = confirm(tokenIn(mail), second).is(200);

        assertThat(both.json().at("/confirmed")).hasSize(2);
        assertThat(both.json().at("/alsoAsked")).isEmpty();
        assertThat(awaitTold(second, 1)).hasSize(1);
    }

    @Test
    void mailsNobodyTwiceADayForWhatIsBehindAPlus() {
        String list = api.list();
        api.ask(list, email).is(202);
        api.letters(email, 1);
        String other = email.replace("@", "+seura@");

        api.ask(list, other).is(202);

        api.awaitAllMailsSettled();
        assertThat(api.lettersNow(other)).isEmpty();
    }

    @Test
    void tellsWhatALinkConfirmsBeforeItDoes() {
        String first = api.list();
        String second = api.list();
        api.ask(first, email).is(202);
        api.ask(second, email).is(202);
        String token = tokenIn(api.letters(email, 1).getFirst());

        Api.Answer seen = see(token).is(200);

        assertThat(seen.text("/list/id")).isEqualTo(first);
        assertThat(seen.text("/consent/text/lang")).isEqualTo("fi");
        assertThat(seen.text("/consent/text/text")).contains("Rekisterinpitäjä");
        assertThat(seen.text("/alsoAsked/0/id")).isEqualTo(second);
        assertThat(seen.json().at("/alsoAsked")).hasSize(1);
        assertThat(seen.text("/confirmed")).isEqualTo("false");
        assertThat(told(first)).as("looking does nothing").isEmpty();
        see(token + "x").is(404);
        see("").is(404);
    }

    @Test
    void confirmsOnceWithALink() {
        String first = api.list();
        String second = api.list();
        api.ask(first, email).is(202);
        String token = tokenIn(api.letters(email, 1).getFirst());
        api.confirm(token).is(200);

        api.ask(second, email).is(202);
        Api.Answer again = confirm(token, second).is(200);

        assertThat(again.text("/alsoAsked/0/id")).isEqualTo(second);
        assertThat(again.json().at("/confirmed")).hasSize(1);
        assertThat(see(token).is(200).text("/confirmed")).isEqualTo("true");
        String anew = tokenIn(api.letters(email, 2).getLast());
        assertThat(api.confirm(anew).is(200).json().at("/confirmed")).hasSize(2);
    }

    private Api.Answer see(String token) {
        return api.get(HOME + "/subscription-confirmations").header("X-Link-Token", token).send();
    }

    private Api.Answer confirm(String token, String also) {
        return api.post(HOME + "/subscription-confirmations")
                .body(
                        "{\"token\": \"%s\", \"lists\": [\"%s\", \"no-such\"]}"
                                .formatted(token, also))
                .send();
    }

    @Test
    void confirmsWhatTheMailToldOfAndNotWhatSomebodyPutInItsPlace() {
        String list = api.list();
        api.ask(list, email, "fi").is(202);
        MimeMessage first = api.letters(email, 1).getFirst();
        api.ask(list, email, "sv").is(202);
        api.confirm(tokenIn(first)).is(200);
        api.send(api.draft(list));
        assertThat(header(api.letters(email, 2).getLast(), "Content-Language")).isEqualTo("fi");

        String other = newAddress();
        api.ask(list, other, "fi").is(202);
        MimeMessage before = api.letters(other, 1).getFirst();
        clock.setAhead(Duration.ofDays(1));
        api.ask(list, other, "sv").is(202);
        MimeMessage anew = api.letters(other, 2).getLast();
        assertThat(header(anew, "Content-Language")).isEqualTo("sv");
        api.confirm(tokenIn(before)).is(404);
        api.confirm(tokenIn(anew)).is(200);
    }

    @Test
    void mailsNobodyWhoHasTheListAlready() {
        String list = api.list();
        api.subscribe(list, email);
        clock.setAhead(Duration.ofDays(2));

        api.ask(list, email).is(202);

        api.awaitAllMailsSettled();
        assertThat(api.lettersNow(email)).hasSize(1);
    }

    @Test
    void asksTheOwnerAnewWhoLeftAndIsAskedForTheSameDay() {
        String list = api.list();
        api.subscribe(list, email);
        String before = tokenIn(api.letters(email, 1).getFirst());
        api.send(api.draft(list));
        leave(leaveToken()).is(200);

        api.ask(list, email).is(202);
        api.ask(list, email).is(202);

        MimeMessage anew = api.letters(email, 3).getLast();
        api.awaitAllMailsSettled();
        assertThat(api.lettersNow(email)).hasSize(3);
        api.confirm(before).is(404);
        assertThat(api.confirm(tokenIn(anew)).is(200).text("/confirmed/0/id")).isEqualTo(list);
    }

    @Test
    void refusesLinksThatAreForgedForeignOrTooOld() {
        String list = api.list();
        api.subscribe(list, email);
        api.send(api.draft(list));
        String leaving = leaveToken();
        String other = newAddress();
        api.ask(list, other).is(202);
        String confirming = tokenIn(api.letters(other, 1).getFirst());

        api.confirm(leaving).is(404);
        leave(confirming).is(404);
        api.confirm(forged(confirming)).is(404);
        leave(forged(leaving)).is(404);
        api.confirm("nonsense").is(404);
        api.post(ELSEWHERE + "/subscription-confirmations")
                .body("{\"token\": \"%s\"}".formatted(confirming))
                .send()
                .is(404);
        api.post(ELSEWHERE + "/subscription-departures")
                .body("{\"token\": \"%s\"}".formatted(leaving))
                .send()
                .is(404);
        clock.setAhead(Duration.ofDays(7).plusMinutes(5));
        api.confirm(confirming).is(404);
        assertThat(awaitTold(list, 1)).hasSize(1);
    }

    @Test
    void actsOnNothingThatAMailScannerDoes() {
        String list = api.list();
        api.ask(list, email).is(202);
        String token = tokenIn(api.letters(email, 1).getFirst());

        int status =
                api.get(HOME + "/subscription-confirmations?token=" + token)
                        .send()
                        .response()
                        .getStatus();

        assertThat(status).isIn(404, 405);
        assertThat(told(list)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    email    | {"language": "fi"}                                    | 422
                    email    | {"email": null, "language": "fi"}                     | 422
                    email    | {"email": "", "language": "fi"}                       | 422
                    email    | {"email": "nonsense", "language": "fi"}               | 422
                    email    | {"email": "a@example", "language": "fi"}              | 422
                    email    | {"email": "a b@example.org", "language": "fi"}        | 422
                    email    | {"email": "a@example.org\\nBcc: b@example.org", "language": "fi"} | 422
                    email    | {"email": ["a@example.org"], "language": "fi"}        | 400
                    language | {"email": "a@example.org"}                            | 422
                    language | {"email": "a@example.org", "language": "de"}          | 422
                    language | {"email": "a@example.org", "language": 1}             | 422
                    name     | {"email": "a@example.org", "language": "fi", "name": "A"} | 422
                    """)
    void namesTheFieldAtFaultAndStoresNothing(String field, String body, int status) {
        String list = api.list();
        long subscriptions = api.stored("subscriptions");
        long mails = api.stored("mails");

        api.post(HOME + "/lists/" + list + "/subscriptions")
                .body(body)
                .send()
                .is(status)
                .names(field);

        assertThat(api.stored("subscriptions")).isEqualTo(subscriptions);
        assertThat(api.stored("mails")).isEqualTo(mails);
    }

    @Test
    void refusesAnAddressThatIsTooLong() {
        String list = api.list();
        long subscriptions = api.stored("subscriptions");

        api.ask(list, "a".repeat(250) + "@example.org").is(422).names("email");

        assertThat(api.stored("subscriptions")).isEqualTo(subscriptions);
    }

    @Test
    void knowsNoListThatIsNotThereOrIsElsewhere() {
        String list = api.list();
        long subscriptions = api.stored("subscriptions");
        String body = "{\"email\": \"%s\", \"language\": \"fi\"}".formatted(email);

        api.ask("no-such-list", email).is(404);
        api.post(ELSEWHERE + "/lists/" + list + "/subscriptions").body(body).send().is(404);

        assertThat(api.stored("subscriptions")).isEqualTo(subscriptions);
    }

    @Test
    void wantsATokenWithEachButton() {
        for (String button : List.of("/subscription-confirmations", "/subscription-departures")) {
            api.post(HOME + button).body("{}").send().is(422).names("token");
            api.post(HOME + button)
                    .body("{\"token\": \"%s\"}".formatted("a".repeat(513)))
                    .send()
                    .is(422)
                    .names("token");
        }
    }

    private Api.Answer leave(String token) {
        return api.post(HOME + "/subscription-departures")
                .body("{\"token\": \"%s\"}".formatted(token))
                .send();
    }

    /** Of the issue, which comes after the confirmation. */
    private String leaveToken() {
        return token(header(api.letters(email, 2).get(1), "List-Unsubscribe"));
    }

    private static String forged(String token) {
        int middle = token.length() / 2;
        char other = token.charAt(middle) == 'A' ? 'B' : 'A';
        return token.substring(0, middle) + other + token.substring(middle + 1);
    }

    private static String described(Api.Answer answer) {
        var response = answer.response();
        return "%d %s %s"
                .formatted(
                        response.getStatus(),
                        answer.raw(),
                        response.getHeaderNames().stream().sorted().toList());
    }

    /** What is told of those who read the list, or did. */
    private List<ReceivedMessage> told(String list) {
        return news(list)
                .filter(message -> !message.type().equals(SubscriptionAsked.TYPE))
                .toList();
    }

    private Stream<ReceivedMessage> news(String list) {
        return messages.received(Topics.NEWSLETTER_SUBSCRIPTION).stream()
                .filter(message -> Objects.requireNonNull(message.body()).contains(list));
    }

    private List<ReceivedMessage> awaitTold(String list, int count) {
        return Awaitility.await()
                .atMost(TestMessages.PATIENCE)
                .until(() -> told(list), told -> told.size() >= count);
    }
}
