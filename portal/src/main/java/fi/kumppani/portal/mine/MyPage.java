package fi.kumppani.portal.mine;

import fi.kumppani.portal.application.OwnFacts;
import fi.kumppani.portal.application.Representatives;
import fi.kumppani.portal.association.AssociationFacts;
import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.ownassociation.OwnAssociations;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.person.LoginNeededException;
import fi.kumppani.portal.person.People;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything due in one list, for all associations that a person may act for, and these
 * associations themselves.
 */
@Controller
class MyPage {

    private final Municipalities municipalities;
    private final Representatives representatives;
    private final Backends backends;

    MyPage(Municipalities municipalities, Representatives representatives, Backends backends) {
        this.municipalities = municipalities;
        this.representatives = representatives;
        this.backends = backends;
    }

    private record Asked(
            OwnFacts.Association association, CompletableFuture<Answer<AssociationFacts>> answer) {}

    @GetMapping("/m/{code}/my")
    String see(@PathVariable String code, HttpServletRequest request, Reader reader, Model model) {
        Person person = representatives.of(request, reader);
        OwnFacts own = Representatives.own(person, code);
        Map<String, AssociationFacts> written = facts(person, OwnAssociations.in(code));
        Map<String, AssociationFacts> administered =
                facts(person, OwnAssociations.administered(code));
        Language language = reader.language();
        List<Asked> asked =
                all(own, Stream.concat(written.keySet().stream(), administered.keySet().stream()))
                        .map(
                                each ->
                                        new Asked(
                                                each,
                                                backends.ask(
                                                        reader,
                                                        AssociationFacts.one(code, each.id()))))
                        .toList();
        model.addAttribute(
                "municipality",
                municipalities.find(code, reader).orElseThrow(NoSuchPageException::new));
        model.addAttribute("due", DueRow.of(code, own, language));
        model.addAttribute(
                "confirmations",
                written.values().stream()
                        .filter(AssociationFacts::isAwaited)
                        .map(facts -> ConfirmationRow.of(code, facts, language))
                        .toList());
        model.addAttribute(
                "associations",
                asked.stream()
                        .map(
                                each ->
                                        AssociationRow.of(
                                                code,
                                                each.association(),
                                                each.answer().join(),
                                                written.containsKey(each.association().id()),
                                                administered.containsKey(each.association().id()),
                                                language))
                        .toList());
        return "my";
    }

    /** Associations by their ids, as far as the registry tells. */
    private static Map<String, AssociationFacts> facts(
            Person person, Question<Listing<AssociationFacts>> question) {
        return person.answer(question).found().map(Listing::items).orElseGet(List::of).stream()
                .collect(
                        Collectors.toMap(
                                AssociationFacts::id,
                                Function.identity(),
                                (first, _) -> first,
                                LinkedHashMap::new));
    }

    private static Stream<OwnFacts.Association> all(OwnFacts own, Stream<String> others) {
        return Stream.concat(
                own.associations().stream(),
                others.distinct()
                        .filter(id -> own.association(id).isEmpty())
                        .map(id -> new OwnFacts.Association(id, null)));
    }

    /** Leads back here after the login. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        return People.login("/m/{code}/my", request);
    }
}
