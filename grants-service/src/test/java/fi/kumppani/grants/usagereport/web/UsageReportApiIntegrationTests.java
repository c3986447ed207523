package fi.kumppani.grants.usagereport.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.Topics;
import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;
import fi.kumppani.grants.usagereport.RemindOfReports;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.kit.testing.Tokens;
import fi.kumppani.kit.time.FinnishTime;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

import java.time.Clock;
import java.time.LocalDate;

@GrantsServiceTest
class UsageReportApiIntegrationTests {

    private static final String PDF = "%PDF-1.7\n1 0 obj<<>>endobj\nstartxref\n9\n%%EOF\n";
    private static final String CHECKED =
            "{\"finding\":\"approved\",\"accepted\":\"300.00\",\"recover\":\"0.00\",\"reason\":\"Kunnossa\"}";

    @Autowired Api api;
    @Autowired TestMessages messages;
    @Autowired RemindOfReports remindOfReports;
    @Autowired Clock clock;

    private String association = "";

    @BeforeEach
    void represent() {
        association = api.association();
        api.mandate("anna", association);
    }

    @Test
    void isWrittenByTheGranteeAndCheckedByTwo() {
        String id = accepted("{\"kind\":\"project\",\"report\":{\"dueOn\":\"2999-01-31\"}}");
        Answer empty = api.get(report(id), Api.person("anna"));
        assertThat(empty.text("/status")).as(empty.body()).isEqualTo("draft");
        assertThat(empty.text("/dueOn")).isEqualTo("2999-01-31");
        assertThat(empty.json().at("/overdue").asBoolean()).isFalse();

        Answer written =
                api.put(report(id), Api.person("anna"), empty.header("ETag"), content("null"));
        assertThat(written.status()).as(written.body()).isEqualTo(200);
        assertThat(written.text("/used")).isEqualTo("300.00");
        assertThat(api.put(report(id), Api.person("anna"), empty.header("ETag"), "{}").status())
                .isEqualTo(412);
        Answer handedIn = put(id, "submission", Api.person("anna"), written, "");
        assertThat(handedIn.text("/status")).isEqualTo("handed-in");
        assertThat(
                        api.put(report(id), Api.person("anna"), handedIn.header("ETag"), "{}")
                                .text("/reason"))
                .isEqualTo("already-handed-in");

        Answer checked = put(id, "check", Api.officer(), handedIn, CHECKED);
        assertThat(checked.status()).as(checked.body()).isEqualTo(200);
        Answer forGrantee = api.get(report(id), Api.person("anna"));
        assertThat(forGrantee.json().at("/conclusion").isMissingNode()).isTrue();
        assertThat(api.get(report(id) + "/check", Api.decider()).text("/check/finding"))
                .isEqualTo("approved");
        assertThat(put(id, "approval", Api.officer(), checked, "").text("/reason"))
                .isEqualTo("same-person");
        Answer concluded = put(id, "approval", second(), checked, "");
        assertThat(concluded.text("/status")).as(concluded.body()).isEqualTo("concluded");
        assertThat(concluded.text("/conclusion/reason")).isEqualTo("Kunnossa");
        var told =
                messages.awaitMessage(
                        Topics.GRANTS_REPORT,
                        each ->
                                each.subject().equals(id)
                                        && String.valueOf(each.body()).contains("\"concluded\""));
        assertThat(told.type()).isEqualTo("grants.report.changed.v1");
        assertThat(told.body()).doesNotContain("Kunnossa", "Seurojentalo", "Juhla");
    }

