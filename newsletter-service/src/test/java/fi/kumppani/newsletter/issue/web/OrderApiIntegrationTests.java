package fi.kumppani.newsletter.issue.web;

import static fi.kumppani.newsletter.Api.HOME;
import static fi.kumppani.newsletter.Api.coordinator;
import static fi.kumppani.newsletter.Api.newAddress;
import static fi.kumppani.newsletter.Api.newKey;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.kit.testing.Tokens;
import fi.kumppani.newsletter.Api;
import fi.kumppani.newsletter.NewsletterServiceTest;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Instant;

/** Approving, scheduling and calling off an issue. */
@NewsletterServiceTest
class OrderApiIntegrationTests {

    private static final String DRAFTS = HOME + "/issue-drafts/";

    @Autowired Api api;

    @Test
    void goesOutWhenSomebodyElseThanItsWriterHasApprovedTheseWords() {
        String id = api.draft(fourEyesList());

        send(id, 1, "{}").refusedAs("not-approved");
        approve(id, 1, coordinator()).refusedAs("own-words");
        assertThat(approve(id, 1, colleague()).is(200).json().at("/approved").asBoolean()).isTrue();
        Api.Answer changed =
                api.put(DRAFTS + id).by(coordinator()).seen(2).body(Api.issue(3)).send().is(200);
        assertThat(changed.json().at("/approved").asBoolean())
                .as("other words are to be approved anew")
                .isFalse();
        send(id, 3, "{}").refusedAs("not-approved");
        approve(id, 3, colleague()).is(200);

        send(id, 4, "{}").is(202);

        awaitState(id, "sent");
        approve(id, 9, colleague()).is(412);
    }

    @Test
    void isApprovedByNobodyWhoWroteSomeOfIt() {
        String id = api.draft(fourEyesList());
        api.put(DRAFTS + id).by(colleague()).seen(1).body(Api.issue(4)).send().is(200);

        approve(id, 2, coordinator()).refusedAs("own-words");
        approve(id, 2, colleague()).refusedAs("own-words");
        Tokens third = Tokens.of("third").inMunicipality(Api.SEINAJOKI).withRoles(Role.COORDINATOR);
        approve(id, 2, third).is(200);
        send(id, 3, "{}").is(202);
    }

    @Test
    void needsASecondPersonUntilTwoHaveSaidThatItDoesNot() {
        String list = fourEyesList();
        String id = api.draft(list);

        assertThat(loosen(list, 1, coordinator())).isEqualTo("true");
        assertThat(loosen(list, 2, coordinator())).as("the same person twice").isEqualTo("true");
        send(id, 1, "{}").refusedAs("not-approved");

        assertThat(loosen(list, 3, colleague())).isEqualTo("false");
        send(id, 1, "{}").is(202);
    }

    private String loosen(String list, long version, Tokens by) {
        return api.put(HOME + "/lists/" + list)
                .by(by)
                .seen(version)
                .body("{\"name\": {\"fi\": \"Kirje\"}, \"fourEyes\": false}")
                .send()
                .is(200)
                .text("/fourEyes");
    }

    @Test
    void isWrittenAndCheckedButNotSentByAWriter() {
        Tokens writer =
                Tokens.of("writer").inMunicipality(Api.SEINAJOKI).withRoles(Role.LETTER_WRITER);
        String id =
                api.post(HOME + "/lists/" + api.list() + "/issue-drafts")
                        .by(writer)
                        .key(newKey())
                        .body(Api.issue(8))
                        .send()
                        .is(201)
                        .text("/id");
        api.put(DRAFTS + id).by(writer).seen(1).body(Api.issue(9)).send().is(200);
        api.get(DRAFTS + id + "/checks").by(writer).send().is(200);
        api.get(DRAFTS + id + "/sending").by(writer).send().is(200);

        api.put(DRAFTS + id + "/sending").by(writer).seen(2).body("{}").send().is(403);
        api.delete(DRAFTS + id + "/sending").by(writer).seen(2).send().is(403);
        api.put(DRAFTS + id + "/sending/pause").by(writer).seen(2).send().is(403);
        api.post(HOME + "/lists")
                .by(writer)
                .key(newKey())
                .body("{\"name\": {\"fi\": \"Oma\"}}")
                .send()
                .is(403);
        assertThat(seen(id).text("/state")).isEqualTo("draft");
    }

    @Test
    void goesOutAtItsTime() {
        String list = api.list();
        String email = newAddress();
        api.subscribe(list, email);
        String id = api.draft(list);
        Instant soon = Instant.now().plusSeconds(2);

        Api.Answer ordered = send(id, 1, "{\"at\": \"" + soon + "\"}").is(202);

        assertThat(ordered.text("/state")).isEqualTo("scheduled");
        assertThat(seen(id).text("/sendAt")).isNotEmpty();
        awaitState(id, "sent");
        assertThat(Instant.now()).isAfter(soon);
        assertThat(api.letters(email, 2)).hasSize(2);
    }

