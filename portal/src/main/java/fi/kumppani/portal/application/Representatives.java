package fi.kumppani.portal.application;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.identity.SignedIn;
import fi.kumppani.portal.page.UnavailablePageException;
import fi.kumppani.portal.person.People;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lets representatives of associations in. For anybody else there are no such pages; for which
 * associations they may act is known by grants-service alone.
 */
@Component
public final class Representatives {

    private final People people;

    Representatives(People people) {
        this.people = people;
    }

    /**
     * Whoever is logged in, if they represent associations.
     *
     * @throws fi.kumppani.portal.page.NoSuchPageException for everybody else
     */
    public Person of(HttpServletRequest request, Reader reader) {
        return people.of(request, reader, SignedIn::represents);
    }

    /** Whoever is logged in, whether they represent associations or not. */
    Person anybody(HttpServletRequest request, Reader reader) {
        return people.of(request, reader, _ -> true);
    }

    /**
     * What they may look after in a municipality; nothing where it does not know them.
     *
     * @throws UnavailablePageException when grants-service does not tell
     */
    public static OwnFacts own(Person person, String municipality) {
        return switch (person.answer(OwnFacts.in(municipality))) {
            case Answer.Found<OwnFacts>(OwnFacts found) -> found;
            case Answer.Missing<OwnFacts> _ -> OwnFacts.NOTHING;
            case Answer.Refused<OwnFacts> _, Answer.Away<OwnFacts> _ ->
                    throw new UnavailablePageException();
        };
    }

    /**
     * The associations they may act for, in whichever municipality these are known; none for those
     * who represent nobody.
     */
    static List<OwnFacts.Association> associations(
            Person person, String municipality, HttpServletRequest request) {
        Optional<SignedIn> representative = SignedIn.of(request).filter(SignedIn::represents);
        Map<String, OwnFacts.Association> found = new LinkedHashMap<>();
        for (String code :
                representative.stream()
                        .flatMap(
                                each ->
                                        Stream.concat(
                                                Stream.of(municipality),
                                                each.municipalities().stream()))
                        .toList()) {
            if (found.isEmpty()) {
                own(person, code).associations().forEach(each -> found.put(each.id(), each));
            }
        }
        return List.copyOf(found.values());
    }
}
