package fi.kumppani.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.identity.SignedIn;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;

class WayTests {

    @Test
    void leadsNowhereWhenOneOfSeveralMunicipalitiesIsMeant() {
        SignedIn here = new SignedIn("–", List.of("coordinator"), List.of("743", "179"));

        assertThat(to(here, null)).isEmpty();
        assertThat(to(here, "052")).isEmpty();
        assertThat(to(here, "179")).containsExactly("/m/179/desk");
    }

    @Test
    void leadsNowhereWithoutAMunicipalityOrARole() {
        assertThat(to(new SignedIn("–", List.of("coordinator"), List.of()), "743")).isEmpty();
        assertThat(to(new SignedIn("–", List.of(), List.of("743")), "743")).isEmpty();
        SignedIn invited = new SignedIn("–", List.of("association-representative"), List.of());
        assertThat(to(invited, null)).isEmpty();
        assertThat(to(invited, "743")).containsExactly("/m/743/my");
    }

    private static List<String> to(SignedIn person, @Nullable String within) {
        return Way.of(person, within, "/").stream().map(Way::href).toList();
    }
}
