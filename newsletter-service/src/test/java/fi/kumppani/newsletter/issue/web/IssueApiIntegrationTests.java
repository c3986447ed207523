package fi.kumppani.newsletter.issue.web;

import static fi.kumppani.newsletter.Api.ELSEWHERE;
import static fi.kumppani.newsletter.Api.HOME;
import static fi.kumppani.newsletter.Api.coordinator;
import static fi.kumppani.newsletter.Api.header;
import static fi.kumppani.newsletter.Api.importer;
import static fi.kumppani.newsletter.Api.issue;
import static fi.kumppani.newsletter.Api.newAddress;
import static fi.kumppani.newsletter.Api.newKey;
import static fi.kumppani.newsletter.Api.officer;
import static fi.kumppani.newsletter.Api.stranger;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.Topics;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.testing.ReceivedMessage;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.kit.testing.Tokens;
import fi.kumppani.newsletter.Api;
import fi.kumppani.newsletter.NewsletterServiceTest;
import fi.kumppani.newsletter.smtp.ScriptedSmtp;
import fi.kumppani.newsletter.smtp.ScriptedSmtp.Act;
import fi.kumppani.newsletter.smtp.ScriptedSmtp.Stage;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** An issue from its first word to the archive. */
@NewsletterServiceTest
class IssueApiIntegrationTests {

    private static final String DRAFTS = HOME + "/issue-drafts";
    private static final String ISSUES = HOME + "/issues";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired Api api;
    @Autowired TestMessages messages;
    @Autowired ScriptedSmtp mailServer;

    private final String reader = newAddress();

    @Test
    void findsWhatWasSentByItsWords() {
        String list = api.list();
        String id = draft(list, newKey(), issue(1)).is(201).text("/id");
        send(id, 1).is(202);
        awaitSent(id);

        String found = ISSUES + "?list=" + list + "&q=";
        assertThat(api.get(found + "KAHVIT alk").send().is(200).raw()).contains(id);
        assertThat(api.get(found + "1/2026").send().is(200).raw()).contains(id);
        assertThat(api.get(found + "kahvit teet").send().is(200).raw()).doesNotContain(id);
        api.get(found + "a".repeat(101)).send().is(400);
    }

