package fi.kumppani.newsletter.subscription.web;

import static fi.kumppani.newsletter.Api.HOME;
import static fi.kumppani.newsletter.Api.SEINAJOKI;
import static fi.kumppani.newsletter.Api.coordinator;
import static fi.kumppani.newsletter.Api.header;
import static fi.kumppani.newsletter.Api.importer;
import static fi.kumppani.newsletter.Api.newAddress;
import static fi.kumppani.newsletter.Api.newKey;
import static fi.kumppani.newsletter.Api.token;
import static fi.kumppani.newsletter.Api.tokenIn;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.Topics;
import fi.kumppani.contracts.newsletter.SubscriptionAsked;
import fi.kumppani.contracts.newsletter.SubscriptionEnded;
import fi.kumppani.kit.testing.ReceivedMessage;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.kit.testing.Tokens;
import fi.kumppani.newsletter.Api;
import fi.kumppani.newsletter.HurriedClock;
import fi.kumppani.newsletter.NewsletterServiceTest;

import jakarta.mail.internet.MimeMessage;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What the owner of a mailbox chooses by the link that was mailed to them. */
@NewsletterServiceTest
class PreferencesApiIntegrationTests {

    private static final String PREFERENCES = HOME + "/subscription-preferences";

    @Autowired Api api;
    @Autowired TestMessages messages;
    @Autowired HurriedClock clock;

    private final String email = newAddress();

    @AfterEach
    void setTheClock() {
        clock.setAhead(Duration.ZERO);
    }

    @Test
    void showsWhatIsChosenAndChangesNothingByIt() {
        String list = api.list();
        String other = api.list();
        api.subscribe(list, email);
        String link = link();

        Api.Answer seen = see(link).is(200);

        assertThat(seen.text("/email")).isEqualTo(email);
        assertThat(seen.text("/language")).isEqualTo("fi");
        assertThat(seen.json().at("/pausedUntil").isMissingNode()).isTrue();
        assertThat(joined(seen, list)).isTrue();
        assertThat(joined(seen, other)).isFalse();
        assertThat(seen.text("/consent/text/text")).contains("Rekisterinpitäjä");
        assertThat(see(link).is(200).raw()).isEqualTo(seen.raw());
        assertThat(told(list)).hasSize(1);
    }

    @Test
    void joinsAndLeavesListsAndChangesTheLanguageOfAll() {
        String kept = api.list();
        String left = api.list();
        String joined = api.list();
        api.subscribe(kept, email);
        String link = link();
        choose(link, "fi", null, List.of(kept, left), List.of(kept, left, joined)).is(200);

        Api.Answer now =
                choose(link, "sv", null, List.of(kept, joined), List.of(kept, left, joined))
                        .is(200);

        assertThat(now.text("/language")).isEqualTo("sv");
        assertThat(joined(now, kept)).isTrue();
        assertThat(joined(now, left)).isFalse();
        assertThat(joined(now, joined)).isTrue();
        assertThat(awaitTold(joined, 1).getFirst().type())
                .isEqualTo("newsletter.subscription.confirmed.v1");
        assertThat(awaitTold(left, 2).getLast().type())
                .isEqualTo("newsletter.subscription.ended.v1");
        assertThat(api.send(api.draft(joined)).number("/recipients")).isOne();
        MimeMessage letter = api.letters(email, 3).getLast();
        assertThat(header(letter, "Content-Language")).isEqualTo("sv");
        choose(link, "sv", null, List.of(kept, joined), List.of(kept, left, joined)).is(200);
        assertThat(told(kept)).as("the same choice again changes nothing").hasSize(1);
    }

    @Test
    void choosesAreasForTheListsThatOfferThem() {
        String list = listWithAreas();
        String plain = api.list();
        api.subscribe(list, email);
        String link = link();
        assertThat(see(link).is(200).json().at("/areas"))
                .filteredOn(area -> area.at("/chosen").asBoolean())
                .as("who chose none hears of all")
                .isEmpty();
        String both =
                """
                {"language": "fi", "joined": ["%1$s", "%2$s"], "offered": ["%1$s", "%2$s"]%3$s}
                """;

        put(link, both.formatted(list, plain, ", \"areas\": [\"nurmo\", \"helsinki\"]")).is(200);

        assertThat(areasOnProof(list)).containsExactly("nurmo");
        assertThat(areasOnProof(plain)).isEmpty();
        put(link, both.formatted(list, plain, "")).is(200);
        assertThat(areasOnProof(list)).as("kept when nothing is said").containsExactly("nurmo");
        Api.Answer none = put(link, both.formatted(list, plain, ", \"areas\": []")).is(200);
        assertThat(none.text("/areas/0/code")).isEqualTo("nurmo");
        assertThat(areasOnProof(list)).isEmpty();
    }

