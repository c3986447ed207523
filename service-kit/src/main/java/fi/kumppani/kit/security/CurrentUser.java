package fi.kumppani.kit.security;

import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.tenancy.MunicipalityCode;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who makes this request, as far as the token tells; no names.
 *
 * <p>A handler takes it as an argument, or as an {@link Optional} where nobody needs to be known.
 *
 * @param subject the stable id at the identity provider
 * @param roles what they may be
 * @param municipalities where they may be it
 * @param scopes what a client may do for them or for itself
 */
public record CurrentUser(
        String subject, Set<Role> roles, Set<MunicipalityCode> municipalities, Set<String> scopes) {

    /** Copies the sets, so that nobody adds a role afterwards. */
    public CurrentUser {
        roles = Set.copyOf(roles);
        municipalities = Set.copyOf(municipalities);
        scopes = Set.copyOf(scopes);
    }

    /** Whether they have at least one of the roles. */
    public boolean hasAnyOf(Role... wanted) {
        return Stream.of(wanted).anyMatch(roles::contains);
    }

    /** Whether their token is good for the municipality. */
    public boolean actsIn(MunicipalityCode municipality) {
        return municipalities.contains(municipality);
    }

    /** Whoever makes the request at hand, if they are known. */
    static Optional<CurrentUser> find() {
        return SecurityContextHolder.getContext().getAuthentication()
                        instanceof JwtAuthenticationToken token
                ? Optional.of(from(token.getToken()))
                : Optional.empty();
    }

    /** Whoever makes the request at hand; 401 when nobody is known. */
    static CurrentUser require() {
        return find().orElseThrow(Problems::unauthenticated);
    }

    /** Claims that we do not understand give no rights. */
    static CurrentUser from(Jwt jwt) {
        return new CurrentUser(
                Objects.requireNonNull(jwt.getSubject(), "checked by the decoder"),
                texts(jwt.getClaim("roles"))
                        .flatMap(name -> Role.ofWireName(name).stream())
                        .collect(Collectors.toSet()),
                texts(jwt.getClaim("municipalities"))
                        .filter(MunicipalityCode::isCode)
                        .map(MunicipalityCode::new)
                        .collect(Collectors.toSet()),
                texts(jwt.getClaim("scope"))
                        .flatMap(text -> Stream.of(text.split(" ")))
                        .filter(scope -> !scope.isBlank())
                        .collect(Collectors.toSet()));
    }

    private static Stream<String> texts(@Nullable Object claim) {
        return switch (claim) {
            case String text -> Stream.of(text);
            case Collection<?> many ->
                    many.stream().filter(String.class::isInstance).map(String.class::cast);
            case null, default -> Stream.empty();
        };
    }
}