    @Test
    void leadsAnIssueFromItsDraftToTheArchive() {
        String list = api.list();
        api.subscribe(list, reader);
        Api.Answer made = draft(list, newKey(), issue(1)).is(201);
        String id = made.text("/id");
        assertThat(made.header("Location")).isEqualTo(DRAFTS + "/" + id);
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        assertThat(made.text("/listId")).isEqualTo(list);

        Api.Answer changed = change(id, 1, issue(2)).is(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(changed.number("/number")).isEqualTo(2);
        assertThat(changed.text("/state")).isEqualTo("draft");
        api.get(ISSUES + "/" + id).send().is(404);
        assertThat(api.get(ISSUES + "?limit=200").send().is(200).raw()).doesNotContain(id);
        assertThat(progress(id).number("/recipients")).isZero();

        Api.Answer ordered = send(id, 2).is(202);
        assertThat(ordered.header("ETag")).isEqualTo("\"3\"");
        Api.Answer sent = awaitSent(id);

        assertThat(sent.number("/recipients")).isEqualTo(1);
        assertThat(sent.number("/sent")).isEqualTo(1);
        assertThat(sent.number("/waiting")).isZero();
        assertThat(sent.json().at("/troubled")).isEmpty();
        var letter = api.letters(reader, 2).get(1);
        assertThat(Api.text(letter)).contains("Kahvit 16.30 alkaen.", "https://www.example.org/");
        assertThat(header(letter, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        Api.Answer published = api.get(ISSUES + "/" + id).send().is(200);
        assertThat(published.text("/label")).isEqualTo("2/2026");
        assertThat(published.text("/items/0/text/fi")).isEqualTo("Kahvit 16.30 alkaen.");
        assertThat(published.number("/recipients")).isEqualTo(1);
        ReceivedMessage told =
                messages.awaitMessage(
                        Topics.NEWSLETTER_ISSUE, message -> message.subject().equals(id));
        assertThat(told.type()).isEqualTo("newsletter.issue.sent.v1");
        assertThat(told.body()).doesNotContain(reader);
    }

    @Test
    void makesADraftOnceForAKey() {
        String list = api.list();
        String key = newKey();
        Api.Answer made = draft(list, key, issue(1)).is(201);
        change(made.text("/id"), 1, issue(3)).is(200);

        Api.Answer again = draft(list, key, issue(1)).is(201);

        assertThat(again.raw()).isEqualTo(made.raw());
        assertThat(again.header("Location")).isEqualTo(made.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(made.header("ETag"));
        draft(list, key, issue(4)).is(422).names("Idempotency-Key");
        api.post(HOME + "/lists/" + list + "/issue-drafts")
                .by(coordinator())
                .body(issue(5))
                .send()
                .is(400)
                .names("Idempotency-Key");
    }

    @Test
    void givesEachNumberOfAListOnce() {
        String list = api.list();
        draft(list, newKey(), issue(1)).is(201);
        String second = draft(list, newKey(), issue(2)).is(201).text("/id");

        draft(list, newKey(), issue(1)).refusedAs("number-taken");
        change(second, 1, issue(1)).refusedAs("number-taken");
        draft(api.list(), newKey(), issue(1)).is(201);

        change(second, 1, issue(3)).is(200);
        draft(list, newKey(), issue(2)).is(201);
    }

    @Test
    void asksForTheVersionOneHasSeen() {
        String id = api.draft(api.list());
        api.put(DRAFTS + "/" + id).by(coordinator()).body(issue(1)).send().is(428);
        api.put(DRAFTS + "/" + id + "/sending").by(coordinator()).send().is(428);
        api.put(DRAFTS + "/" + id)
                .by(coordinator())
                .header("If-Match", "first")
                .body(issue(1))
                .send()
                .is(400)
                .names("If-Match");
        change(id, 7, issue(2)).is(412);
        send(id, 7).is(412);

        Api.Answer draft = api.get(DRAFTS + "/" + id).by(coordinator()).send().is(200);
        assertThat(draft.header("ETag")).isEqualTo("\"1\"");
        assertThat(draft.text("/state")).isEqualTo("draft");
    }

    @Test
    void sendsAnIssueOnceHoweverOftenItIsOrdered() {
        String list = api.list();
        api.subscribe(list, reader);
        String id = api.draft(list);
        send(id, 1).is(202);
        send(id, 1).is(412);
        awaitSent(id);
        long version =
                Long.parseLong(
                        api.get(DRAFTS + "/" + id)
                                .by(coordinator())
                                .send()
                                .is(200)
                                .header("ETag")
                                .replace("\"", ""));

        send(id, version).refusedAs("not-a-draft");
        change(id, version, issue(9)).refusedAs("not-a-draft");

        assertThat(api.lettersNow(reader)).hasSize(2);
        assertThat(
                        messages.received(Topics.NEWSLETTER_ISSUE).stream()
                                .filter(message -> message.subject().equals(id)))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void showsHowFarAnIssueIsWithoutSayingWhoReadsIt() {
        String list = api.list();
        String refused = newAddress();
        String lost = newAddress();
        String putOff = newAddress();
        String reset = newAddress();
        for (String each : List.of(reader, refused, lost, putOff, reset)) {
            api.subscribe(list, each);
        }
        mailServer.nextTo(refused, new Act.Answer(Stage.RCPT, "550 5.1.1 nobody here"));
        mailServer.nextTo(lost, new Act.TakeAndDie());
        mailServer.nextTo(reset, new Act.TakeAndReset());
        mailServer.nextTo(
                putOff,
                new Act.Answer(Stage.RCPT, "450 4.2.1 later"),
                new Act.Answer(Stage.RCPT, "421 4.3.2 closing"));

        Api.Answer sent = api.send(api.draft(list));

        assertThat(sent.number("/recipients")).isEqualTo(5);
        assertThat(sent.number("/sent")).isEqualTo(4);
        assertThat(sent.number("/failed")).isEqualTo(1);
        assertThat(sent.number("/waiting")).isZero();
        assertThat(words(sent.json().at("/troubled"), "state"))
                .containsExactlyInAnyOrder("failed", "resent", "resent");
        assertThat(words(sent.json().at("/troubled"), "code")).contains("550");
        assertThat(sent.raw()).doesNotContain("@");
        assertThat(api.lettersNow(reader)).hasSize(2);
        assertThat(api.lettersNow(putOff)).hasSize(2);
        for (String twice : List.of(lost, reset)) {
            assertThat(api.letters(twice, 3).subList(1, 3))
                    .as("what may have arrived comes again under the same Message-ID")
                    .extracting(letter -> header(letter, "Message-ID"))
                    .allMatch(id -> id.equals(header(api.lettersNow(twice).get(1), "Message-ID")));
        }
    }

    @Test
    void keepsCoordinatorsToTheirMunicipalityAndOthersToTheirRole() {
        String list = api.list();
        String id = api.draft(list);
        List<Function<String, Api.Call>> calls =
                List.of(
                        home ->
                                api.post(home + "/lists/" + list + "/issue-drafts")
                                        .key(newKey())
                                        .body(issue(2)),
                        home -> api.get(home + "/issue-drafts"),
                        home -> api.get(home + "/issue-drafts/" + id),
                        home -> api.put(home + "/issue-drafts/" + id).seen(1).body(issue(2)),
                        home -> api.put(home + "/issue-drafts/" + id + "/sending").seen(1),
                        home -> api.get(home + "/issue-drafts/" + id + "/sending"));

        for (Function<String, Api.Call> call : calls) {
            call.apply(HOME).send().is(401);
            call.apply(HOME).by(officer()).send().is(403);
            call.apply(HOME).by(stranger()).send().is(404);
            call.apply(ELSEWHERE).by(coordinator()).send().is(404);
        }
        for (int i = 0; i < calls.size(); i++) {
            if (i != 1) {
                calls.get(i).apply(ELSEWHERE).by(stranger()).send().is(404);
            }
        }
        assertThat(calls.get(1).apply(ELSEWHERE).by(stranger()).send().is(200).raw())
                .doesNotContain(id);
        Tokens operator =
                Tokens.of("operator").inMunicipality(Api.SEINAJOKI).withRoles(Role.OPERATOR);
        calls.get(5).apply(HOME).by(operator).send().is(200);
        calls.get(4).apply(HOME).by(operator).send().is(403);
        assertThat(progress(id).text("/state")).isEqualTo("draft");
    }

    @Test
    void listsDraftsPageByPage() {
        String list = api.list();
        List<String> ids = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
            ids.add(draft(list, newKey(), issue(number)).is(201).text("/id"));
        }

        List<String> listed =
                pages(path -> api.get(path).by(coordinator()), DRAFTS + "?limit=2", "id");

        assertThat(listed).doesNotHaveDuplicates().containsSubsequence(ids);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    number            | null                         | 422
                    number            | 0                            | 422
                    number            | 1000                         | 422
                    year              | 1989                         | 422
                    year              | 2101                         | 422
                    title             | null                         | 422
                    title             | {}                           | 422
                    title             | {"fi": " "}                  | 422
                    items             | null                         | 422
                    items[0].title    | [{"text": {"fi": "a"}}]      | 422
                    items[0].text     | [{"title": {"fi": "a"}}]     | 422
                    items[0].link     | [{"title": {"fi": "a"}, "text": {"fi": "a"}, "link": "javascript:alert(1)"}] | 422
                    items[0].link     | [{"title": {"fi": "a"}, "text": {"fi": "a"}, "link": "https://a@b.example.org/"}] | 422
                    items[1]          | [{"title": {"fi": "a"}, "text": {"fi": "a"}}, null] | 422
                    recipients        | 5                            | 422
                    """)
    void namesTheFieldAtFaultAndKeepsNothing(String field, String value, int status) {
        String list = api.list();
        long issues = api.stored("issues");
        ObjectNode body = (ObjectNode) JSON.readTree(issue(1));
        body.set(field.replaceAll("\\[.*", ""), JSON.readTree(value));

        draft(list, newKey(), body.toString()).is(status).names(field);

        assertThat(api.stored("issues")).isEqualTo(issues);
    }

    @Test
    void readsNoPictureOfFiftyMegabytes() {
        String picture = "data:image/png;base64," + "A".repeat(50 * 1024 * 1024);
        api.post(HOME + "/lists/" + api.list() + "/issue-drafts")
                .by(coordinator())
                .key(newKey())
                .body(
                        "{\"number\": 1, \"year\": 2026, \"title\": {\"fi\": \"Kirje\"}, \"items\":"
                                + " [{\"title\": {\"fi\": \"Kuva\"}, \"text\": {\"fi\": \"Kuva\"},"
                                + " \"picture\": {\"address\": \""
                                + picture
                                + "\", \"alt\": {\"fi\": \"Kuva\"}}}]}")
                .send()
                .is(413);
    }

    @Test
    void refusesWhatIsTooLong() {
        String list = api.list();
        String long201 = "a".repeat(201);

        draft(list, newKey(), issue(1).replace("Kumppanuuspöytä 24.9.", long201))
                .is(422)
                .names("title.fi");
        draft(list, newKey(), issue(1).replace("Tule mukaan", long201))
                .is(422)
                .names("items[0].title.fi");
        draft(list, newKey(), issue(1).replace("Kahvit", "a".repeat(10_000)))
                .is(422)
                .names("items[0].text.fi");
    }

    @Test
    void knowsNoListThatIsNotThere() {
        draft("no-such-list", newKey(), issue(1)).is(404);
        api.get(DRAFTS + "/no-such-issue").by(coordinator()).send().is(404);
        change("no-such-issue", 1, issue(1)).is(404);
        send("no-such-issue", 1).is(404);
    }

    @Test
    void archivesTheNewestFirstPageByPage() {
        String list = api.list();
        String rows =
                """
                {"rows": [%s, %s, %s]}
                """
                        .formatted(
                                row(list, "a", "2024-01-15", 1),
                                row(list, "b", "2024-08-28", 2),
                                row(list, "c", "2023-12-01", 3));
        Api.Answer taken = imported(rows).is(200);
        assertThat(words(taken.json().at("/rows"), "result"))
                .containsExactly("imported", "imported", "imported");
        List<String> ids = words(taken.json().at("/rows"), "id");
        String now = api.draft(api.list());
        api.send(now);

        assertThat(pages(api::get, ISSUES + "?limit=2&list=" + list, "id"))
                .containsExactly(ids.get(1), ids.get(0), ids.get(2));
        List<String> all = pages(api::get, ISSUES + "?limit=2", "id");
        assertThat(all).doesNotHaveDuplicates().containsSubsequence(now, ids.get(1), ids.get(0));
        assertThat(api.get(ISSUES + "/" + ids.get(1)).send().is(200).raw())
                .contains("\"imported\":true", "\"sentAt\":\"2024-08-28T09:00:00Z\"");
        assertThat(api.get(ELSEWHERE + "/issues?limit=200").send().is(200).raw())
                .doesNotContain(now, ids.get(0));
        api.get(ELSEWHERE + "/issues/" + ids.get(0)).send().is(404);
        api.get(ISSUES + "?limit=201").send().is(400).names("limit");
    }

    @Test
    void takesAPastIssueOverOnceAndMailsNobody() {
        String list = api.list();
        api.subscribe(list, reader);
        String key = newKey();
        String body = "{\"rows\": [%s]}".formatted(row(list, key, "2024-08-28", 2));

        String id = imported(body).is(200).text("/rows/0/id");

        Api.Answer again = imported(body).is(200);
        assertThat(again.text("/rows/0/result")).isEqualTo("unchanged");
        assertThat(again.text("/rows/0/id")).isEqualTo(id);
        assertThat(refusal(row(list, key, "2024-08-28", 3))).isEqualTo("key");
        assertThat(refusal(row(list, newKey(), "2024-08-28", 2))).isEqualTo("issue.number");
        assertThat(refusal(row(list, newKey(), "2999-01-01", 4))).isEqualTo("sentOn");
        assertThat(refusal(row("no-such-list", newKey(), "2024-08-28", 5))).isEqualTo("listId");
        ReceivedMessage told =
                messages.awaitMessage(
                        Topics.NEWSLETTER_ISSUE, message -> message.subject().equals(id));
        assertThat(told.body()).contains("\"imported\":true");
        assertThat(api.lettersNow(reader)).hasSize(1);
        api.post(HOME + "/issue-imports").by(coordinator()).body(body).send().is(403);
        api.post(HOME + "/issue-imports").by(stranger()).body(body).send().is(404);
    }

    private String refusal(String row) {
        Api.Answer answer = imported("{\"rows\": [%s]}".formatted(row)).is(200);
        assertThat(answer.text("/rows/0/result")).isEqualTo("refused");
        return answer.text("/rows/0/errors/0/field");
    }

    private static String row(String list, String key, String sentOn, int number) {
        return """
        {"key": "%s-%s", "listId": "%s", "sentOn": "%s", "recipients": 350, "issue": %s}
        """
                .formatted(list, key, list, sentOn, issue(number));
    }

    private static List<String> words(JsonNode rows, String field) {
        return rows.valueStream().map(row -> row.path(field).asString("")).toList();
    }

    private static List<String> pages(Function<String, Api.Call> get, String path, String field) {
        List<String> found = new ArrayList<>();
        String next = "";
        do {
            String cursor = next.isEmpty() ? "" : "&cursor=" + next;
            JsonNode page = get.apply(path + cursor).send().is(200).json();
            found.addAll(words(page.path("items"), field));
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return found;
    }

    private Api.Answer imported(String body) {
        return api.post(HOME + "/issue-imports").by(importer()).body(body).send();
    }

    private Api.Answer draft(String list, String key, String body) {
        return api.post(HOME + "/lists/" + list + "/issue-drafts")
                .by(coordinator())
                .key(key)
                .body(body)
                .send();
    }

    private Api.Answer change(String id, long version, String body) {
        return api.put(DRAFTS + "/" + id).by(coordinator()).seen(version).body(body).send();
    }

    private Api.Answer send(String id, long version) {
        return api.put(DRAFTS + "/" + id + "/sending").by(coordinator()).seen(version).send();
    }

    private Api.Answer progress(String id) {
        return api.get(DRAFTS + "/" + id + "/sending").by(coordinator()).send().is(200);
    }

    private Api.Answer awaitSent(String id) {
        return Awaitility.await()
                .atMost(TestMessages.PATIENCE)
                .until(() -> progress(id), answer -> answer.text("/state").equals("sent"));
    }
}