    private String listWithAreas() {
        return api.post(HOME + "/lists")
                .by(coordinator())
                .key(newKey())
                .body(
                        """
                        {"name": {"fi": "Kirje"}, "areas": [{"code": "nurmo", "name": {"fi": "Nurmo"}}]}
                        """)
                .send()
                .is(201)
                .text("/id");
    }

    private Api.Answer put(String link, String body) {
        return api.put(PREFERENCES).header("X-Link-Token", link).body(body).send();
    }

    private List<String> areasOnProof(String list) {
        for (JsonNode each : proof().json()) {
            if (each.at("/listId").asString().equals(list)) {
                return each.at("/areas").values().stream().map(JsonNode::asString).toList();
            }
        }
        throw new AssertionError("Nothing is known of the list");
    }

    @Test
    void leavesAloneWhatWasNotOffered() {
        String list = api.list();
        String other = api.list();
        api.subscribe(list, email);
        String link = link();
        choose(link, "fi", null, List.of(list, other), List.of(list, other)).is(200);

        Api.Answer now = choose(link, "en", null, List.of(), List.of(list)).is(200);

        assertThat(joined(now, list)).isFalse();
        assertThat(joined(now, other)).isTrue();
        assertThat(now.text("/language")).isEqualTo("en");
    }

    @Test
    void sendsNothingDuringAPauseAndGoesOnAfterIt() {
        String list = api.list();
        api.subscribe(list, email);
        LocalDate until = LocalDate.now(ZoneId.of("Europe/Helsinki")).plusDays(30);
        String link = link();
        choose(link, "fi", until.toString(), List.of(list), List.of(list)).is(200);

        assertThat(api.send(api.draft(list)).number("/recipients")).isZero();
        choose(link, "fi", null, List.of(list), List.of(list)).is(200);
        String second =
                api.post(HOME + "/lists/" + list + "/issue-drafts")
                        .by(coordinator())
                        .key(newKey())
                        .body(Api.issue(2))
                        .send()
                        .is(201)
                        .text("/id");

        assertThat(api.send(second).number("/recipients")).isOne();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            textBlock =
                    """
                    pausedUntil | {"language": "fi", "joined": [], "offered": [], "pausedUntil": "2020-01-01"}
                    pausedUntil | {"language": "fi", "joined": [], "offered": [], "pausedUntil": "2099-01-01"}
                    language    | {"joined": [], "offered": []}
                    joined      | {"language": "fi", "offered": []}
                    offered     | {"language": "fi", "joined": []}
                    consent.version | {"language": "fi", "joined": [], "offered": [], "consent": {"version": "x", "lang": "fi", "source": "/m"}}
                    consent.source | {"language": "fi", "joined": [], "offered": [], "consent": {"version": "2026-12", "lang": "fi", "source": "<a>"}}
                    """)
    void namesTheFieldAtFault(String field, String body) {
        String list = api.list();
        api.subscribe(list, email);

        api.put(PREFERENCES).header("X-Link-Token", link()).body(body).send().is(422).names(field);
    }

    @Test
    void leavesAllAtOnce() {
        String list = api.list();
        String other = api.list();
        api.subscribe(list, email);
        String link = link();
        choose(link, "fi", null, List.of(list, other), List.of(list, other)).is(200);

        Api.Answer left =
                api.post(PREFERENCES + "/departure").header("X-Link-Token", link).send().is(200);

        assertThat(left.json().at("/email").isMissingNode()).isTrue();
        assertThat(joined(left, list)).isFalse();
        assertThat(joined(left, other)).isFalse();
        assertThat(api.content("subscriptions")).doesNotContain(email);
        assertThat(proof().json()).hasSize(2);
        assertThat(choose(link, "fi", null, List.of(list), List.of(list)).is(200).raw())
                .as("no address is left that could join")
                .doesNotContain("\"joined\":true");
    }

    @Test
    void provesWhatWasAgreedAndHowItEnded() {
        String list = api.list();
        api.post(HOME + "/lists/" + list + "/subscriptions")
                .body(
                        """
                        {"email": "%s", "language": "sv", "associationId": "a-1",
                         "consent": {"version": "2026-11", "lang": "sv", "source": "/m/743/letters"}}
                        """
                                .formatted(email))
                .send()
                .is(202);
        api.confirm(tokenIn(api.letters(email, 1).getFirst())).is(200);

        Api.Answer holds = proof();
        assertThat(holds.text("/0/state")).isEqualTo("confirmed");
        assertThat(holds.text("/0/associationId")).isEqualTo("a-1");
        assertThat(holds.text("/0/consents/0/textVersion")).isEqualTo("2026-11");
        assertThat(holds.text("/0/consents/0/text/text")).startsWith("Jag beställer nyhetsbrevet");
        assertThat(holds.text("/0/consents/0/source")).isEqualTo("/m/743/letters");
        assertThat(holds.json().at("/0/consents/0/endedAt").isMissingNode()).isTrue();
        api.post(PREFERENCES + "/departure").header("X-Link-Token", link()).send().is(200);

        Api.Answer ended = proof();

        assertThat(ended.text("/0/state")).isEqualTo("ended");
        assertThat(ended.text("/0/consents/0/channel")).isEqualTo("preferences-all");
        assertThat(ended.text("/0/consents/0/endedAt")).isNotEmpty();
        assertThat(ended.raw()).doesNotContain(email);
        api.post(HOME + "/consent-proofs")
                .by(Api.officer())
                .body("{\"email\": \"%s\"}".formatted(email))
                .send()
                .is(403);
    }

