package fi.kumppani.localstack.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.localstack.identity.Demonstration.User;

import org.junit.jupiter.api.Test;

import java.util.Set;

class DemonstrationTests {

    private static final Set<String> ROLES =
            Set.of(
                    "coordinator",
                    "letter-writer",
                    "grant-officer",
                    "decision-maker",
                    "association-representative",
                    "regional-analyst",
                    "operator");

    private final Demonstration demonstration = Demonstration.load();

    @Test
    void hasEveryRoleAndNoOther() {
        assertThat(demonstration.users()).flatMap(User::roles).containsAll(ROLES).isSubsetOf(ROLES);
    }

    @Test
    void givesNobodyTheIdentityOfAnother() {
        assertThat(demonstration.users()).extracting(User::username).doesNotHaveDuplicates();
        assertThat(demonstration.users()).extracting(User::subject).doesNotHaveDuplicates();
    }

    @Test
    void knowsTheNameOfEveryMunicipalitySomebodyWorksIn() {
        assertThat(demonstration.users())
                .flatMap(User::municipalities)
                .isSubsetOf(demonstration.municipalities().keySet())
                .contains("052");
    }
}
