package fi.kumppani.portal.ownassociation;

import fi.kumppani.portal.ownassociation.OwnAssociationSheet.Visit;
import fi.kumppani.portal.person.WritesForms;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.registrar.ContactSheet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where one notes where the municipality's mail to one's association goes. */
@Controller
@WritesForms
@RequestMapping("/m/{code}/my/associations/{id}/contact")
class OwnContactPage {

    private final OwnAssociationSheet own;
    private final ContactSheet sheet;

    OwnContactPage(OwnAssociationSheet own, ContactSheet sheet) {
        this.own = own;
        this.sheet = sheet;
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        return sheet.open(visit(code, id, request, reader, model, response));
    }

    /**
     * Keeps it.
     *
     * @param seen the version that was shown
     */
    @PostMapping
    String keep(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        return sheet.keep(visit(code, id, request, reader, model, response), sent, seen);
    }

    private ContactSheet.Visit visit(
            String code,
            String id,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Visit visit = own.visit(code, id, request, reader, model, response);
        own.putPlace(visit, visit.path() + "/contact");
        return new ContactSheet.Visit(
                code,
                id,
                visit.path(),
                visit.person(),
                reader.language(),
                request,
                model,
                response);
    }
}