    @Test
    void letsTheOwnerTakeTheirDataAwayAndErasesThemOnceTold() {
        String list = api.list();
        api.subscribe(list, email);
        String link = link();
        Api.Answer data = api.get(PREFERENCES + "/data").header("X-Link-Token", link).send();
        assertThat(data.is(200).text("/0/email")).isEqualTo(email);
        assertThat(data.text("/0/consents/0/confirmedAt")).isNotEmpty();

        api.post(PREFERENCES + "/erasure").header("X-Link-Token", link).send().is(204);

        assertThat(awaitTold(list, 2).getLast().type())
                .isEqualTo("newsletter.subscription.ended.v1");
        assertThat(proof().json()).isEmpty();
        assertThat(api.content("subscriptions")).doesNotContain(email);
        see(link).is(404);
        api.post(PREFERENCES + "/erasure").header("X-Link-Token", link).send().is(404);
        assertThat(api.send(api.draft(list)).number("/recipients")).isZero();
    }

    @Test
    void writesNoMoreToWhoComplainedAfterTheirDataIsErased() {
        String list = api.list();
        api.subscribe(list, email);
        String link = link();
        int letters = api.lettersNow(email).size();
        api.post(HOME + "/mail-events")
                .by(Tokens.of("provider").inMunicipality(SEINAJOKI).withScopes("mail:events"))
                .body(
                        "{\"events\": [{\"id\": \"%s\", \"kind\": \"complaint\", \"email\": \"%s\"}]}"
                                .formatted(newKey(), email))
                .send()
                .is(204);
        api.post(PREFERENCES + "/erasure").header("X-Link-Token", link).send().is(204);

        api.ask(list, email).is(202);
        api.ask(api.list(), email).is(202);

        api.awaitAllMailsSettled();
        assertThat(api.lettersNow(email)).hasSize(letters);
        assertThat(api.content("mailbox.standings")).doesNotContain(email);
    }

    @Test
    void mailsTheLinkToWhoReadsSomethingAndAnswersAllAlike() {
        String list = api.list();
        api.subscribe(list, email);

        Api.Answer known = ask(email).is(202);
        Api.Answer unknown = ask(newAddress()).is(202);

        assertThat(known.raw()).isEqualTo(unknown.raw());
        MimeMessage mail = api.letters(email, 2).getLast();
        assertThat(Api.text(mail)).contains("/m/743/subscriptions/preferences?");
        see(tokenIn(mail)).is(200);
        ask(email).is(202);
        api.awaitAllMailsSettled();
        assertThat(api.lettersNow(email)).hasSize(2);
        ask("nonsense").is(422).names("email");
    }

    @Test
    void welcomesWhoJoinsAListThatHasAWelcome() {
        String list =
                api.post(HOME + "/lists")
                        .by(coordinator())
                        .key(newKey())
                        .body(
                                """
                                {"name": {"fi": "Kirje"}, "welcome": {"fi": "Kirje tulee neljästi vuodessa."}}
                                """)
                        .send()
                        .is(201)
                        .text("/id");
        api.subscribe(list, email);

        MimeMessage welcome = api.letters(email, 2).getLast();

        assertThat(Api.text(welcome)).contains("Kirje tulee neljästi vuodessa.");
        assertThat(header(welcome, "List-Unsubscribe-Post"))
                .isEqualTo("List-Unsubscribe=One-Click");
        api.confirm(tokenIn(api.letters(email, 1).getFirst())).is(200);
        api.awaitAllMailsSettled();
        assertThat(api.lettersNow(email)).hasSize(2);
    }

