package fi.kumppani.portal.official;

import fi.kumppani.portal.identity.SignedIn;
import fi.kumppani.portal.person.People;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

import java.security.Principal;
import java.util.Objects;
import java.util.Optional;

/**
 * Lets those in who handle or decide a municipality's grants. For anybody else there are no such
 * pages; grants-service looks at the token again.
 */
@Component
public final class Officials {

    private final People people;

    Officials(People people) {
        this.people = people;
    }

    /**
     * Somebody at work.
     *
     * @param subject as the identity provider and the services know them
     * @param handles whether they handle applications
     * @param decides whether they decide on them
     */
    public record Official(Person person, String subject, boolean handles, boolean decides) {}

    /**
     * Whoever is logged in with the browser that sent this.
     *
     * @throws fi.kumppani.portal.person.LoginNeededException when nobody is
     * @throws fi.kumppani.portal.page.NoSuchPageException when they have neither role there
     * @throws fi.kumppani.portal.page.UnavailablePageException when nobody can say just now
     */
    Official of(String municipality, HttpServletRequest request, Reader reader) {
        Person person =
                people.of(
                        request,
                        reader,
                        each ->
                                each.handlesGrants(municipality)
                                        || each.decidesGrants(municipality));
        Optional<SignedIn> signedIn = SignedIn.of(request);
        Principal principal = Objects.requireNonNull(request.getUserPrincipal());
        return new Official(
                person,
                principal.getName(),
                signedIn.filter(each -> each.handlesGrants(municipality)).isPresent(),
                signedIn.filter(each -> each.decidesGrants(municipality)).isPresent());
    }
}
