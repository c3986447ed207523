package fi.kumppani.localstack.smoke;

import fi.kumppani.localstack.system.Answer;
import fi.kumppani.localstack.system.Api;
import fi.kumppani.localstack.system.RunningSystem;
import fi.kumppani.localstack.system.Service;
import fi.kumppani.localstack.system.UnexpectedOutcomeException;

import tools.jackson.databind.JsonNode;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * What the demonstration data announce next, as people meet it: they register for it and give the
 * seat back, and ask whether they could apply. Nothing of theirs stays.
 */
final class NextEditions {

    private static final String JYVASKYLA = "/v1/municipalities/179";
    private static final String EVIJARVI = "/v1/municipalities/052";
    private static final String EVENING = "Järjestöilta kuntapäättäjille ja järjestötoimijoille";
    private static final String FUND = "Kylien kehittämisraha";

    private final RunningSystem system;
    private final Mails mails;
    private final String guest;
    private final String key;

    private String evening = "";
    private String number = "";

    NextEditions(RunningSystem system, Clock clock) {
        this.system = system;
        this.mails = new Mails(system);
        this.key = "smoke-" + clock.instant().truncatedTo(ChronoUnit.SECONDS).getEpochSecond();
        this.guest = key + "-vieras@example.org";
    }

    String register() throws Exception {
        JsonNode next = named(at(Service.EVENTS), JYVASKYLA + "/events", EVENING);
        evening = JYVASKYLA + "/events/" + next.path("id").asString();
        Answer registered =
                at(Service.EVENTS)
                        .create(
                                evening + "/registrations",
                                key + "-evening",
                                Map.of("name", "Koevieras", "email", guest, "language", "fi"))
                        .expect(201);
        number = registered.text("/number");
        JsonNode mail = mails.await(guest, EVENING);
        return "%s; \"%s\""
                .formatted(next.path("startsAt").asString(), mail.path("subject").asString());
    }

    String giveBack() throws Exception {
        JsonNode mail = mails.await(guest, EVENING);
        Answer cancelled =
                at(Service.EVENTS)
                        .post(
                                evening + "/registrations/" + number + "/cancellation",
                                Map.of(),
                                "X-Link-Token",
                                Mails.tokenOf(mail))
                        .expect(200);
        return "registration " + number + " is " + cancelled.text("/status");
    }

    /**
     * Asks whether an association could apply for the next village development fund.
     *
     * @param association one that association.evijarvi may apply for
     */
    String couldApply(String association) throws Exception {
        JsonNode call = named(at(Service.GRANTS), EVIJARVI + "/calls", FUND);
        Answer answer =
                at(Service.GRANTS)
                        .as(system.tokenOf("association.evijarvi"))
                        .post(
                                EVIJARVI + "/calls/" + call.path("id").asString() + "/eligibility",
                                Map.of(
                                        "associationId",
                                        association,
                                        "requested",
                                        "400.00",
                                        "events",
                                        1))
                        .expect(200);
        if (!answer.text("/possible").equals("true")) {
            throw new UnexpectedOutcomeException("they could apply", answer.came());
        }
        return answer.body().path("rules").size() + " rules, each with its answer";
    }

    private static JsonNode named(Api service, String path, String title) throws Exception {
        return service.list(path).stream()
                .filter(one -> one.at("/title/fi").asString("").equals(title))
                .findFirst()
                .orElseThrow(
                        () -> new UnexpectedOutcomeException("\"" + title + "\" to come", "none"));
    }

    private Api at(Service service) {
        return Api.through(system, service);
    }
}
