package fi.kumppani.registry.network.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.testing.Tokens;
import fi.kumppani.registry.Caller;
import fi.kumppani.registry.Caller.Answer;
import fi.kumppani.registry.RegistryTest;
import fi.kumppani.registry.network.NetworkCalls;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.ArrayList;
import java.util.List;

@RegistryTest
class MembershipApiIntegrationTests {

    private static final Tokens COORDINATOR = Caller.coordinator("061");

    @Autowired private Caller caller;
    private NetworkCalls calls;

    @BeforeEach
    void begin() {
        calls = new NetworkCalls(caller, "061");
    }

    @Test
    void letsARepresentativeAskAndACoordinatorAccept() {
        String association = calls.association();
        Tokens representative = calls.representativeOf(association);
        String path = NetworkCalls.membership(calls.network(), association);

        Answer asked = caller.put(path + "/request", representative, null, "\"0\"");
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.text("/status")).isEqualTo("asked");
        assertThat(asked.text("/askedOn")).isNotEmpty();
        assertThat(caller.get(path).status()).as("nobody else's business").isEqualTo(404);
        assertThat(caller.get(path, representative).text("/status")).isEqualTo("asked");

        Answer accepted =
                caller.put(path, COORDINATOR, "{\"since\": \"2020-02-29\"}", asked.eTag());
        assertThat(accepted.text("/status")).isEqualTo("member");
        assertThat(accepted.text("/since")).isEqualTo("2020-02-29");
        assertThat(caller.get(path).text("/since")).isEqualTo("2020-02-29");
        Answer again = caller.put(path + "/request", representative, null, accepted.eTag());
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/reason")).isEqualTo("already-member");

