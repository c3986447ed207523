package fi.kumppani.kit.security;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.tenancy.MunicipalityCode;

import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;

import java.util.List;

class CurrentUserTests {

    @Test
    void readsRolesMunicipalitiesAndScopes() {
        CurrentUser user =
                CurrentUser.from(
                        token().claim("roles", List.of("grant-officer", "coordinator"))
                                .claim("municipalities", List.of("743", "052"))
                                .claim("scope", "openid contacts:read")
                                .build());
        assertThat(user.roles()).containsExactlyInAnyOrder(Role.GRANT_OFFICER, Role.COORDINATOR);
        assertThat(user.actsIn(new MunicipalityCode("052"))).isTrue();
        assertThat(user.actsIn(new MunicipalityCode("179"))).isFalse();
        assertThat(user.scopes()).containsExactlyInAnyOrder("openid", "contacts:read");
        assertThat(user.hasAnyOf(Role.OPERATOR, Role.COORDINATOR)).isTrue();
        assertThat(user.hasAnyOf(Role.OPERATOR)).isFalse();
    }

    @Test
    void takesScopesAsAListToo() {
        CurrentUser user = CurrentUser.from(token().claim("scope", List.of("a", "b")).build());
        assertThat(user.scopes()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void givesNoRightsForClaimsItDoesNotUnderstand() {
        CurrentUser user =
                CurrentUser.from(
                        token().claim("roles", List.of("COORDINATOR", "admin", 7))
                                .claim("municipalities", List.of("*", "7430", 743))
                                .claim("scope", 1)
                                .build());
        assertThat(user.roles()).isEmpty();
        assertThat(user.municipalities()).isEmpty();
        assertThat(user.scopes()).isEmpty();
    }

    private static Jwt.Builder token() {
        return Jwt.withTokenValue("token").header("alg", "RS256").subject("anna");
    }
}