    @Test
    void sendsWhoJoinsTheLatestIssueOnce() {
        String list =
                api.post(HOME + "/lists")
                        .by(coordinator())
                        .key(newKey())
                        .body("{\"name\": {\"fi\": \"Kirje\"}, \"sendsLatest\": true}")
                        .send()
                        .is(201)
                        .text("/id");
        api.post(HOME + "/issue-imports")
                .by(importer())
                .body(
                        """
                        {"rows": [{"key": "%s", "listId": "%s", "sentOn": "2024-08-28",
                          "recipients": 83, "issue": {"number": 2, "year": 2024,
                            "title": {"fi": "Kirje 2/2024"},
                            "items": [{"title": {"fi": "Tule mukaan"},
                              "text": {"fi": "Kahvit 16.30 alkaen."},
                              "link": "https://www.example.org/"}]}}]}
                        """
                                .formatted(newKey(), list))
                .send()
                .is(200);
        api.subscribe(list, email);

        MimeMessage welcome = api.letters(email, 2).getLast();

        assertThat(Api.text(welcome))
                .contains("Kirje 2/2024")
                .contains("Kahvit 16.30 alkaen.")
                .contains("https://www.example.org/");
        assertThat(header(welcome, "List-Unsubscribe-Post"))
                .isEqualTo("List-Unsubscribe=One-Click");
        api.post(
                        HOME
                                + "/subscription-departures?token="
                                + token(header(welcome, "List-Unsubscribe")))
                .form("List-Unsubscribe=One-Click")
                .send()
                .is(200);
        api.ask(list, email).is(202);
        api.confirm(tokenIn(api.letters(email, 3).getLast())).is(200);
        MimeMessage again = api.letters(email, 4).getLast();
        assertThat(Api.text(again)).as("they had it").doesNotContain("2/2024");
    }

    @Test
    void leavesAnUnwantedWishWithOneClickOfTheConfirmationMail() {
        String list = api.list();
        api.ask(list, email).is(202);
        MimeMessage mail = api.letters(email, 1).getFirst();

        api.post(HOME + "/subscription-departures?token=" + token(header(mail, "List-Unsubscribe")))
                .form("List-Unsubscribe=One-Click")
                .send()
                .is(200);

        api.confirm(tokenIn(mail)).is(404);
        assertThat(api.content("subscriptions")).doesNotContain(email);
        assertThat(awaitTold(list, 1))
                .extracting(ReceivedMessage::type)
                .containsExactly(SubscriptionEnded.TYPE);
    }

    @Test
    void opensNothingWithoutARightLink() {
        String list = api.list();
        api.subscribe(list, email);
        String confirming = tokenIn(api.letters(email, 1).getFirst());

        see("nonsense").is(404);
        see(confirming).is(404);
        api.get(PREFERENCES).send().is(404);
        api.get(Api.ELSEWHERE + "/subscription-preferences")
                .header("X-Link-Token", link())
                .send()
                .is(404);
        String link = link();
        clock.setAhead(Duration.ofDays(91));
        see(link).is(404);
    }

    private String link() {
        if (api.lettersNow(email).size() < 2) {
            ask(email).is(202);
        }
        return api.letters(email, 2).stream()
                .map(Api::text)
                .filter(text -> text.contains("/subscriptions/preferences?"))
                .map(text -> token(text.substring(text.indexOf("/subscriptions/preferences?"))))
                .findFirst()
                .orElseThrow();
    }

    private Api.Answer ask(String address) {
        return api.post(HOME + "/preference-links")
                .body("{\"email\": \"%s\"}".formatted(address))
                .send();
    }

    private Api.Answer see(String link) {
        return api.get(PREFERENCES).header("X-Link-Token", link).send();
    }

    private Api.Answer choose(
            String link,
            String language,
            @Nullable String pausedUntil,
            List<String> joined,
            List<String> offered) {
        String pause = pausedUntil == null ? "null" : "\"" + pausedUntil + "\"";
        return api.put(PREFERENCES)
                .header("X-Link-Token", link)
                .body(
                        "{\"language\": \"%s\", \"pausedUntil\": %s, \"joined\": %s, \"offered\": %s}"
                                .formatted(language, pause, array(joined), array(offered)))
                .send();
    }

    private static String array(List<String> ids) {
        return ids.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(", ", "[", "]"));
    }

    private static boolean joined(Api.Answer answer, String list) {
        for (var entry : answer.json().at("/lists")) {
            if (entry.at("/id").asString().equals(list)) {
                return entry.at("/joined").asBoolean();
            }
        }
        throw new AssertionError("No list " + list + " in " + answer.raw());
    }

    private Api.Answer proof() {
        return api.post(HOME + "/consent-proofs")
                .by(coordinator())
                .body("{\"email\": \"%s\"}".formatted(email))
                .send()
                .is(200);
    }

    private List<ReceivedMessage> told(String list) {
        return messages.received(Topics.NEWSLETTER_SUBSCRIPTION).stream()
                .filter(message -> Objects.requireNonNull(message.body()).contains(list))
                .filter(message -> !message.type().equals(SubscriptionAsked.TYPE))
                .toList();
    }

    private List<ReceivedMessage> awaitTold(String list, int count) {
        return Awaitility.await()
                .atMost(TestMessages.PATIENCE)
                .until(() -> told(list), told -> told.size() >= count);
    }
}