    @Test
    void isPaidAfterwardsByWhatTwoApprove() {
        String id =
                accepted(
                        """
                        {"kind":"project","payment":{"mode":"afterwards"},
                         "report":{"daysAfterDecision":90}}
                        """);
        assertThat(api.get("/applications/" + id + "/payment-plan", Api.officer()).body())
                .contains("receipts-missing");
        assertThat(
                        api.put(
                                        "/applications/" + id + "/award/receipts",
                                        Api.officer(),
                                        "\"1\"",
                                        "{\"costs\":\"1.00\"}")
                                .text("/reason"))
                .isEqualTo("by-report");
        Answer handedIn = handedIn(id, "null");
        assertThat(put(id, "check", Api.officer(), handedIn, CHECKED).text("/reason"))
                .isEqualTo("receipts-missing");
        Answer asked =
                put(
                        id,
                        "supplement-request",
                        Api.officer(),
                        handedIn,
                        "{\"what\":{\"fi\":\"Kuitit puuttuvat\"},\"dueOn\":\""
                                + FinnishTime.today(clock).plusDays(14)
                                + "\"}");
        assertThat(asked.text("/status")).as(asked.body()).isEqualTo("supplementing");
        assertThat(asked.text("/missing/fi")).isEqualTo("Kuitit puuttuvat");

        Answer file = attach(id, Api.person("anna"), PDF);
        assertThat(file.status()).as(file.body()).isEqualTo(201);
        Answer completed = handedIn(id, "\"" + file.text("/id") + "\"");
        String partly =
                "{\"finding\":\"partly-approved\",\"accepted\":\"250.50\",\"recover\":\"0.00\",\"reason\":\"Kahvit\"}";
        Answer checked = put(id, "check", Api.officer(), completed, partly);
        assertThat(checked.status()).as(checked.body()).isEqualTo(200);
        Answer concluded = put(id, "approval", Api.decider(), checked, "");
        assertThat(concluded.status()).as(concluded.body()).isEqualTo(200);

        assertThat(api.get("/applications/" + id + "/award", Api.officer()).text("/receipts"))
                .isEqualTo("250.50");
        assertThat(api.get("/applications/" + id + "/payment-plan", Api.officer()).body())
                .contains("250.50")
                .doesNotContain("receipts-missing");
        Answer read = api.get(report(id) + "/files/" + file.text("/id"), Api.officer());
        assertThat(read.body()).isEqualTo(PDF);
        assertThat(read.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void isCheckedAgainstReceiptsWhenItIsDrawn() {
        String call =
                api.publishedCallWith(
                        """
                        {"kind":"project",
                         "report":{"daysAfterDecision":90,"samplePercent":50}}
                        """);
        String first = accepted(call, association);
        String other = accepted(call, association);
        Answer handedIn = handedIn(first, "null");
        assertThat(put(first, "check", Api.officer(), handedIn, CHECKED).text("/reason"))
                .isEqualTo("not-drawn");
        String sample = "/calls/" + call + "/report-sample";

        Answer drawn = api.put(sample, Api.officer(), "*", "");

        assertThat(drawn.status()).as(drawn.body()).isEqualTo(200);
        assertThat(drawn.json().at("/draws/0/among")).hasSize(2);
        assertThat(drawn.json().at("/draws/0/drawn")).hasSize(1);
        assertThat(api.put(sample, Api.officer(), "*", "").body()).isEqualTo(drawn.body());
        assertThat(api.get(sample, Api.decider()).body()).isEqualTo(drawn.body());
        String chosen = drawn.text("/draws/0/drawn/0");
        assertThat(api.get(report(chosen) + "/check", Api.officer()).text("/depth"))
                .isEqualTo("receipts");
        assertThat(
                        api.get(
                                        report(chosen.equals(first) ? other : first) + "/check",
                                        Api.officer())
                                .text("/depth"))
                .isEqualTo("light");
        assertThat(api.get(sample, Api.person("anna")).status()).isIn(403, 404);
    }

    @Test
    void stopsPaymentsAndNewApplicationsWhileItIsOverdue() {
        String id =
                accepted(
                        """
                        {"kind":"project",
                         "report":{"dueOn":"2020-01-31","overdueStopsPayments":true}}
                        """);
        assertThat(api.get(report(id), Api.officer()).json().at("/overdue").asBoolean()).isTrue();
        String plan = "/applications/" + id + "/payment-plan";
        assertThat(api.get(plan, Api.officer()).body()).contains("report-overdue");
        String next =
                api.publishedCallWith(
                        "{\"kind\":\"event\",\"rules\":[{\"rule\":\"no-overdue-report\"}]}");
        Answer asked =
                api.post(
                        "/calls/" + next + "/eligibility",
                        Api.officer(),
                        "{\"associationId\":\"" + association + "\",\"requested\":\"100.00\"}");
        assertThat(asked.body()).as(asked.body()).contains("report-overdue", "myöhässä");
        Answer draft =
                api.post(
                        "/applications",
                        Api.officer(),
                        Api.applicationBody(next, association, "100.00"));
        String submission = "/applications/" + draft.text("/id") + "/submission";
        assertThat(api.put(submission, Api.officer(), "\"1\"", "").text("/reason"))
                .isEqualTo("report-overdue");

        var _ = handedIn(id, "null");

        assertThat(api.get(plan, Api.officer()).body()).doesNotContain("report-overdue");
        assertThat(api.put(submission, Api.officer(), "\"1\"", "").status()).isEqualTo(200);
    }

    @Test
    void grantsNothingWhileAnEarlierReportIsOverdueButRefuses() {
        String next =
                api.publishedCallWith(
                        "{\"kind\":\"event\",\"rules\":[{\"rule\":\"no-overdue-report\"}]}");
        String granted = api.submitted(next, association, "100.00");
        String other = api.publishedCallWith("{\"kind\":\"event\"}");
        String elsewhere = api.submitted(other, association, "100.00");
        String owed = accepted(report(LocalDate.of(2020, 1, 31)));
        String number = api.get("/applications/" + owed, Api.officer()).text("/diaryNumber");
        String grant = "{\"decision\":\"grant\",\"amount\":\"100.00\"}";

        Answer barred = decide(granted, grant);

        assertThat(barred.status()).as(barred.body()).isEqualTo(409);
        assertThat(barred.text("/reason")).isEqualTo("report-overdue");
        assertThat(barred.text("/detail")).contains(number, "2020-01-31");
        assertThat(api.get("/applications/" + granted, Api.officer()).text("/status"))
                .isEqualTo("submitted");
        assertThat(decide(elsewhere, grant).status())
                .as("a call that does not say so grants")
                .isEqualTo(201);
        var _ = handedIn(owed, "null");
        assertThat(decide(granted, grant).status()).isEqualTo(201);
    }

    @Test
    void refusesWhoOwesAReport() {
        String next =
                api.publishedCallWith(
                        "{\"kind\":\"event\",\"rules\":[{\"rule\":\"no-overdue-report\"}]}");
        String id = api.submitted(next, association, "100.00");
        var _ = accepted(report(LocalDate.of(2020, 1, 31)));

        Answer refused = decide(id, "{\"decision\":\"not-examine\",\"reasons\":[\"incomplete\"]}");

        assertThat(refused.status()).as(refused.body()).isEqualTo(201);
    }

    @Test
    void grantsNoMoreOnWhatWasTakenUpWhileAReportIsOverdueButPutsRightWhatWasWrittenWrong() {
        String call =
                api.publishedCallWith(
                        "{\"kind\":\"event\",\"rules\":[{\"rule\":\"no-overdue-report\"}]}");
        String id = api.submitted(call, association, "300.00");
        String grant =
                "{\"decision\":\"grant\",\"amount\":\"%s\",\"reasons\":[\"costs-not-eligible\"]}";
        assertThat(decide(id, grant.formatted("100.00")).status()).isEqualTo(201);
        String owed = accepted(report(LocalDate.of(2020, 1, 31)));

        Answer corrected =
                api.post(
                        "/applications/" + id + "/decision/corrections",
                        Api.decider(),
                        "{\"error\":\"clerical\",\"corrects\":1,\"verdict\":%s}"
                                .formatted(grant.formatted("110.00")));
        assertThat(corrected.status()).as(corrected.body()).isEqualTo(201);
        Answer taken =
                api.post(
                        "/applications/" + id + "/decision/redress/taken-up",
                        Api.officer(),
                        "{\"takenOn\":\"%s\",\"body\":\"kunnanhallitus\"}"
                                .formatted(FinnishTime.today(clock)));
        assertThat(taken.status()).as(taken.body()).isEqualTo(200);

        Answer barred = ruled(id, "{\"decision\":\"grant\",\"amount\":\"300.00\"}");
        assertThat(barred.status()).as(barred.body()).isEqualTo(409);
        assertThat(barred.text("/reason")).isEqualTo("report-overdue");
        var _ = handedIn(owed, "null");
        Answer revised = ruled(id, "{\"decision\":\"grant\",\"amount\":\"300.00\"}");

        assertThat(revised.status()).as(revised.body()).isEqualTo(200);
    }

    private Answer ruled(String id, String verdict) {
        return api.put(
                "/applications/" + id + "/decision/redress/cases/1/ruling",
                Tokens.of("board-secretary")
                        .inMunicipality(Api.SEINAJOKI)
                        .withRoles(Role.DECISION_MAKER),
                "\"0\"",
                "{\"outcome\":\"revised\",\"verdict\":" + verdict + "}");
    }

    private Answer decide(String id, String body) {
        return api.post("/applications/" + id + "/decision", Api.decider(), body);
    }

    @Test
    void takesNoReceiptsAfterTheirLastDayAndRemindsBeforeIt() {
        LocalDate today = FinnishTime.today(clock);
        String late = accepted(afterwards(today.minusDays(1)));
        String soon = accepted(afterwards(today.plusDays(7)));

        Answer shown = api.get(report(soon), Api.person("anna"));
        assertThat(shown.text("/dueOn")).isEqualTo(today.plusDays(7).toString());
        Answer written = api.put(report(late), Api.person("anna"), "\"1\"", content("null"));
        assertThat(written.status()).as(written.body()).isEqualTo(200);
        Answer refused = put(late, "submission", Api.person("anna"), written, "");
        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        assertThat(refused.text("/reason")).isEqualTo("receipts-late");
        assertThat(handedIn(soon, "null").text("/status")).isEqualTo("handed-in");

        String reminded = accepted(afterwards(today.plusDays(8)));
        remindOfReports.remindAll();
        messages.awaitMessage(
                Topics.GRANTS_REPORT, each -> each.subject().startsWith(reminded + ":"));
    }

    private static String afterwards(LocalDate receiptsBy) {
        return """
        {"kind":"project","payment":{"mode":"afterwards","receiptsBy":"%s"},
         "report":{"daysAfterDecision":90}}
        """
                .formatted(receiptsBy);
    }

    @Test
    void isRemindedOfOnceHoweverOftenItIsLookedAt() {
        String soon = accepted(report(FinnishTime.today(clock).plusDays(7)));
        String overdue = accepted(report(FinnishTime.today(clock).minusDays(2)));
        String later = accepted(report(FinnishTime.today(clock).plusDays(60)));

        remindOfReports.remindAll();
        remindOfReports.remindAll();

        var told =
                messages.awaitMessage(
                        Topics.GRANTS_REPORT,
                        each ->
                                each.type().equals("grants.report.reminded.v1")
                                        && each.subject().startsWith(overdue));
        assertThat(told.body()).contains("\"overdue\":true").doesNotContain("example.org");
        messages.awaitMessage(Topics.GRANTS_REPORT, each -> each.subject().startsWith(soon + ":"));
        assertThat(messages.received(Topics.GRANTS_REPORT))
                .filteredOn(each -> each.type().equals("grants.report.reminded.v1"))
                .filteredOn(each -> each.subject().startsWith(overdue))
                .hasSize(1);
        assertThat(messages.received(Topics.GRANTS_REPORT))
                .noneMatch(each -> each.subject().startsWith(later + ":"));
        assertThat(api.contact(overdue, "grant-report-overdue").text("/contacts/0/email"))
                .isEqualTo("kyla@example.org");
        assertThat(
                        api.contact(overdue, "grant-report-due")
                                .json()
                                .at("/contacts/0/found")
                                .asBoolean())
                .isFalse();
        var _ = handedIn(overdue, "null");
        assertThat(
                        api.contact(overdue, "grant-report-overdue")
                                .json()
                                .at("/contacts/0/found")
                                .asBoolean())
                .isFalse();
    }

    private static String report(LocalDate dueOn) {
        return "{\"kind\":\"project\",\"report\":{\"dueOn\":\"" + dueOn + "\"}}";
    }

    @Test
    void isForItsGranteeAndWhoChecksIt() {
        String id = accepted("{\"kind\":\"project\",\"report\":{\"dueOn\":\"2999-01-31\"}}");

        assertThat(api.get(report(id), Api.person("nobody")).status()).isEqualTo(404);
        assertThat(api.get(report(id), Api.stranger()).status()).isEqualTo(404);
        assertThat(api.put(report(id), Api.decider(), "\"1\"", "{}").status()).isEqualTo(403);
        assertThat(api.get(report(id) + "/check", Api.person("anna")).status()).isIn(403, 404);
        Answer wrong =
                api.put(
                        report(id),
                        Api.person("anna"),
                        "\"1\"",
                        content("null")
                                .replace("2026-02-01", "2999-02-01")
                                .replace("premises", "palace"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("costs[0].category", "receipts[0].paidOn");
        String without = accepted("{\"kind\":\"project\"}");
        assertThat(api.get(report(without), Api.person("anna")).status()).isEqualTo(404);
    }

    private String accepted(String scheme) {
        return accepted(api.publishedCallWith(scheme), association);
    }

    private String accepted(String call, String applicant) {
        String id = api.granted(call, applicant);
        Answer accepted =
                api.put(
                        "/applications/" + id + "/award/acceptance",
                        Api.person("anna"),
                        "\"0\"",
                        "");
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
        return id;
    }

    private Answer handedIn(String id, String file) {
        String etag = api.get(report(id), Api.person("anna")).header("ETag");
        Answer written = api.put(report(id), Api.person("anna"), etag, content(file));
        assertThat(written.status()).as(written.body()).isEqualTo(200);
        Answer handedIn = put(id, "submission", Api.person("anna"), written, "");
        assertThat(handedIn.status()).as(handedIn.body()).isEqualTo(200);
        return handedIn;
    }

    private static String content(String file) {
        return """
        {"costs":[{"category":"premises","amount":"300.00"}],
         "receipts":[{"category":"premises","paidOn":"2026-02-01","amount":"300.00",
                      "description":"Seurojentalo","file":%s}],
         "participants":80,"events":1,"volunteerHours":40,"text":"Juhla pidettiin"}
        """
                .formatted(file);
    }

    private Answer put(String id, String what, Tokens who, Answer seen, String body) {
        return api.put(report(id) + "/" + what, who, seen.header("ETag"), body);
    }

    private Answer attach(String id, Tokens who, String content) {
        return api.send(
                HttpMethod.POST,
                report(id) + "/files",
                who.bearer(),
                content,
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"kuitti.pdf\"");
    }

    private static Tokens second() {
        return Tokens.of("second").inMunicipality(Api.SEINAJOKI).withRoles(Role.GRANT_OFFICER);
    }

    private static String report(String id) {
        return "/applications/" + id + "/usage-report";
    }
}
