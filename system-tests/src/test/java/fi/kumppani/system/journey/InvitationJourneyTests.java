package fi.kumppani.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.system.stand.Api;
import fi.kumppani.system.stand.Service;
import fi.kumppani.system.stand.TestStand;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;

/** Somebody with a new account is invited by mail, and acts for the association. */
class InvitationJourneyTests {

    private static final String HERE = "/v1/municipalities/743";
    private static final String NEWCOMER = "newcomer";

    private static Steps steps;

    @BeforeAll
    static void begin() {
        steps = new Steps(TestStand.shared());
    }

    @Test
    void letsWhoeverIsInvitedByMailActForTheAssociationInAllServices() {
        String association = steps.association("seinajoki", "743");
        Api registry = steps.at(Service.REGISTRY, NEWCOMER);
        Api grants = steps.at(Service.GRANTS, NEWCOMER);
        String rights = HERE + "/mandates?association=" + association;
        registry.get(rights).expect(404);
        assertThat(grants.get(HERE + "/own-applications").body()).doesNotContain(association);
        String address = Steps.address("invited");

        String invitation =
                steps.at(Service.REGISTRY, "coordinator.seinajoki")
                        .post(
                                HERE + "/invitations",
                                Map.of(
                                        "associationId",
                                        association,
                                        "email",
                                        address,
                                        "language",
                                        "sv",
                                        "modules",
                                        List.of("grants", "administration")))
                        .expect(201)
                        .id();
        JsonNode letter = steps.letters(address, 1).getFirst();
        assertThat(letter.path("text").asString()).contains("/m/743/invitations/" + invitation);
        String acceptance = HERE + "/invitations/" + invitation + "/acceptance";
        Map<String, String> token = Map.of("X-Link-Token", Steps.token(letter));
        registry.send("PUT", acceptance, token, "").expect(200);

        steps.at(Service.REGISTRY, "association.seinajoki")
                .send("PUT", acceptance, token, "")
                .expect(409);
        assertThat(registry.get(rights).expect(200).json().get("items")).hasSize(2);
        Steps.eventually(
                "grants knows whom the newcomer acts for",
                () -> grants.get(HERE + "/own-applications").body(),
                own -> own.contains(association));
    }
}
