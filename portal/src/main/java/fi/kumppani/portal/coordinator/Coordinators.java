package fi.kumppani.portal.coordinator;

import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.UnavailablePageException;
import fi.kumppani.portal.person.LoginNeededException;
import fi.kumppani.portal.person.People;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

/**
 * Lets coordinators of a municipality in. For anybody else there is no such page; the services look
 * at the token again.
 */
@Component
public final class Coordinators {

    private final People people;

    Coordinators(People people) {
        this.people = people;
    }

    /**
     * Whoever is logged in with the browser that sent this.
     *
     * @throws LoginNeededException when nobody is
     * @throws NoSuchPageException when they are no coordinator there
     * @throws UnavailablePageException when nobody can say just now
     */
    public Person of(String municipality, HttpServletRequest request, Reader reader) {
        return people.of(request, reader, person -> person.coordinates(municipality));
    }
}