        Answer left = caller.put(path + "/ending", representative, null, accepted.eTag());
        assertThat(left.text("/status")).isEqualTo("ended");
        assertThat(left.text("/since")).isEqualTo("2020-02-29");
        assertThat(left.text("/until")).isNotEmpty();
        assertThat(caller.get(path).status()).isEqualTo(404);
        assertThat(caller.put(path, COORDINATOR, "{}", left.eTag()).text("/status"))
                .as("joins again")
                .isEqualTo("member");
    }

    @Test
    void listsMembersToAllAndRequestsToCoordinators() {
        String network = calls.network();
        String other = calls.network();
        List<String> members = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            members.add(calls.association());
            assertThat(calls.admit(network, members.getLast()).status()).isEqualTo(200);
        }
        assertThat(calls.admit(other, calls.association()).status()).isEqualTo(200);
        String asking = calls.association();
        var asked =
                caller.put(
                        NetworkCalls.membership(network, asking) + "/request",
                        calls.representativeOf(asking),
                        null,
                        "\"0\"");
        assertThat(asked.status()).isEqualTo(200);

        String list = network + "/memberships";
        assertThat(associations(caller.get(list))).containsExactlyElementsOf(members);
        Answer first = caller.get(list + "?limit=2");
        assertThat(associations(first)).containsExactlyElementsOf(members.subList(0, 2));
        assertThat(associations(caller.get(list + "?limit=2&cursor=" + first.text("/next"))))
                .containsExactly(members.getLast());
        assertThat(associations(caller.get(list, COORDINATOR))).contains(asking).hasSize(4);
        assertThat(associations(caller.get(list, Caller.coordinator("049")))).hasSize(3);
        assertThat(caller.get(network + "x/memberships").status()).isEqualTo(404);
    }

    @Test
    void listsTheRequestsOfAllNetworksToCoordinatorsAlone() {
        String here = calls.here() + "/membership-requests";
        List<String> asking = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            asking.add(calls.association());
            String path = NetworkCalls.membership(calls.network(), asking.getLast());
            Tokens representative = calls.representativeOf(asking.getLast());
            assertThat(caller.put(path + "/request", representative, null, "\"0\"").status())
                    .isEqualTo(200);
        }
        assertThat(calls.admit(calls.network(), calls.association()).status()).isEqualTo(200);

        Answer all = caller.get(here + "?limit=200", COORDINATOR);
        assertThat(associations(all)).containsSubsequence(asking);
        all.body()
                .get("items")
                .forEach(
                        item -> {
                            assertThat(item.get("status").asString()).isEqualTo("asked");
                            assertThat(item.get("askedOn").asString()).isNotEmpty();
                        });
        Answer first = caller.get(here + "?limit=1", COORDINATOR);
        assertThat(associations(first)).hasSize(1);
        assertThat(
                        associations(
                                caller.get(
                                        here + "?limit=1&cursor=" + first.text("/next"),
                                        COORDINATOR)))
                .hasSize(1)
                .doesNotContainAnyElementsOf(associations(first));

        assertThat(caller.get(here).status()).isEqualTo(401);
        assertThat(caller.get(here, Caller.coordinator("049")).status()).isEqualTo(404);
        Tokens officer = Tokens.of("officer").inMunicipality("061").withRoles(Role.GRANT_OFFICER);
        assertThat(caller.get(here, officer).status()).isEqualTo(403);
    }

    @Test
    void namesTheDayThatCannotBe() {
        String path = NetworkCalls.membership(calls.network(), calls.association());
        Answer future = caller.put(path, COORDINATOR, "{\"since\": \"2999-01-01\"}", "\"0\"");
        assertThat(future.status()).isEqualTo(422);
        assertThat(future.text("/errors/0/field")).isEqualTo("since");
        assertThat(future.text("/errors/0/code")).isEqualTo("future");
        assertThat(
                        caller.put(path, COORDINATOR, "{\"since\": \"yesterday\"}", "\"0\"")
                                .text("/errors/0/field"))
                .isEqualTo("since");
    }

    @Test
    void keepsOneMembershipForWhoeverSawItLast() {
        String path = NetworkCalls.membership(calls.network(), calls.association());
        assertThat(caller.put(path, COORDINATOR, "{}", "\"1\"").status()).isEqualTo(412);
        assertThat(caller.put(path, COORDINATOR, "{}", "\"0\"").eTag()).isEqualTo("\"1\"");
        assertThat(caller.put(path, COORDINATOR, "{}", "\"0\"").status()).isEqualTo(412);
        assertThat(caller.put(path, COORDINATOR, "{}", "\"1\"").eTag())
                .as("said again, it stays done")
                .isEqualTo("\"1\"");
        assertThat(caller.put(path + "/ending", COORDINATOR, null, "\"9\"").status())
                .isEqualTo(412);
    }

    @Test
    void takesNoMembersIntoWhatHasEndedAndNoneThatAreDissolved() {
        String network = calls.network();
        String dissolved = calls.association();
        assertThat(
                        caller.put(
                                        calls.here()
                                                + "/associations/"
                                                + dissolved
                                                + "/dissolution",
                                        COORDINATOR,
                                        null,
                                        "\"1\"")
                                .status())
                .isEqualTo(200);
        assertThat(calls.admit(network, dissolved).text("/reason"))
                .isEqualTo("association-dissolved");

        String association = calls.association();
        assertThat(caller.put(network + "/ending", COORDINATOR, null, "\"1\"").status())
                .isEqualTo(200);
        Answer refused = calls.admit(network, association);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/reason")).isEqualTo("network-ended");
    }

    @Test
    void opensOnlyToCoordinatorsHereAndWhoHoldsTheMandate() {
        String network = calls.network();
        String association = calls.association();
        String path = NetworkCalls.membership(network, association);
        Tokens ofAnother = calls.representativeOf(calls.association());
        assertThat(caller.put(path + "/request", ofAnother, null, "\"0\"").status()).isEqualTo(404);
        assertThat(caller.put(path, ofAnother, "{}", "\"0\"").status()).isEqualTo(404);
        assertThat(caller.put(path + "/request", COORDINATOR, null, "\"0\"").status())
                .as("a coordinator admits instead")
                .isEqualTo(403);
        Tokens officer = Tokens.of("officer").inMunicipality("061").withRoles(Role.GRANT_OFFICER);
        assertThat(caller.put(path, officer, "{}", "\"0\"").status()).isEqualTo(403);
        assertThat(calls.admit(network, association).status()).isEqualTo(200);
        assertThat(caller.put(path + "/ending", ofAnother, null, "\"1\"").status()).isEqualTo(404);
        assertThat(caller.put(path + "/ending", Caller.coordinator("049"), null, "\"1\"").status())
                .isEqualTo(404);
        assertThat(caller.put(path + "/ending", officer, null, "\"1\"").status()).isEqualTo(403);
    }

    @Test
    void findsNothingOfOtherMunicipalities() {
        var neighbours = new NetworkCalls(caller, "069");
        String theirs = neighbours.association();
        assertThat(calls.admit(calls.network(), theirs).status()).isEqualTo(404);
        String network = neighbours.network().replace("/069/", "/061/");
        assertThat(calls.admit(network, calls.association()).status()).isEqualTo(404);
    }

    private static List<String> associations(Answer answer) {
        List<String> ids = new ArrayList<>();
        answer.body().get("items").forEach(item -> ids.add(item.get("associationId").asString()));
        return ids;
    }
}