    @Test
    void isADraftAgainWhenItsTimeIsCalledOff() {
        String id = api.draft(api.list());
        send(id, 1, "{\"at\": \"2020-01-01T10:00:00Z\"}").is(422).names("at");
        send(id, 1, "{\"at\": \"" + Instant.now().plusSeconds(3600) + "\"}").is(202);
        api.put(DRAFTS + id)
                .by(coordinator())
                .seen(2)
                .body(Api.issue(3))
                .send()
                .refusedAs("not-a-draft");

        Api.Answer cancelled =
                api.delete(DRAFTS + id + "/sending").by(coordinator()).seen(2).send().is(202);

        assertThat(cancelled.text("/state")).isEqualTo("draft");
        api.put(DRAFTS + id).by(coordinator()).seen(3).body(Api.issue(3)).send().is(200);
    }

    @Test
    void tellsWritersWhatIsTheirsAndWhatWasNotSentYet() {
        String list = api.list();
        String sent = api.draft(list);
        send(sent, 1, "{}").is(202);
        awaitState(sent, "sent");
        String written =
                api.post(HOME + "/lists/" + list + "/issue-drafts")
                        .by(coordinator())
                        .key(newKey())
                        .body(Api.issue(7))
                        .send()
                        .is(201)
                        .text("/id");

        assertThat(seen(sent).text("/sentAt")).isNotEmpty();
        assertThat(seen(written).json().at("/sentAt").isMissingNode()).isTrue();
        assertThat(seen(written).json().at("/own").asBoolean()).isTrue();
        assertThat(Instant.parse(seen(written).text("/begunAt")))
                .isBetween(Instant.now().minusSeconds(300), Instant.now());
        assertThat(
                        api.get(DRAFTS + written)
                                .by(colleague())
                                .send()
                                .is(200)
                                .json()
                                .at("/own")
                                .asBoolean())
                .isFalse();
        assertThat(all("")).contains(sent, written);
        assertThat(all("&sent=false")).contains(written).doesNotContain(sent);
    }

    /** What all pages of the list tell. */
    private String all(String query) {
        StringBuilder told = new StringBuilder();
        String path = HOME + "/issue-drafts?limit=200" + query;
        String next = "";
        do {
            Api.Answer page = api.get(path + next).by(coordinator()).send().is(200);
            told.append(page.raw());
            next = page.json().path("next").isString() ? "&cursor=" + page.text("/next") : "";
        } while (!next.isEmpty());
        return told.toString();
    }

    @Test
    void pausesNothingThatIsNotOnItsWay() {
        String id = api.draft(api.list());

        api.put(DRAFTS + id + "/sending/pause")
                .by(coordinator())
                .seen(1)
                .send()
                .refusedAs("not-on-its-way");
        api.delete(DRAFTS + id + "/sending/pause")
                .by(coordinator())
                .seen(1)
                .send()
                .refusedAs("not-on-its-way");
        api.delete(DRAFTS + id + "/sending")
                .by(coordinator())
                .seen(1)
                .send()
                .refusedAs("not-on-its-way");
        api.put(DRAFTS + id + "/sending/pause").by(coordinator()).send().is(428);
        api.put(DRAFTS + id + "/approval").by(Api.officer()).seen(1).send().is(403);
        api.put(DRAFTS + id + "/approval").by(Api.stranger()).seen(1).send().is(404);
    }

    private String fourEyesList() {
        return api.post(HOME + "/lists")
                .by(coordinator())
                .key(newKey())
                .body("{\"name\": {\"fi\": \"Kirje\"}, \"fourEyes\": true}")
                .send()
                .is(201)
                .text("/id");
    }

    private Api.Answer approve(String id, long version, Tokens by) {
        return api.put(DRAFTS + id + "/approval").by(by).seen(version).send();
    }

    private Api.Answer send(String id, long version, String body) {
        return api.put(DRAFTS + id + "/sending").by(coordinator()).seen(version).body(body).send();
    }

    private Api.Answer seen(String id) {
        return api.get(DRAFTS + id).by(coordinator()).send().is(200);
    }

    private void awaitState(String id, String state) {
        Awaitility.await()
                .atMost(TestMessages.PATIENCE)
                .until(() -> seen(id).text("/state").equals(state));
    }

    private static Tokens colleague() {
        return Tokens.of("colleague").inMunicipality(Api.SEINAJOKI).withRoles(Role.COORDINATOR);
    }
}
