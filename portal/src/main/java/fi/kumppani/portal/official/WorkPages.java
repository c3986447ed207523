package fi.kumppani.portal.official;

import fi.kumppani.portal.association.AssociationFacts;
import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.official.Officials.Official;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of an official's work have in common. */
@Component
public final class WorkPages {

    private final Officials officials;
    private final Municipalities municipalities;
    private final Backends backends;

    WorkPages(Officials officials, Municipalities municipalities, Backends backends) {
        this.officials = officials;
        this.municipalities = municipalities;
        this.backends = backends;
    }

    /** The address of the work queue. */
    public static String queue(String code) {
        return "/m/" + code + "/work";
    }

    /** The address of a call's applications. */
    public static String call(String code, String id) {
        return queue(code) + "/calls/" + id;
    }

    /** The address of an application in handling. */
    public static String application(String code, String id) {
        return queue(code) + "/applications/" + id;
    }

    /** The address of a batch of payments. */
    public static String batch(String code, String id) {
        return queue(code) + "/batches/" + id;
    }

    /** The address of a board list of a call. */
    static String list(String code, String call, String list) {
        return call(code, call) + "/lists/" + list;
    }

    /** Whoever is logged in, if they handle or decide grants there. */
    public Official official(String code, HttpServletRequest request, Reader reader) {
        return officials.of(code, request, reader);
    }

    /** Puts what every such page shows at its top. */
    public void frame(String code, String path, Reader reader, Model model) {
        model.addAttribute(
                "municipality",
                municipalities.find(code, reader).orElseThrow(NoSuchPageException::new));
        model.addAttribute("here", path);
        model.addAttribute("path", path);
        model.addAttribute("work", queue(code));
    }

    /** What an association is called; null when the registry cannot tell. */
    public @Nullable Told association(String code, String id, Reader reader) {
        Answer<AssociationFacts> answer = backends.answer(reader, AssociationFacts.one(code, id));
        LocalizedText name = answer.found().map(AssociationFacts::name).orElse(null);
        return LocalizedText.maybe(name, reader.language());
    }
}
