package fi.kumppani.portal.identity;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.user.OAuth2User;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who is logged in, as far as pages show it. What they may do is decided by the services.
 *
 * @param name what the person is called
 * @param roles the roles we know, for example {@code coordinator}
 * @param municipalities codes of the municipalities in which the roles hold
 */
public record SignedIn(String name, List<String> roles, List<String> municipalities) {

    private static final List<String> ROLES =
            List.of(
                    "coordinator",
                    "letter-writer",
                    "grant-officer",
                    "decision-maker",
                    "association-representative",
                    "regional-analyst",
                    "operator");

    /** Copies the lists. */
    public SignedIn {
        roles = List.copyOf(roles);
        municipalities = List.copyOf(municipalities);
    }

    /** Whoever is logged in with the browser that sent this. */
    public static Optional<SignedIn> of(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof OAuth2AuthenticationToken token
                ? Optional.ofNullable(token.getPrincipal()).map(SignedIn::from)
                : Optional.empty();
    }

    /** Whether they are a coordinator of this municipality. */
    public boolean coordinates(String municipality) {
        return roles.contains("coordinator") && municipalities.contains(municipality);
    }

    /** Whether they write this municipality's letters; only coordinators send them. */
    public boolean writesLetters(String municipality) {
        return coordinates(municipality)
                || (roles.contains("letter-writer") && municipalities.contains(municipality));
    }

    /** Whether they handle applications for this municipality's grants. */
    public boolean handlesGrants(String municipality) {
        return roles.contains("grant-officer") && municipalities.contains(municipality);
    }

    /** Whether they decide on this municipality's grants. */
    public boolean decidesGrants(String municipality) {
        return roles.contains("decision-maker") && municipalities.contains(municipality);
    }

    /** Whether they represent associations; which ones is known by the services. */
    public boolean represents() {
        return roles.contains("association-representative");
    }

    private static SignedIn from(OAuth2User person) {
        List<String> held = texts(person, "roles");
        return new SignedIn(
                Stream.of("name", "preferred_username")
                        .map(person.getAttributes()::get)
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .filter(name -> !name.isBlank())
                        .findFirst()
                        .orElse("–"),
                ROLES.stream().filter(held::contains).toList(),
                texts(person, "municipalities"));
    }

    private static List<String> texts(OAuth2User person, String claim) {
        return person.getAttributes().get(claim) instanceof List<?> list
                ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
                : List.of();
    }
}
